"""Tells whether files have changed since something was made from them."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_MADE = {"node_modules", "dist", "__pycache__", "test-results", "playwright-report"}


def of(paths: Iterable[Path]) -> str:
    """One value for the names and contents of all files under `paths`; missing ones count too."""
    total = hashlib.sha256()
    for path in paths:
        for file in sorted(_files(path)):
            total.update(f"{file}\0".encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:32]


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        for child in path.iterdir():
            if child.name not in _MADE:
                yield from _files(child)

"""Says what is being done while a person waits, and how long it took."""

import io
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


def whole_lines() -> None:
    """Several processes share one output: each line must leave in a single write."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True, write_through=False)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@contextmanager
def step(what: str) -> Iterator[None]:
    """One line when something is done; a slow step is announced by whoever knows it is slow."""
    began = time.monotonic()
    yield
    say(f"  {time.monotonic() - began:5.1f} s  {what}")

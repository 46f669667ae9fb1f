"""What a house's log must not hold and holds: every secret of the house, those that a suite said to
it, and whatever looks like one. Kinds and lines are named, never the value."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from deploy.refusal import Refusal
from deploy.sec.secrets import shapes

# Session tokens, secrets and derived tokens are 32 random bytes base64url; ids are shorter.
RANDOM = re.compile(
    r"(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*[0-9])[A-Za-z0-9_-]{40,}(?![\w-])"
)
# Below that a value may be a word that is also something else.
SHORTEST = 8
SHOWN = 20


class Spilled(Refusal):
    """A log holds secrets."""


def found(lines: Iterable[str], values: Iterable[str]) -> Iterator[str]:
    """`kind in line n`, for each line that holds one."""
    told = [value for value in set(values) if len(value) >= SHORTEST]
    for number, line in enumerate(lines, 1):
        kinds = shapes(line)
        kinds += ["a value that was said in secret"] if any(one in line for one in told) else []
        kinds += ["a long random text"] if RANDOM.search(line) else []
        yield from (f"{kind} in line {number}" for kind in dict.fromkeys(kinds))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str) and re.search("password|secret", name, re.IGNORECASE):
                yield inner
            else:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def secrets_of(data_dir: Path, said: Path) -> list[str]:
    """The secrets of the house in `data_dir`, of its demonstration, and those written to `said`."""
    values = said.read_text("utf-8").splitlines() if said.exists() else []
    for name in ("secrets.json", "demo-accounts.json"):
        if (data_dir / name).exists():
            values += _texts(json.loads((data_dir / name).read_text("utf-8")))
    return values


def require_none(log: Path, data_dir: Path, said: Path) -> None:
    """Raises Spilled when the log holds one."""
    with log.open(encoding="utf-8", errors="replace") as lines:
        spilled = list(found(lines, secrets_of(data_dir, said)))
    if spilled:
        more = [f"and {len(spilled) - SHOWN} more"] if len(spilled) > SHOWN else []
        raise Spilled("\n".join(["The house's log holds secrets:", *spilled[:SHOWN], *more]))

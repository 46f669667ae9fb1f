"""Versions below which something known is wrong (SC-02; list of 22/11/2026)."""

import re
from pathlib import Path

LOCK = Path("deploy/runtime.lock")
# The line of a lock: name, version. What this house does not use cannot be too old.
FLOORS = {
    "h11": (0, 16, 0),
    "starlette": (1, 3, 0),
    "python-multipart": (0, 0, 27),
    "pyjwt": (2, 13, 0),
    "cryptography": (43, 0, 1),
}
_LINE = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==([0-9][0-9.]*)", re.MULTILINE)


def versions(lock: str) -> dict[str, tuple[int, ...]]:
    """Every package of a lock by its lower-case name."""
    found = _LINE.findall(lock)
    return {name.lower(): tuple(map(int, version.strip(".").split("."))) for name, version in found}


def below(lock: str) -> list[str]:
    """What is older than its floor; a lock in which nothing is read is itself a finding."""
    known = versions(lock)
    if not known:
        return ["the lock names no package"]
    return [
        f"{name} {'.'.join(map(str, known[name]))} is below {'.'.join(map(str, floor))}"
        for name, floor in FLOORS.items()
        if name in known and known[name] < floor
    ]

"""Versions below which something known is wrong (SC-02 and SC-03; lists of 22 and 28/11/2026).

They stand for an audit, which has no data here. A package whose version cannot be read is a
finding: what is passed over in silence is how an audit turns green falsely.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Version = tuple[int, ...]
LOCK = Path("deploy/runtime.lock")
NPM_LOCKS = (Path("frontend/package-lock.json"), Path("deploy/npm-tools/package-lock.json"))
# What this house does not use cannot be too old. One floor for each line of versions that is kept;
# a version older than all of them is below.
FLOORS: dict[str, tuple[Version, ...]] = {
    "h11": ((0, 16, 0),),
    "starlette": ((1, 3, 0),),
    "python-multipart": ((0, 0, 27),),
    "pyjwt": ((2, 13, 0),),
    "cryptography": ((43, 0, 1),),
}
NPM_FLOORS: dict[str, tuple[Version, ...]] = {
    "brace-expansion": ((1, 1, 12), (2, 0, 2)),  # CVE-2025-5889
    "braces": ((3, 0, 3),),  # CVE-2024-4068
    "cross-spawn": ((7, 0, 5),),  # CVE-2024-21538
    "js-yaml": ((4, 1, 1),),  # CVE-2025-64718
    "jsonpath-plus": ((10, 3, 0),),  # CVE-2025-1302
    "micromatch": ((4, 0, 8),),  # CVE-2024-4067
    "minimatch": ((3, 0, 5),),  # CVE-2022-3517
    "minimist": ((1, 2, 6),),  # CVE-2021-44906
    "nanoid": ((3, 3, 8), (5, 0, 9)),  # CVE-2024-55565
    "playwright": ((1, 55, 1),),  # CVE-2025-59288
    "postcss": ((8, 4, 31),),  # CVE-2023-44270
    "rollup": ((2, 79, 2), (3, 29, 5), (4, 22, 4)),  # CVE-2024-47068
    "semver": ((5, 7, 2), (6, 3, 1), (7, 5, 2)),  # CVE-2022-25883
    "tough-cookie": ((4, 1, 3),),  # CVE-2023-26136
    "undici": ((5, 29, 0), (6, 21, 2), (7, 5, 0)),  # CVE-2025-47279
    "vite": ((5, 4, 21), (6, 4, 1), (7, 1, 11)),  # CVE-2025-62522
    "vitest": ((1, 6, 1), (2, 1, 9), (3, 0, 5)),  # CVE-2025-24964
}
_LINE = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==(\S+)", re.MULTILINE)
_NUMBERS = re.compile(r"(\d+(?:\.\d+)*)(?:\.?post\d+)?(.*)\Z")
Pinned = Iterable[tuple[str, str]]


def pinned(lock: str) -> list[tuple[str, str]]:
    """Every package of one of our Python locks, by its lower-case name."""
    return [(name.lower(), version) for name, version in _LINE.findall(lock)]


def npm_pinned(lock: str) -> list[tuple[str, str]]:
    """Every package of a package-lock.json; one name may stand in several versions."""
    packages: Mapping[str, Mapping[str, str]] = json.loads(lock)["packages"]
    return [
        (place.rpartition("node_modules/")[2], one.get("version", ""))
        for place, one in packages.items()
        if place
    ]


def below(packages: Pinned, floors: Mapping[str, tuple[Version, ...]]) -> list[str]:
    """What is older than its floor or cannot be compared; so is a lock without a package."""
    known = list(packages)
    return list(_findings(known, floors)) if known else ["the lock names no package"]


def _findings(packages: Pinned, floors: Mapping[str, tuple[Version, ...]]) -> Iterator[str]:
    for name, version in packages:
        read = _NUMBERS.match(version)
        # of a release to come nobody can say whether it is above the floor
        if read is None or (read[2] and name in floors):
            yield f"{name} {version}: its version cannot be compared"
            continue
        found = tuple(map(int, read[1].split(".")))
        # of the lines of versions, the newest that is not newer than this one's
        lines = [one for one in floors.get(name, ()) if one[0] <= found[0]]
        floor = lines[-1] if lines else floors.get(name, ((0,),))[0]
        if found < floor and (found[0] == floor[0] or not lines):
            yield f"{name} {version} is below {'.'.join(map(str, floor))}"


def everywhere() -> list[str]:
    """Of the packages that run, of the app's, and of the tools that judge the contracts."""
    found = below(pinned(LOCK.read_text("utf-8")), FLOORS)
    for lock in NPM_LOCKS:
        found += below(npm_pinned(lock.read_text("utf-8")), NPM_FLOORS)
    return found

"""The further names and the numbers of an NGO as lines of one cell, and read back. Pure.

One entry a line, its parts in a fixed order with ` | ` between them; a part that is not known is
left empty, and those at the end may be missing. A stroke that belongs to a part is written `\\|`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Literal, get_args

from chassis.tables.dates import from_text
from chassis.tables.faults import Fault
from registry.ngos.identifiers import Scheme, is_valid

NameKind = Literal["official", "short", "former", "acronym", "other"]
PARTS: Mapping[str, tuple[str, ...]] = {
    "names": ("kind", "language", "text", "valid_from", "valid_to", "source"),
    "identifiers": (
        *("scheme", "value", "issuer", "issued_on", "valid_from", "valid_to", "source"),
    ),
}
MOST = 40
_DAYS = ("valid_from", "valid_to", "issued_on")
_LONGEST = {"value": 100}
_REQUIRED = ("kind", "language", "text", "scheme", "value")
_BETWEEN = re.compile(r"(?<!\\)\|")
_CHOICES = {"kind": get_args(NameKind), "scheme": tuple(Scheme)}
_LANGUAGE = re.compile("[a-z]{2}")

Entry = dict[str, Any]


def written(field: str, entries: Iterable[Mapping[str, Any]]) -> str:
    """The entries of `names` or `identifiers` as the text of a cell."""
    lines = ((_escaped(entry.get(part) or "") for part in PARTS[field]) for entry in entries)
    return "\n".join(re.sub(r"( \| )+$", "", " | ".join(line)) for line in lines)


def read(field: str, text: str) -> Sequence[Entry]:
    """The entries of a cell; raises ValueError with the number of the line that is none."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > MOST:
        raise ValueError(MOST + 1)
    entries = []
    for number, line in enumerate(lines, 1):
        entry = _entry(PARTS[field], line)
        if entry is None:
            raise ValueError(number)
        entries.append(entry)
    return entries


def _escaped(part: str) -> str:
    return part.replace("\\", "\\\\").replace("|", "\\|")


def _entry(parts: Sequence[str], line: str) -> Entry | None:
    said = [re.sub(r"\\([\\|])", r"\1", part.strip()) for part in _BETWEEN.split(line)]
    if len(said) > len(parts):
        return None
    given = {part: " ".join(text.split()) or None for part, text in zip(parts, said, strict=False)}
    entry: Entry = dict.fromkeys(parts) | given
    with suppress(Fault):
        for day in _DAYS:
            if entry.get(day):
                entry[day] = from_text(entry[day]).isoformat()
        return entry if _fits(entry) else None
    return None


def _fits(entry: Entry) -> bool:
    first, last = entry["valid_from"], entry["valid_to"]
    return (
        all(entry[part] for part in _REQUIRED if part in entry)
        and all(len(text or "") <= _LONGEST.get(part, 300) for part, text in entry.items())
        and all(entry[part] in known for part, known in _CHOICES.items() if part in entry)
        and ("language" not in entry or bool(_LANGUAGE.fullmatch(entry["language"])))
        and not (first and last and last < first)
        and ("scheme" not in entry or is_valid(Scheme(entry["scheme"]), entry["value"]))
    )

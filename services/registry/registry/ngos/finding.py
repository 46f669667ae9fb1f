"""What an NGO is found by: its names with abbreviations written out, its numbers, its places. Pure.

The same writing out is done to what is stored and to what is asked, so "PCPNN" finds "phi chính phủ
nước ngoài" and the reverse. A change of abbreviations.csv comes with a migration that writes the
stored texts again (see 0010).
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from chassis.fold import fold, like_pattern, sort_key
from chassis.spelling import spelt, spelt_pattern

_TABLE = Path(__file__).parent / "data" / "abbreviations.csv"


@cache
def _abbreviations() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """One pattern for all of them, the longest first, and what each stands for."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = {_key(row["short"]): row for row in csv.DictReader(file)}
    longest = sorted((row["short"] for row in rows.values()), key=len, reverse=True)
    # "TP HCM" is also written TP.HCM, TPHCM and TP. HCM
    written = (r"[.\s]*".join(map(re.escape, short.split())) for short in longest)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)\.?", re.IGNORECASE)
    return pattern, {key: row["full"] for key, row in rows.items()}


def _key(text: str) -> str:
    return re.sub(r"[.\s]+", "", unicodedata.normalize("NFC", text)).casefold()


def written_out(text: str) -> str:
    """`text` with the abbreviations of the table replaced by what they stand for."""
    pattern, full = _abbreviations()
    found = pattern.sub(
        lambda match: full[_key(match.group())] + " ", unicodedata.normalize("NFC", text)
    )
    return " ".join(found.split())


def mark(value: str) -> str:
    """A number or code as it is compared: no case, spaces, dots or strokes."""
    return re.sub("[^0-9a-z]", "", fold(value))


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as bind values: folded, and spelt as written."""

    q: str
    spelt: str


def asked(query: str) -> Asked:
    """What to look for when somebody types `query`."""
    out = written_out(query)
    return Asked(like_pattern(out), spelt_pattern(out))


def numbers(query: str) -> list[str]:
    """The certificates' numbers that somebody may mean: as typed, and in capitals."""
    typed = " ".join(unicodedata.normalize("NFC", query).split())
    return list(dict.fromkeys((typed, typed.upper()))) if re.search("[0-9]", typed) else []


def derived(names: Sequence[str], codes: Iterable[str]) -> dict[str, Any]:
    """The columns that follow from names and codes; the first name gives the place in the list."""
    every = dict.fromkeys(name for name in names if name)
    texts = list(dict.fromkeys([*every, *map(written_out, every)]))
    return {
        "name_sort": sort_key(next(iter(names), "") or ""),
        # what a search cannot hold keeps one name from running into the next
        "search": fold(" | ".join([*texts, *codes])),
        "spelling": spelt(" | ".join(texts)),
    }

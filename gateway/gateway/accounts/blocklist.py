"""Passwords that everybody would try first, made from words.txt by stated patterns. Pure.

A word with what people add to it before or after (digits that count, years), or said up to four
times; runs along the keyboard, two at a time; one digit repeated; dates. All spelt as `rules.plain`
folds: lower case, no marks, letters and digits only.
"""

import re
from configparser import ConfigParser
from pathlib import Path

FILE = Path(__file__).with_name("words.txt")
YEARS = tuple(str(year) for year in range(1945, 2041))


def _sections() -> dict[str, tuple[str, ...]]:
    read = ConfigParser(allow_no_value=True, delimiters=("=",))
    read.read_string(FILE.read_text("utf-8"))
    return {
        name: tuple(word for line in read[name] for word in line.split())
        for name in read.sections()
    }


_SECTIONS = _sections()
WORDS, RUNS, COUNTS = _SECTIONS["words"], _SECTIONS["runs"], _SECTIONS["endings"]


def _pattern() -> re.Pattern[str]:
    """One expression for all of them: as a set, the 76,000 took 12 MB of every process."""
    words, runs, counts, years = ("|".join(part) for part in (WORDS, RUNS, COUNTS, YEARS))
    patterns = (
        f"(?:{words}|{runs})(?:{counts}|{years})?",
        f"(?:{counts})(?:{words})",
        rf"({words}|{runs})\1{{1,3}}",
        f"(?:{runs}){{2}}",
        r"([0-9])\2{3,31}",
        f"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:{years})",
    )
    return re.compile("|".join(patterns))


_COMMON = _pattern()


def is_common(folded: str) -> bool:
    """Whether a password, spelt as `rules.plain` folds, is one that everybody would try."""
    return _COMMON.fullmatch(folded) is not None

"""Passwords that everybody would try first, made from words.txt by stated patterns. Pure.

A word with what people add to it before or after (digits that count, years), or said up to four
times; runs along the keyboard, two at a time; one digit repeated; dates. All spelt as `rules.plain`
folds: lower case, no marks, letters and digits only.
"""

from configparser import ConfigParser
from functools import cache
from itertools import product
from pathlib import Path

FILE = Path(__file__).with_name("words.txt")
YEARS = [str(year) for year in range(1945, 2041)]
DAYS = [f"{day:02}" for day in range(1, 32)]
MONTHS = [f"{month:02}" for month in range(1, 13)]


def _sections() -> dict[str, tuple[str, ...]]:
    read = ConfigParser(allow_no_value=True, delimiters=("=",))
    read.read_string(FILE.read_text("utf-8"))
    return {
        name: tuple(word for line in read[name] for word in line.split())
        for name in read.sections()
    }


_SECTIONS = _sections()
WORDS = _SECTIONS["words"]


@cache
def common() -> frozenset[str]:
    """All of them; made at the first use in a process, in a tenth of a second."""
    runs, counts = _SECTIONS["runs"], _SECTIONS["endings"]
    endings = ("", *counts, *YEARS)
    found = {word + end for word, end in product((*WORDS, *runs), endings)}
    found |= {end + word for word, end in product(WORDS, counts)}
    found |= {word * times for word, times in product((*WORDS, *runs), (2, 3, 4))}
    found |= {one + other for one, other in product(runs, runs)}
    found |= {digit * times for digit, times in product("0123456789", range(4, 33))}
    found |= {"".join(date) for date in product(DAYS, MONTHS, YEARS)}
    return frozenset(found)

"""Names as officers write them, found in the reference lists: by name, alias or code. Pure."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from chassis.fold import fold

_BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Named:
    """One row of a reference list with all its names, and the days it held them."""

    code: str
    names: tuple[str, ...]
    other_codes: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    def held(self, on: date | None) -> bool:
        """Whether it held its code and names that day; without a day, always."""
        if on is None:
            return True
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)


def word(text: str) -> str:
    """`text` as names are compared: no case, no marks, no punctuation ("TP.HCM", "tp hcm")."""
    return _BETWEEN.sub(" ", fold(text)).strip()


def _spelt(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def related(codes: Iterable[str], links: Iterable[tuple[str, str]]) -> set[str]:
    """`codes` with what each became and what became of it: (code, successor's code) by `links`."""
    after, before = defaultdict(set), defaultdict(set)
    for code, successor in links:
        after[code].add(successor)
        before[successor].add(code)
    found: set[str] = set()
    for side in (after, before):
        open_ = set(codes)
        seen = set(open_)
        while open_:
            open_ = {other for code in open_ for other in side[code]} - seen
            seen |= open_
        found |= seen
    return found


def absorbed(codes: Iterable[str], links: Iterable[tuple[str, str]]) -> set[str]:
    """`codes` with all that became one of them, directly or by way of another."""
    found = set(codes)
    pairs = list(links)
    while more := {code for code, successor in pairs if successor in found} - found:
        found |= more
    return found


class Vocabulary:
    """All names and codes of one list."""

    def __init__(self, entries: Iterable[Named]) -> None:
        self._spelt: dict[str, set[Named]] = defaultdict(set)
        self._loose: dict[str, set[Named]] = defaultdict(set)
        self._codes: dict[str, set[Named]] = defaultdict(set)
        # a list of 50,000 rows says the same few hundred names again and again
        self._found: dict[tuple[str, date | None], str | None] = {}
        for entry in entries:
            for name in entry.names:
                self._spelt[_spelt(name)].add(entry)
                self._loose[word(name)].add(entry)
            for code in (entry.code, *entry.other_codes):
                self._codes[code].add(entry)

    def code(self, text: str, on: date | None = None) -> str | None:
        """The one code that `text` means on that day; None for none, or for more than one.

        A name with its marks comes first: "Mỹ" is the United States. Without marks it may be a
        code as well, and then it is unclear: "MY" is also the code of Malaysia, "AO" of Angola.
        """
        asked = (text, on)
        if asked not in self._found:
            self._found[asked] = self._find(text, on)
        return self._found[asked]

    def held(self, code: str, on: date | None) -> bool:
        """Whether something held that code on that day; without a day, at any time."""
        return any(entry.held(on) for entry in self._codes.get(code, ()))

    def name(self, code: str) -> str:
        """The first name of what has, or had, that code."""
        return next(iter(self._codes[code])).names[0]

    def _find(self, text: str, on: date | None) -> str | None:
        spelt = {entry.code for entry in self._spelt.get(_spelt(text), ()) if entry.held(on)}
        if len(spelt) == 1:
            return spelt.pop()
        meant = self._loose.get(word(text), set()) | self._codes.get(text.strip(), set())
        codes = {entry.code for entry in meant if entry.held(on)}
        return codes.pop() if len(codes) == 1 else None

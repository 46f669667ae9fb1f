"""Names as officers write them, found in the reference lists: by code, name or alias. Pure."""

import re
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


class Vocabulary:
    """All names of one list."""

    def __init__(self, entries: Iterable[Named]) -> None:
        self._named: dict[str, set[Named]] = defaultdict(set)
        for entry in entries:
            for name in (entry.code, *entry.names):
                self._named[word(name)].add(entry)

    def code(self, text: str, on: date | None = None) -> str | None:
        """The one code that `text` means on that day; None for none, or for more than one."""
        codes = {entry.code for entry in self._named.get(word(text), ()) if entry.held(on)}
        return codes.pop() if len(codes) == 1 else None

    def knows(self, text: str) -> bool:
        """Whether any row ever had this name."""
        return word(text) in self._named

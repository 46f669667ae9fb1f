"""What calamine does not tell: where a sheet ends, and which empty cells are so by failure."""

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

from chassis.tables.columns import Limits, letters
from chassis.tables.faults import Refused

# Lengths are bounded, so that no hostile text makes a pattern read the same bytes over and over.
_Q = rb"\s?=\s?[\"']"
_CELL = rb"<(?:\w{1,9}:)?c\b"
_MORE = rb"[^<>]{0,400}"
# A cell that is not closed at once has something in it: a style alone reserves no place.
_FILLED = _CELL + _MORE + rb"(?<!/)>"
_ROW = re.compile(rb"<(?:\w{1,9}:)?row\b[^<>]{0,400}?\br" + _Q + rb"(\d{1,9})")
_HIDDEN = re.compile(rb"<(?:\w{1,9}:)?row\b[^<>]{0,400}?\bhidden" + _Q + rb"(?:1|true)")
_ERROR = re.compile(_CELL + rb"(" + _MORE + rb"?\bt" + _Q + rb"e[\"']" + _MORE + rb")>")
_ERROR_NAME = re.compile(rb"v>\s?(#[^<]{1,30})<")
_FORMULA = re.compile(
    _CELL
    + rb"("
    + _MORE
    + rb")>\s{0,9}<(?:\w{1,9}:)?f\b(?:[^<>]{0,400}/>|[^<>]{0,400}>[^<]*<[^>]{1,20}>)"
    rb"\s{0,9}(<(?:\w{1,9}:)?v\s?/>|<(?:\w{1,9}:)?v>\s{0,9}<[^>]{1,20}>)?\s{0,9}</(?:\w{1,9}:)?c>"
)
_ADDRESS = re.compile(rb"\br" + _Q + rb"([A-Z]{1,3})(\d{1,7})")
_TEXT_RESULT = re.compile(rb"\bt" + _Q + rb"str")
_SHIFT = 14  # 16,384 columns


@dataclass(frozen=True, slots=True)
class Faults:
    """Places of failed cells, packed as row << 14 | column (from 0), in the order of the sheet."""

    errors: "array[int]" = field(default_factory=lambda: array("Q"))
    unvalued: "array[int]" = field(default_factory=lambda: array("Q"))
    names: dict[int, str] = field(default_factory=dict)
    hidden_rows: int = 0

    def at(self, row: int, column: int) -> tuple[str, dict[str, object]] | None:
        """The problem code and parameters of this cell (from 0), when it failed."""
        place = row << _SHIFT | column
        for places, code in (
            (self.errors, "tables.cell.error"),
            (self.unvalued, "tables.cell.formula_without_value"),
        ):
            found = bisect_left(places, place)
            if found < len(places) and places[found] == place:
                return code, {"error": self.names.get(place, "#")} if places is self.errors else {}
        return None


def examine(xml: bytes, limits: Limits) -> Faults:
    """Checks the extent of one sheet before it is laid out in memory, and finds failed cells.

    calamine reserves the whole rectangle: one cell in XFD1048576 would ask for 512 GiB.
    Raises Refused `tables.too_many_rows` or `tables.too_many_columns`.
    """
    if _beyond(limits.columns).search(xml):
        raise Refused("tables.too_many_columns", limit=limits.columns)
    # A little more than is allowed: rows above the header do not count, the reader counts exactly.
    far = next((row for row in _ROW.finditer(xml) if int(row[1]) > limits.rows + 20), None)
    if far and re.compile(_FILLED).search(xml, far.start()):
        raise Refused("tables.too_many_rows", limit=limits.rows, last=int(far[1]))
    faults = Faults(hidden_rows=sum(1 for _ in _HIDDEN.finditer(xml)))
    for cell in _ERROR.finditer(xml):
        if (place := _place(cell[1])) is not None:
            faults.errors.append(place)
            if len(faults.names) < 10_000 and (name := _ERROR_NAME.search(xml, *_next(cell))):
                faults.names[place] = name[1].decode("ascii", "replace")
    for cell in _FORMULA.finditer(xml):
        # A formula of text may have the empty text as its value: that is a value.
        if cell[2] and _TEXT_RESULT.search(cell[1]):
            continue
        if (place := _place(cell[1])) is not None:
            faults.unvalued.append(place)
    return faults


def _beyond(columns: int) -> re.Pattern[bytes]:
    """A filled cell to the right of the last column allowed, by its address."""
    last = letters(columns - 1)
    names = [f"[A-Z]{{{len(last) + 1},3}}"] if len(last) < 3 else []
    for at, letter in enumerate(last):
        if letter < "Z":
            names.append(f"{last[:at]}[{chr(ord(letter) + 1)}-Z]" + "[A-Z]" * (len(last) - at - 1))
    address = rb"(?=[^<>]{0,400}\br" + _Q + b"(?:" + "|".join(names).encode() + rb")\d)"
    return re.compile(_CELL + address + _MORE + rb"(?<!/)>")


def _next(cell: re.Match[bytes]) -> tuple[int, int]:
    """Where the content of this cell may lie: from its tag on, to the next cell at most."""
    return cell.end(), cell.end() + 2000


def _place(attributes: bytes) -> int | None:
    """The packed place of a cell, None when it does not say where it is."""
    address = _ADDRESS.search(attributes)
    if not address:
        return None
    column = 0
    for letter in address[1]:
        column = column * 26 + letter - ord("A") + 1
    return (int(address[2]) - 1) << _SHIFT | (column - 1)

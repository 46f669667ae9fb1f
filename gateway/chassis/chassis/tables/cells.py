"""One cell of one kind of column: its value, or why it has none."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from chassis.fold import header
from chassis.tables import dates, numbers
from chassis.tables.columns import Column, Value
from chassis.tables.faults import Fault

# What a spreadsheet would run; `'` before it was put there to stop that and is taken off again.
FORMULA_START = "=+\\-@\t\r\n＝＋－＠"
_ESCAPED = re.compile(f"'+[{FORMULA_START}]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Controls, lone surrogates, non-characters and what turns the direction of writing.
_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_ERRORS = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")
_EXACT = 10**15  # beyond this a binary number of 64 bits has lost digits that somebody typed

Cell = str | int | float | bool | date | time | timedelta
Convert = Callable[[Cell], Value]


def clean(text: str) -> str:
    """NFC, plain single-width spaces, trimmed, one protective apostrophe off; raises Fault."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _ESCAPED.match(text):
        text = text[1:]
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" \n\ufeff")
    if _FORBIDDEN.search(text):
        raise Fault("tables.cell.control")
    if error := _ERRORS.fullmatch(text):
        raise Fault("tables.cell.error", error=error.group())
    return text


def converter(column: Column, is_1904: bool) -> Convert:
    """The function that turns a cell, not empty, into a value of `column`; it raises Fault."""
    match column.kind:
        case "text":
            return lambda cell: _text(cell, column.max_length)
        case "integer":
            return lambda cell: _number(cell, numbers.integer)
        case "decimal":
            return lambda cell: _number(cell, numbers.decimal)
        case "date":
            return lambda cell: _date(cell, is_1904)
        case "list":
            return _chooser(column)


def _text(cell: Cell, most: int) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        if abs(cell) >= _EXACT:
            raise Fault("tables.cell.precision")
        return str(int(cell)) if cell == int(cell) else repr(cell)
    if not isinstance(cell, str):
        raise Fault("tables.cell.date_in_text")
    text = clean(cell)
    if len(text) > most:
        raise Fault("tables.cell.too_long", max=most)
    return text


def _number(cell: Cell, parse: Callable[[str], int | Decimal]) -> int | Decimal | None:
    if isinstance(cell, str):
        text = clean(cell)
        return parse(text) if text else None
    if isinstance(cell, bool):
        raise Fault("tables.cell.wrong_type")
    if not isinstance(cell, (int, float)):
        raise Fault("tables.cell.date_in_number")
    if abs(cell) >= _EXACT:
        raise Fault("tables.cell.precision")
    exact = Decimal(repr(cell))
    if parse is not numbers.integer:
        return int(exact) + Decimal(0) if exact == int(exact) else exact
    if exact != int(exact):
        raise Fault("tables.cell.not_integer")
    return int(exact)


def _date(cell: Cell, is_1904: bool) -> date | None:
    if isinstance(cell, str):
        text = clean(cell)
        return dates.from_text(text) if text else None
    if isinstance(cell, datetime):
        return dates.in_range(cell.date())
    if isinstance(cell, date):
        return dates.in_range(cell)
    if isinstance(cell, (bool, time, timedelta)):
        raise Fault("tables.cell.wrong_type")
    return dates.from_serial(cell, is_1904)


def _chooser(column: Column) -> Convert:
    """Labels as written first, then without case, marks and spacing where that is still clear."""
    exact: dict[str, str] = {}
    loose: dict[str, set[str]] = {}
    for value, labels in column.choices.items():
        for label in (value, *labels):
            exact[unicodedata.normalize("NFC", label)] = value
            loose.setdefault(header(label), set()).add(value)
    shown = ", ".join(labels[0] if labels else value for value, labels in column.choices.items())

    def choose(cell: Cell) -> Value:
        text = _text(cell, column.max_length)
        if not text:
            return None
        if text in exact:
            return exact[text]
        found = loose.get(header(text), set())
        if len(found) != 1:
            raise Fault("tables.cell.not_choice", choices=shown)
        return next(iter(found))

    return choose

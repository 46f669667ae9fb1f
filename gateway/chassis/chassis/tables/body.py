"""The rows below the header: what each holds, what is left out and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from chassis.fold import header
from chassis.tables.cells import Cell, Convert, converter
from chassis.tables.columns import Column, Limits, Value, letters
from chassis.tables.faults import Fault, Refused
from chassis.tables.sheets import Sheet

_TOTALS = ("tong cong", "tong", "cong", "tong so", "total", "grand total", "sum")
_SHOWN = 20
_SAID = 500  # characters of a bad cell that are handed back

# row number, values in the order of the columns, problems as (column, cell, code, parameters, what
# stood there)
Problem = tuple[str, str, str, dict[str, object], str]
BodyRow = tuple[int, list[Value], list[Problem]]


@dataclass(slots=True)
class Body:
    """Yields the rows of `sheet` once; afterwards `empty` and `totals` say what was left out."""

    sheet: Sheet
    columns: Sequence[Column]
    limits: Limits
    empty: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)

    def __iter__(self) -> Iterator[BodyRow]:
        start = self.sheet.header.row + 1
        places = self.sheet.header.found
        readers = [
            (index, column, places.get(column.key), converter(column, self.sheet.is_1904))
            for index, column in enumerate(self.columns)
        ]
        pending: list[int] = []  # empty rows: left out with a note unless they end the table
        count = 0
        for at, cells in enumerate(islice(self.sheet.rows, start, None), start):
            if not any(cell != "" and not _is_blank(cell) for cell in cells):
                if not self._has_fault(at):
                    pending.append(at + 1)
                    continue
            elif _is_total(cells):
                self.totals.append(at + 1)
                continue
            self.empty.extend(pending)
            pending.clear()
            count += 1
            if count > self.limits.rows:
                raise Refused("tables.too_many_rows", limit=self.limits.rows, last=at + 1)
            values: list[Value] = [None] * len(self.columns)
            problems: list[Problem] = []
            for index, column, place, convert in readers:
                if place is None:
                    continue
                cell = cells[place] if place < len(cells) else ""
                try:
                    values[index] = self._value(cell, at, place, column, convert)
                except Fault as fault:
                    cell_name = f"{letters(place + self.sheet.left)}{at + 1}"
                    said = str(cell)[:_SAID].encode("utf-8", "replace").decode()
                    problems.append((column.key, cell_name, fault.code, fault.params, said))
            yield at + 1, values, problems

    def _value(self, cell: Cell, at: int, place: int, column: Column, convert: Convert) -> Value:
        value = None if cell == "" else convert(cell)
        if value is not None and value != "":
            return value
        if fault := self.sheet.fault(at, place):
            raise Fault(fault[0], **fault[1])
        if column.required:
            raise Fault("tables.cell.required")
        return None

    def _has_fault(self, at: int) -> bool:
        """A row of nothing but failed formulas is not empty; one below a merged cell is."""
        return any(
            self.sheet.faults.at(at, place + self.sheet.left)
            for place in self.sheet.header.found.values()
        )

    def notes(self) -> list[tuple[str, dict[str, object]]]:
        """What the person should know of what was left out, as (code, parameters)."""
        head, sheet = self.sheet.header, self.sheet
        told: list[tuple[str, dict[str, object]]] = []
        if head.unknown:
            told.append(("tables.note.unknown_columns", {"titles": ", ".join(head.unknown)}))
        if head.missing:
            titles = ", ".join(column.title for column in head.missing)
            told.append(("tables.note.missing_columns", {"titles": titles}))
        if self.empty:
            told.append(("tables.note.empty_rows", {"rows": _some(self.empty)}))
        if self.totals:
            told.append(("tables.note.total_rows", {"rows": _some(self.totals)}))
        if sheet.faults.hidden_rows:
            told.append(("tables.note.hidden_rows", {"count": sheet.faults.hidden_rows}))
        if sheet.others:
            others = ", ".join(sheet.others[:_SHOWN])
            told.append(("tables.note.other_sheets", {"sheet": sheet.name, "others": others}))
        return told


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip(" \t\r\n\u00a0\u200b\ufeff'")


def _is_total(cells: Sequence[Cell]) -> bool:
    """The first cell with something in it says that this row adds up the others."""
    first = next((cell for cell in cells if cell != "" and not _is_blank(cell)), "")
    if not isinstance(first, str) or len(first) > 40 or first.lstrip()[:1] not in "TtCcSsGg":
        return False  # most rows: folding is not free
    return header(first).strip(" :") in _TOTALS


def _some(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    return f"{shown}, … (+{len(numbers) - _SHOWN})" if len(numbers) > _SHOWN else shown

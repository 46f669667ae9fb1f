"""The first visible sheet of a workbook that holds the expected table."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from chassis.fold import fold
from chassis.tables.cells import Cell
from chassis.tables.columns import Column, Limits
from chassis.tables.faults import Refused
from chassis.tables.headers import HEADER_ROWS, Header, match_header
from chassis.tables.legacy import refuse_legacy
from chassis.tables.package import part, sheet_parts
from chassis.tables.sheetxml import Faults, examine

_MERGED_CELLS = 200_000
_SAMPLE_ROWS = 200
# Sheets of explanations, as templates have one: nobody misses them in an import.
_GUIDES = ("huong dan", "instructions", "guide", "readme")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows from the first of the file, in cells; `left`: index of their first column."""

    name: str | None
    rows: Iterable[Sequence[Cell]]
    header: Header
    left: int = 0
    is_1904: bool = False
    faults: Faults = field(default_factory=Faults)
    covered: frozenset[tuple[int, int]] = frozenset()
    others: tuple[str, ...] = ()

    def fault(self, row: int, column: int) -> tuple[str, dict[str, object]] | None:
        """Why this empty cell (from 0, as in `rows`) has no value, if that is not by intent."""
        at = column + self.left
        if (row, at) in self.covered:
            return "tables.cell.merged", {}
        return self.faults.at(row, at)


def read_workbook(data: bytes, columns: list[Column], limits: Limits) -> Sheet:
    """The first visible sheet that fits; raises Refused about the nearest when none does."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except CalamineError:
        raise Refused("tables.damaged") from None
    visible = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible is SheetVisibleEnum.Visible and sheet.typ is SheetTypeEnum.WorkSheet
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _choose(_sheets(book, archive, visible, columns, limits), visible, columns)


def _sheets(
    book: CalamineWorkbook,
    archive: zipfile.ZipFile,
    names: list[str],
    columns: list[Column],
    limits: Limits,
) -> Iterator[Sheet | Refused]:
    parts, is_1904 = sheet_parts(archive)
    for name in names:
        try:
            faults = examine(part(archive, parts.get(name, ""), limits.unpacked), limits)
            sheet = book.get_sheet_by_name(name)
        except Refused as refused:
            yield refused
        except CalamineError:
            yield Refused("tables.damaged")
        else:
            yield _sheet(sheet, columns, faults, is_1904)


def _sheet(sheet: CalamineSheet, columns: list[Column], faults: Faults, is_1904: bool) -> Sheet:
    left = sheet.start[1] if sheet.start else 0
    top: list[list[Cell]] = list(islice(sheet.iter_rows(), HEADER_ROWS)) if sheet.height else []
    header = match_header(top, columns)
    covered = _covered(sheet.merged_cell_ranges or [], header, left)
    return Sheet(sheet.name, _Rows(sheet), header, left, is_1904, faults, covered)


class _Rows:
    """A sheet's rows, as often as they are asked for."""

    def __init__(self, sheet: CalamineSheet) -> None:
        self._sheet = sheet

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        return iter(self._sheet.iter_rows()) if self._sheet.height else iter(())


def _covered(
    ranges: list[tuple[tuple[int, int], tuple[int, int]]], header: Header, left: int
) -> frozenset[tuple[int, int]]:
    """Cells of expected columns below the header that a merged range hides; its corner is not."""
    wanted = {index + left for index in header.found.values()}
    hidden: set[tuple[int, int]] = set()
    for (top, first), (bottom, last) in ranges:
        if not any(first <= column <= last for column in wanted):
            continue
        for row in range(max(top, header.row + 1), bottom + 1):
            hidden.update(
                (row, column)
                for column in wanted
                if first <= column <= last and (row, column) != (top, first)
            )
            if len(hidden) > _MERGED_CELLS:
                raise Refused("tables.too_costly")
    return frozenset(hidden)


def _choose(sheets: Iterator[Sheet | Refused], names: list[str], columns: list[Column]) -> Sheet:
    best: Sheet | None = None
    first_refused: Refused | None = None
    for sheet in sheets:
        if isinstance(sheet, Refused):
            first_refused = first_refused or sheet
        elif sheet.header.is_complete:
            _refuse_legacy(sheet)
            unread = (name for name in names if name != sheet.name and fold(name) not in _GUIDES)
            return replace(sheet, others=tuple(unread))
        elif best is None or len(sheet.header.found) > len(best.header.found):
            best = sheet
    if first_refused and not (best and best.header.found):
        raise first_refused
    if best is None:
        raise Refused("tables.not_a_table")
    _refuse_legacy(best)
    best.header.require(columns)
    raise Refused("tables.damaged")


def _refuse_legacy(sheet: Sheet) -> None:
    rows = islice(sheet.rows, _SAMPLE_ROWS)
    refuse_legacy(" ".join(cell for row in rows for cell in row if isinstance(cell, str)))

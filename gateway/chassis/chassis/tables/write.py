"""Tables for people who open them in Excel: nothing in them runs, numbers and dates stay such."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Any, Literal

from chassis.errors import Invalid
from chassis.tables.cells import FORMULA_START
from chassis.tables.columns import Column, Value

if TYPE_CHECKING:
    import xlsxwriter  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

XLSX_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Text is text: nothing that somebody typed becomes a formula, a link or a number.
PLAIN_TEXT = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_EXACT_DIGITS = 15  # what a number in Excel holds
_FIRST_DAY = date(1900, 3, 1)
_PROTECTED = re.compile(f"'+[{FORMULA_START}]")

Values = Mapping[str, Value]
Formats = Mapping[str, Any]


def write_xlsx(
    rows: Iterable[Values],
    columns: Sequence[Column],
    *,
    sheet: str = "Dữ liệu",
    language: Literal["vi", "en"] = "vi",
) -> bytes:
    """A workbook with one sheet. Takes processor time in proportion: call it in a thread.

    Raises Invalid `tables.cell_too_long` for a text that no Excel cell holds.
    """
    made = io.BytesIO()
    write_xlsx_to(made, rows, columns, sheet=sheet, language=language)
    return made.getvalue()


def write_xlsx_to(
    target: IO[bytes],
    rows: Iterable[Values],
    columns: Sequence[Column],
    *,
    sheet: str = "Dữ liệu",
    language: Literal["vi", "en"] = "vi",
) -> int:
    """As `write_xlsx`, into `target`, holding one row in memory; returns how many were written."""
    with closing(Book(target, columns, sheet=sheet, language=language)) as book:
        book.add(rows)
    return book.count


class Book:
    """A workbook with one sheet that grows by portions of rows; nothing is there until `close`."""

    def __init__(
        self,
        target: IO[bytes],
        columns: Sequence[Column],
        *,
        sheet: str = "Dữ liệu",
        language: Literal["vi", "en"] = "vi",
    ) -> None:
        self.count, self._columns = 0, columns
        # imported here: most processes never write a workbook
        import xlsxwriter

        self._book = xlsxwriter.Workbook(target, PLAIN_TEXT)
        self._formats = cell_formats(self._book)
        self._page = self._book.add_worksheet(sheet)
        self._page.freeze_panes(1, 0)
        for index, column in enumerate(columns):
            self._page.set_column(index, index, width(column))
            words = title(column, language)
            self._page.write_string(0, index, words, self._formats["header"])

    def add(self, rows: Iterable[Values]) -> None:
        for values in rows:
            self.count += 1
            for index, column in enumerate(self._columns):
                value = values.get(column.key)
                _write_cell(self._page, self.count, index, value, column, self._formats)

    def close(self) -> None:
        self._page.autofilter(0, 0, self.count, len(self._columns) - 1)
        self._book.close()


def cell_formats(book: "xlsxwriter.Workbook") -> Formats:
    """The few formats that every workbook of this house uses."""
    looks: dict[str, dict[str, Any]] = {
        "header": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
        "text": {"num_format": "@"},
        "date": {"num_format": "dd/mm/yyyy"},
        "integer": {"num_format": "#,##0"},
        "fraction": {"num_format": "#,##0.00##########"},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def title(column: Column, language: str) -> str:
    """The column's title in Vietnamese, or in English where it has one."""
    return column.headers[1] if language == "en" and len(column.headers) > 1 else column.title


def width(column: Column) -> int:
    """A width in characters that shows the title and common values."""
    return {"date": 12, "integer": 16, "decimal": 18}.get(
        column.kind, min(48, max(16, len(column.title) + 4))
    )


def _write_cell(
    page: "Worksheet", row: int, index: int, value: Value, column: Column, formats: Formats
) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date) and value >= _FIRST_DAY:
        page.write_datetime(row, index, value, formats["date"])
    elif isinstance(value, (int, Decimal)) and _is_exact(value):
        form = formats["integer" if value == int(value) else "fraction"]
        page.write_number(row, index, value, form)
    else:
        text = label(value, column) if isinstance(value, str) else plain(value)
        # One apostrophe comes off on the way in; one that belongs to the text gets a second.
        text = f"'{text}" if _PROTECTED.match(text) else text
        if page.write_string(row, index, text, formats["text"]) < 0:
            raise Invalid("tables.cell_too_long", row=row + 1, column=column.title)


def _is_exact(value: int | Decimal) -> bool:
    """Whether Excel keeps every digit; longer numbers are written as text."""
    digits = format(Decimal(value), "f").lstrip("-0").replace(".", "").strip("0")
    return abs(value) < 10**_EXACT_DIGITS and len(digits) <= _EXACT_DIGITS


def plain(value: int | Decimal | date) -> str:
    """Every digit, with a point; a day as yyyy-mm-dd."""
    return value.isoformat() if isinstance(value, date) else format(Decimal(value), "f")


def label(value: str, column: Column) -> str:
    """What people read for a choice; lone surrogates, which no file holds, are replaced."""
    labels = column.choices.get(value, ())
    return (labels[0] if labels else value).encode("utf-8", "replace").decode("utf-8")

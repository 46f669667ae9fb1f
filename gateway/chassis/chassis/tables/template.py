"""The workbook that people fill in: titles, lists to choose from, formats, and how to do it."""

import io
from collections.abc import Sequence
from typing import Any

from chassis.tables.columns import Column, letters
from chassis.tables.write import PLAIN_TEXT, Formats, cell_formats, width

_ROWS = 5000  # lists and date checks reach this far down
_CHOICES = "Danh mục"
_KINDS = {
    "text": "Văn bản",
    "date": "Ngày, viết ngày/tháng/năm, ví dụ 31/12/2026",
    "integer": "Số nguyên",
    "decimal": "Số, phần thập phân sau dấu phẩy",
    "list": "Chọn trong danh sách",
}


def template_xlsx(
    columns: Sequence[Column], instructions: Sequence[str], *, sheet: str = "Dữ liệu"
) -> bytes:
    """An empty table to fill in, with a sheet of instructions (one line each).

    Text columns are formatted as text, so that codes keep their zeros; required titles end in *.
    """
    made = io.BytesIO()
    # imported here: most processes never write a workbook
    import xlsxwriter  # type: ignore[import-untyped]

    with xlsxwriter.Workbook(made, PLAIN_TEXT) as book:
        formats = cell_formats(book)
        page = book.add_worksheet(sheet)
        guide = book.add_worksheet("Hướng dẫn")
        lists = book.add_worksheet(_CHOICES)
        lists.hide()
        page.freeze_panes(1, 0)
        for index, column in enumerate(columns):
            page.set_column(index, index, width(column), _format(column, formats))
            page.write_string(
                0, index, column.title + (" *" if column.required else ""), formats["header"]
            )
            if check := _validation(column, index):
                page.data_validation(1, index, _ROWS, index, check)
        _write_guide(guide, columns, instructions, formats)
        _write_lists(lists, columns)
    return made.getvalue()


def _format(column: Column, formats: Formats) -> Any:
    kind = {"date": "date", "integer": "integer", "decimal": "general"}.get(column.kind, "text")
    return formats.get(kind)


def _labels(column: Column) -> list[str]:
    return [labels[0] if labels else value for value, labels in column.choices.items()]


def _validation(column: Column, index: int) -> dict[str, Any] | None:
    """Excel's own check while typing. The import checks again: pasting passes this by."""
    if column.kind == "list" and column.choices:
        letter = letters(index)
        # A list given in place may hold 255 characters; a range on another sheet has no end.
        source = f"='{_CHOICES}'!${letter}$1:${letter}${len(column.choices)}"
        return {"validate": "list", "source": source, "error_title": "Không có trong danh mục"}
    if column.kind == "integer":
        lowest, highest = -(10**15), 10**15
        return {
            **{"validate": "integer", "criteria": "between", "minimum": lowest},
            **{"maximum": highest, "error_title": "Cần một số nguyên"},
        }
    return None


def _write_guide(
    page: Any, columns: Sequence[Column], instructions: Sequence[str], formats: Formats
) -> None:
    page.set_column(0, 0, 36)
    page.set_column(1, 3, 44)
    for row, line in enumerate(instructions):
        page.write_string(row, 0, line)
    start = len(instructions) + 1
    for index, words in enumerate(("Cột", "Bắt buộc", "Cách ghi", "Giá trị được nhận")):
        page.write_string(start, index, words, formats["header"])
    for row, column in enumerate(columns, start + 1):
        page.write_string(row, 0, column.title)
        page.write_string(row, 1, "Có" if column.required else "Không")
        page.write_string(row, 2, _KINDS[column.kind])
        page.write_string(row, 3, "; ".join(_labels(column))[:32_000])


def _write_lists(page: Any, columns: Sequence[Column]) -> None:
    labels = [_labels(column) if column.kind == "list" else [] for column in columns]
    for row in range(max(map(len, labels), default=0)):
        for index, column_labels in enumerate(labels):
            if row < len(column_labels):
                page.write_string(row, index, column_labels[row])

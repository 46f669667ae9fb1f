"""CSV that Excel opens with every letter right and runs nothing of."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from chassis.tables.cells import FORMULA_START
from chassis.tables.columns import Column, Value
from chassis.tables.write import Values, label, plain, title

CSV_MEDIA_TYPE = "text/csv; charset=utf-8"
_DANGEROUS = re.compile(f"'*[{FORMULA_START}]")
_NEGATIVE = re.compile(r"-\d+([.,]\d+)*", re.ASCII)
_READ_BOTH_WAYS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)


def neutralise(text: str) -> str:
    """`text` for a CSV cell: what a spreadsheet would run gets an apostrophe in front."""
    if _DANGEROUS.match(text) and not _NEGATIVE.fullmatch(text):
        return f"'{text}"
    return text


def write_csv(
    rows: Iterable[Values],
    columns: Sequence[Column],
    *,
    delimiter: Literal[",", ";", "\t"] = ",",
    language: Literal["vi", "en"] = "vi",
    head: bool = True,
) -> Iterator[bytes]:
    """CSV in chunks, one per row: UTF-8 with its mark, CRLF, RFC 4180 quotes.

    Days as dd/mm/yyyy, numbers with a decimal comma and no grouping. Without `head`, the rows that
    follow others of the same file.
    """
    line = io.StringIO()
    writer = csv.writer(line, delimiter=delimiter, lineterminator="\r\n")

    def encoded(cells: list[str]) -> bytes:
        line.seek(0)
        line.truncate()
        writer.writerow(cells)
        return line.getvalue().encode("utf-8", "replace")

    if head:
        titles = [neutralise(title(column, language)) for column in columns]
        yield b"\xef\xbb\xbf" + encoded(titles)
    for values in rows:
        yield encoded([_csv_cell(values.get(column.key), column) for column in columns])


def _csv_cell(value: Value, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return neutralise(label(value, column))
    if isinstance(value, date):
        return value.strftime("%d/%m/") + f"{value.year:04}"
    number = plain(value)
    # A zero more, and three decimals cannot be taken for thousands.
    return (number + "0" if _READ_BOTH_WAYS.fullmatch(number) else number).replace(".", ",")

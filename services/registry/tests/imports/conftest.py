"""Lists as officers send them."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

import registry.demo.load

SAMPLE = Path(registry.demo.load.HERE) / "import_sample.csv"


def as_xlsx(text: str) -> bytes:
    """The same list as a workbook; days are real dates in it, as Excel keeps them."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    page = book.add_worksheet("Danh sách")
    for number, row in enumerate(csv.reader(io.StringIO(text))):
        page.write_row(number, 0, row)
    book.close()
    return made.getvalue()


@pytest.fixture
def sample() -> bytes:
    return SAMPLE.read_bytes()


@pytest.fixture
def workbook(sample: bytes) -> bytes:
    return as_xlsx(sample.decode("utf-8-sig"))


@pytest.fixture
def a_list() -> Callable[..., bytes]:
    """Rows of the sample's form: `a_list({"name_vi": …}, …)`, by column title."""
    head, first = list(csv.reader(io.StringIO(SAMPLE.read_text(encoding="utf-8"))))[:2]

    def write(*rows: dict[str, Any]) -> bytes:
        text = io.StringIO()
        # a column that the sample lacks comes behind it
        titles = dict.fromkeys([*head, *(title for row in rows for title in row)])
        writer = csv.DictWriter(text, list(titles))
        writer.writeheader()
        for row in rows:
            writer.writerow({**dict(zip(head, first, strict=True)), **row})
        return text.getvalue().encode("utf-8-sig")

    return write

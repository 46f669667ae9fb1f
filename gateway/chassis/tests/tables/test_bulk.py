"""What a caller asks for by `Accept`, and what becomes of a value in a cell."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from chassis.bulk import Asked, cell, read_accept
from chassis.tables.columns import Column
from chassis.tables.write import XLSX_MEDIA_TYPE


@pytest.mark.parametrize(
    ("accept", "asked"),
    [
        ("", Asked()),
        ("*/*", Asked()),
        ("application/json, text/csv", Asked()),
        ("text/html", Asked()),
        ("text/csv", Asked("csv")),
        ("text/csv; delimiter=semicolon; charset=utf-8", Asked("csv", ";")),
        ("text/html, application/x-ndjson", Asked("ndjson")),
        (XLSX_MEDIA_TYPE, Asked("xlsx")),
    ],
)
def test_the_first_type_that_we_write_counts(accept, asked):
    assert read_accept(accept) == asked


def test_titles_follow_the_language():
    assert read_accept("text/csv", "en-GB,en;q=0.9").language == "en"


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (None, "text", None),
        (7, "text", 7),
        (True, "text", "true"),
        (["a", "b"], "text", "a; b"),
        ([], "text", ""),
        ("594500000000.00", "decimal", Decimal("594500000000.00")),
        ("0012", "text", "0012"),
        (date(2021, 11, 11), "date", date(2021, 11, 11)),
        (datetime(2021, 11, 11, 1, 2, 3, tzinfo=UTC), "text", "2021-11-11T01:02:03Z"),
        ({"a": 1}, "text", '{"a":1}'),
    ],
)
def test_a_value_becomes_a_cell(value, kind, expected):
    assert cell(value, Column("c", ("C",), kind=kind)) == expected

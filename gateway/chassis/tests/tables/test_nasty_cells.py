"""Every nasty cell of a Vietnamese spreadsheet, and what becomes of it: a value, or `!why`.

The list is that of the standard (cells, numbers, dates, codes); files and structure stand in
test_nasty_files.py, names of provinces and countries with the service that knows them.
"""

import datetime as dt
import unicodedata
from decimal import Decimal

import pytest

from chassis.tables.cells import converter
from chassis.tables.columns import Column
from chassis.tables.faults import Fault

DAY = dt.date(2026, 12, 31)
TEXTS = [
    ("=1+1", "=1+1"),
    ('=HYPERLINK("http://x","y")', '=HYPERLINK("http://x","y")'),
    ("@SUM(1)", "@SUM(1)"),
    ("+84 28 3822", "+84 28 3822"),
    ("-5", "-5"),
    ("\t=1+1", "=1+1"),
    ("\r=1+1", "=1+1"),
    ("'=1+1", "=1+1"),
    ("'0012", "'0012"),
    ("#N/A", "!error"),
    ("#REF!", "!error"),
    (True, "TRUE"),
    ("a\r\nb", "a\nb"),
    ("x" * 32_767, "x" * 32_767),
    ("x" * 32_768, "!too_long"),
    ("a\0b", "!control"),
    ("a\x07b", "!control"),
    ("a\u202eb", "!control"),
    ("👩\u200d👧", "👩\u200d👧"),
    ("a\ud800", "!control"),
    (unicodedata.normalize("NFD", "Nghệ An"), "Nghệ An"),
    ("Ðà Nẵng", "Ðà Nẵng"),
    ("Hoà Bình", "Hoà Bình"),
    ("  Hội\u00a0Hữu nghị ", "Hội Hữu nghị"),
    ("00123", "00123"),
    ("0100109106", "0100109106"),
    ("0100109106-001", "0100109106-001"),
    (123.0, "123"),
    (1234567890123456.0, "!precision"),
    (DAY, "!date_in_text"),
]
AMOUNTS = [
    ("1.234.567", "1234567"),
    ("1,234,567", "1234567"),
    ("1.234,56", "1234.56"),
    ("1234.56", "1234.56"),
    ("1.234", "!ambiguous_number"),
    ("1,234", "!ambiguous_number"),
    ("594,5 tỷ", "!number_with_unit"),
    ("26 triệu USD", "!number_with_unit"),
    ("1.5E+09", "!not_number"),
    (1.5e9, "1500000000"),
    ("(500)", "!not_number"),
    ("500-", "!not_number"),
    ("500 ₫", "!number_with_unit"),
    ("500 VNĐ", "!number_with_unit"),
    ("500 đồng", "!number_with_unit"),
    ("50%", "!number_with_unit"),
    (0.5, "0.5"),
    ("0", "0"),
    (0, "0"),
    ("-500", "-500"),
    (1e15, "!precision"),
    ("1234567890123456", "1234567890123456"),
    ("9" * 29, "!number_too_big"),
    ("1.000.000,50", "1000000.50"),
    (True, "!wrong_type"),
    (DAY, "!date_in_number"),
]
COUNTS = [("1.234", "1234"), ("1,5", "!not_integer"), (1.5, "!not_integer"), (12.0, "12")]
DATES = [
    ("31/12/2026", DAY),
    ("12/31/2026", "!date_month_first"),
    ("01/02/2026", dt.date(2026, 2, 1)),
    ("1/2/26", "!date_short_year"),
    ("2026-12-31", DAY),
    ("31-12-2026", DAY),
    ("31.12.2026", DAY),
    ("ngày 05 tháng 02 năm 2026", dt.date(2026, 2, 5)),
    ("tháng 3/2026", "!date_incomplete"),
    ("Quý II/2026", "!date_incomplete"),
    ("2026", "!date_incomplete"),
    (2026.0, "!date_incomplete"),
    (46_000.0, dt.date(2025, 12, 9)),
    (60.0, "!date_range"),
    ("29/02/2025", "!date_impossible"),
    ("30/02/2026", "!date_impossible"),
    ("31/12/26", "!date_short_year"),
    ("1/1/0001", "!date_range"),
    ("31/12/2026 08:30", DAY),
    (dt.datetime(2026, 12, 31, 8, 30), DAY),
    ("31/12/2026 ", DAY),
    ("hôm qua", "!not_date"),
]
CASES = [
    *(("text", cell, outcome) for cell, outcome in TEXTS),
    *(("decimal", cell, outcome) for cell, outcome in AMOUNTS),
    *(("integer", cell, outcome) for cell, outcome in COUNTS),
    *(("date", cell, outcome) for cell, outcome in DATES),
]


def outcome_of(kind, cell, is_1904=False):
    try:
        value = converter(Column("k", ("K",), kind=kind), is_1904)(cell)
    except Fault as fault:
        return "!" + fault.code.removeprefix("tables.cell.")
    return str(value) if isinstance(value, (int, Decimal)) else value


@pytest.mark.parametrize(
    ("kind", "cell", "outcome"),
    CASES,
    ids=[f"{kind}-{str(cell)[:24]!a}" for kind, cell, _ in CASES],
)
def test_a_nasty_cell_becomes(kind, cell, outcome):
    assert outcome_of(kind, cell) == outcome


def test_the_epoch_of_1904_gives_the_same_day_another_number():
    assert outcome_of("date", 44_538.0, is_1904=True) == outcome_of("date", 46_000.0)


@pytest.mark.parametrize("kind", ["text", "integer", "decimal", "date"])
def test_every_outcome_is_composed_and_trimmed(kind):
    """XLS-8: whatever is taken as text is NFC."""
    for of, cell, _ in CASES:
        value = outcome_of(kind, cell) if of == kind else ""
        if isinstance(value, str):
            assert unicodedata.is_normalized("NFC", value)
            assert value == value.strip()

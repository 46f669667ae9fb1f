from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.tables.dates import from_serial, from_text
from chassis.tables.faults import Fault


@pytest.mark.parametrize(
    "text",
    [
        "31/12/2026",
        "31-12-2026",
        "31.12.2026",
        "2026-12-31",
        "2026/12/31",
        "31/12/2026 ",
        "31/12/2026 08:30",
        "2026-12-31T00:00:00",
        "31 tháng 12 năm 2026",
        "ngày 31 tháng 12 năm 2026",
        "Ngày 31  Tháng 12 Năm 2026",
    ],
)
def test_a_day_is_read(text):
    assert from_text(text) == date(2026, 12, 31)


def test_slashes_mean_the_day_first():
    assert from_text("01/02/2026") == date(2026, 2, 1)
    assert from_text("5/2/2026") == date(2026, 2, 5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12/31/2026", "date_month_first"),
        ("1/2/26", "date_short_year"),
        ("1/1/026", "date_short_year"),
        ("29/02/2025", "date_impossible"),
        ("30/02/2026", "date_impossible"),
        ("0/1/2026", "date_impossible"),
        ("31/13/2026", "date_impossible"),
        ("1/1/0000", "date_impossible"),
        ("1/1/0001", "date_range"),
        ("31/12/2200", "date_range"),
        ("28/02/1900", "date_range"),
        ("tháng 3/2026", "date_incomplete"),
        ("Quý II/2026", "date_incomplete"),
        ("năm 2026", "date_incomplete"),
        ("2026", "date_incomplete"),
        ("3/2026", "date_incomplete"),
        ("31/12-2026", "not_date"),
        ("46000", "not_date"),
        ("hôm qua", "not_date"),
        ("٣١/١٢/٢٠٢٦", "not_date"),
        ("31/12/2026x", "not_date"),
    ],
)
def test_a_doubtful_day_is_refused(text, code):
    with pytest.raises(Fault, match=f"^tables.cell.{code}$"):
        from_text(text)


def test_a_serial_counts_from_the_workbooks_epoch():
    assert from_serial(46_387, False) == date(2026, 12, 31)
    assert from_serial(46_387 - 1462, True) == date(2026, 12, 31)
    assert from_serial(46_387.75, False) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("serial", "code"),
    [
        (60, "date_range"),
        (-1, "date_range"),
        (1e300, "date_range"),
        (float("inf"), "date_range"),
        (200_000, "date_range"),
        (2026, "date_incomplete"),
    ],
)
def test_a_doubtful_serial_is_refused(serial, code):
    with pytest.raises(Fault, match=f"^tables.cell.{code}$"):
        from_serial(serial, False)


@given(st.dates(date(1900, 3, 1), date(2199, 12, 31)))
def test_every_day_comes_back_in_each_form(day):
    assert from_text(f"{day.day}/{day.month}/{day.year}") == day
    assert from_text(day.isoformat()) == day
    if not 1900 <= (day - date(1899, 12, 30)).days <= 2199:
        assert from_serial((day - date(1899, 12, 30)).days, False) == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_fault(text):
    with suppress(Fault):
        assert isinstance(from_text(text), date)

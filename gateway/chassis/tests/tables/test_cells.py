import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from chassis.tables.cells import clean, converter
from chassis.tables.columns import Column, letters
from chassis.tables.faults import Fault
from chassis.tables.problems import PROBLEMS
from chassis.tables.refusals import REFUSALS

CHOICES = {"active": ("Đang hoạt động", "Active"), "ghost": ("Ma",), "tomb": ("Mả",)}


def convert(kind, cell, **more):
    column = Column("k", ("K",), kind=kind, choices=CHOICES, **more)
    return converter(column, False)(cell)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Hội\u00a0Hữu nghị \t", "Hội Hữu nghị"),
        (unicodedata.normalize("NFD", "Nghệ thuật"), "Nghệ thuật"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("'=1+1", "=1+1"),
        ("''=1+1", "'=1+1"),
        ("'+84 28 3829", "+84 28 3829"),
        ("'＝1", "＝1"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("", ""),
    ],
)
def test_text_is_kept_as(text, kept):
    assert clean(text) == kept


@pytest.mark.parametrize("text", ["a\0b", "\x1b[0m", "a\x7f", "\ud800", "\uffff", "a\u202eb"])
def test_controls_are_reported(text):
    with pytest.raises(Fault, match="control"):
        clean(text)


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "#DIV/0!", " #VALUE! "])
def test_error_texts_are_reported(text):
    with pytest.raises(Fault, match="error") as fault:
        clean(text)

    assert fault.value.params == {"error": text.strip()}


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("text", "00123", "00123"),
        ("text", "0100109106-001", "0100109106-001"),
        ("text", 123.0, "123"),
        ("text", 1.5, "1.5"),
        ("text", True, "TRUE"),
        ("text", "x" * 32_767, "x" * 32_767),
        ("integer", 123.0, 123),
        ("integer", "1.234", 1234),
        ("integer", " ", None),
        ("decimal", 1234.56, Decimal("1234.56")),
        ("decimal", 123.0, Decimal(123)),
        ("decimal", 0.1, Decimal("0.1")),
        ("decimal", "1.234,5", Decimal("1234.5")),
        ("date", date(2026, 12, 31), date(2026, 12, 31)),
        ("date", datetime(2026, 12, 31, 8, 30), date(2026, 12, 31)),
        ("date", 46_387.0, date(2026, 12, 31)),
        ("date", "31/12/2026 ", date(2026, 12, 31)),
        ("date", "\u00a0", None),
        ("list", "Đang hoạt động", "active"),
        ("list", "dang_hoat  dong", "active"),
        ("list", "ACTIVE", "active"),
        ("list", "Mả", "tomb"),
        ("list", "", None),
    ],
)
def test_a_cell_of_a_column_means(kind, cell, value):
    assert convert(kind, cell) == value


@pytest.mark.parametrize(
    ("kind", "cell", "code"),
    [
        ("text", 1e15, "precision"),
        ("text", 1.2e300, "precision"),
        ("text", date(2026, 2, 1), "date_in_text"),
        ("text", time(1, 2), "date_in_text"),
        ("text", "abc", "too_long"),
        ("integer", 1.5, "not_integer"),
        ("integer", True, "wrong_type"),
        ("integer", date(2026, 2, 1), "date_in_number"),
        ("integer", 1e15, "precision"),
        ("decimal", timedelta(hours=1), "date_in_number"),
        ("date", True, "wrong_type"),
        ("date", time(1, 2), "wrong_type"),
        ("date", 2026.0, "date_incomplete"),
        ("date", date(1900, 2, 28), "date_range"),
        ("list", "Mạ", "not_choice"),
        ("list", "khác", "not_choice"),
        ("list", 5.0, "not_choice"),
    ],
)
def test_a_cell_that_does_not_fit_is_reported(kind, cell, code):
    with pytest.raises(Fault, match=f"^tables.cell.{code}$"):
        convert(kind, cell, max_length=2 if cell == "abc" else 100)


def test_the_names_of_columns_are_excels():
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702, 16_383)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD")
    ]


def test_every_sentence_speaks_both_languages_with_the_same_parameters():
    import string

    for vi, en in REFUSALS.values():
        fields = [{f[1] for f in string.Formatter().parse(text) if f[1]} for text in (vi, en)]
        assert vi != en
        assert fields[0] == fields[1]
    assert set(PROBLEMS) <= set(REFUSALS)

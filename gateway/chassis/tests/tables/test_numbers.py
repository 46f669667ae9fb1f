from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.tables.faults import Fault
from chassis.tables.numbers import decimal, integer


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("+7", "7"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1234.56", "1234.56"),
        ("1234,5", "1234.5"),
        ("12,5", "12.5"),
        ("0,123", "0.123"),
        ("0.123", "0.123"),
        ("1234.567", "1234.567"),
        ("1 234 567", "1234567"),
        ("1 234 567,8", "1234567.8"),
        ("00012", "12"),
        ("1,2340", "1.234"),
    ],
)
def test_a_number_is_read(text, value):
    assert decimal(text) == Decimal(value)


@pytest.mark.parametrize("text", ["1.234", "1,234", "-12.345", "999,999"])
def test_one_separator_before_three_digits_is_not_guessed(text):
    with pytest.raises(Fault) as fault:
        decimal(text)

    assert fault.value.code == "tables.cell.ambiguous_number"
    assert decimal(fault.value.params["decimal"]) != integer(fault.value.params["thousands"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("594,5 tỷ", "number_with_unit"),
        ("26 triệu USD", "number_with_unit"),
        ("500 ₫", "number_with_unit"),
        ("500đ", "number_with_unit"),
        ("500 VNĐ", "number_with_unit"),
        ("1.000 đồng", "number_with_unit"),
        ("USD 500", "number_with_unit"),
        ("$500", "number_with_unit"),
        ("50%", "number_with_unit"),
        ("1.5E+09", "not_number"),
        ("(500)", "not_number"),
        ("500-", "not_number"),
        ("1.23.4", "not_number"),
        ("1,23,456", "not_number"),
        ("1.234,567.8", "not_number"),
        ("--5", "not_number"),
        ("một trăm", "not_number"),
        ("٣", "not_number"),
        ("1 2345", "not_number"),
        ("nan", "not_number"),
        ("Infinity", "not_number"),
        ("1_000", "not_number"),
        ("9" * 29, "number_too_big"),
        ("9" * 5000, "number_too_big"),
    ],
)
def test_what_is_no_plain_number_is_refused(text, code):
    with pytest.raises(Fault, match=f"^tables.cell.{code}$"):
        decimal(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.234", 1234), ("1,234", 1234), ("123,00", 123), ("1.234,0", 1234), ("-7", -7)],
)
def test_a_whole_number_is_read(text, value):
    assert integer(text) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [("1,5", "not_integer"), ("0.123", "not_integer"), ("9" * 19, "number_too_big")],
)
def test_what_is_no_whole_number_is_refused(text, code):
    with pytest.raises(Fault, match=f"^tables.cell.{code}$"):
        integer(text)


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_a_fault(text):
    with suppress(Fault):
        assert decimal(text).is_finite()


@given(st.decimals(-(10**12), 10**12, places=2))
def test_vietnamese_writing_comes_back(value):
    written = f"{value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")

    assert decimal(written) == value

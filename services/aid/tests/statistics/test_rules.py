"""Periods, conversion and rounding, by example and by property."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aid.statistics import rules
from aid.statistics.rules import Period, Sum

NONE = (rules.END, rules.BEGINNING)
JAN, FEB = date(2021, 1, 15), date(2021, 2, 1)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            date(2021, 1, 1), date(2021, 12, 1),
            Period(NONE, date(2021, 1, 1), date(2021, 12, 1), (date(2021, 12, 1),) * 2),
        ),
        (
            JAN, date(2021, 3, 31),
            Period((JAN, date(2021, 1, 31)), FEB, date(2021, 4, 1), NONE),
        ),
        (
            JAN, date(2021, 1, 20),
            Period((JAN, date(2021, 1, 20)), FEB, FEB, NONE),
        ),
    ],
)  # fmt: skip
def test_a_period_is_cut_into_whole_months_and_the_days_around(
    start: date, end: date, expected: Period
) -> None:
    assert rules.period(start, end) == expected


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_every_day_is_in_just_the_parts_of_its_period(a: date, b: date, day: date) -> None:
    start, end = sorted((a, b))
    cut = rules.period(start, end)

    parts = [
        cut.head[0] <= day <= cut.head[1],
        cut.first <= day.replace(day=1) < cut.beyond,
        cut.tail[0] <= day <= cut.tail[1],
    ]

    assert sum(parts) == (start <= day <= end)


@given(DAYS, st.integers(1, 1000))
def test_a_period_that_ends_before_it_begins_holds_no_day(end: date, days: int) -> None:
    start = end + timedelta(days=days)
    cut = rules.period(start, end)

    for day in (end, start, end - timedelta(days=40) if end.year > 1900 else end):
        assert not cut.head[0] <= day <= cut.head[1]
        assert not cut.first <= day.replace(day=1) < cut.beyond
        assert not cut.tail[0] <= day <= cut.tail[1]


AMOUNTS = st.lists(st.fractions(-(10**15), 10**15, max_denominator=10**8), max_size=30)


@given(AMOUNTS, st.sampled_from([0, 2]))
def test_rounded_rows_add_up_to_the_rounded_sum_and_each_is_near(
    exact: list[Fraction], decimals: int
) -> None:
    rows = rules.rounded(exact, decimals)

    step = Fraction(1, 10**decimals)
    total = Fraction(rules.added(rows, decimals))
    assert abs(total - sum(exact, Fraction(0))) <= step / 2
    assert all(abs(Fraction(row) - one) < step for row, one in zip(rows, exact, strict=True))


def test_the_seeds_sums_are_rounded_once() -> None:
    rows = [Fraction(594_500_000_000, 23_000), Fraction(275_700_000_000, 23_000)]

    assert rules.rounded(rows, 2) == ["25847826.09", "11986956.52"]
    assert rules.added(rules.rounded(rows, 2), 2) == "37834782.61"


def test_each_currency_is_converted_through_dong() -> None:
    sum_ = Sum()

    assert sum_.add(1, Decimal("23000"), "VND", None, Decimal("23000")) == []
    assert sum_.add(1, Decimal("2"), "USD", Decimal("23000"), Decimal("23000")) == []
    assert sum_.add(1, Decimal("1"), "EUR", Decimal("27000"), Decimal("27000")) == []
    assert (sum_.count, sum_.dong, sum_.dollars) == (3, 23000 + 46000 + 27000, 1 + 2 + 1)


@pytest.mark.parametrize(
    ("currency", "rate", "usd", "left"),
    [
        ("VND", None, None, ["USD"]),
        ("USD", None, None, ["VND"]),
        ("EUR", None, Decimal(23000), ["VND", "USD"]),
        ("EUR", Decimal(27000), None, ["USD"]),
    ],
)
def test_what_has_no_rate_is_counted_and_named_not_guessed(
    currency: str, rate: Decimal | None, usd: Decimal | None, left: list[str]
) -> None:
    sum_ = Sum()

    assert sum_.add(1, Decimal(5), currency, rate, usd) == left
    assert sum_.count == 1

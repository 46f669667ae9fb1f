"""How an agreement stands and when its next review is due, without a database."""

from datetime import date

import pytest

from chassis.errors import RuleViolation
from registry.agreements.rules import next_review, require_review, standing

BEGINS, ENDS = date(2023, 5, 30), date(2028, 12, 31)
JUNE, DECEMBER = date(2023, 6, 30), date(2023, 12, 31)


@pytest.mark.parametrize(
    ("today", "ended_on", "expected"),
    [
        (date(2023, 5, 29), None, "upcoming"),
        (BEGINS, None, "in_force"),
        (ENDS, None, "in_force"),
        (date(2029, 1, 1), None, "expired"),
        (date(2025, 7, 1), date(2025, 7, 1), "ended"),
    ],
)
def test_it_holds_from_its_first_day_to_its_last_unless_it_was_ended(
    today: date, ended_on: date | None, expected: str
) -> None:
    assert standing(BEGINS, ENDS, ended_on, today) == expected


def test_the_next_review_is_of_the_first_half_year_without_one() -> None:
    assert next_review(BEGINS, ENDS, []) == JUNE
    assert next_review(BEGINS, ENDS, [JUNE]) == DECEMBER
    assert next_review(BEGINS, JUNE, [JUNE]) is None


@pytest.mark.parametrize("day", [date(2023, 7, 1), date(2022, 12, 31), DECEMBER])
def test_a_review_is_of_one_half_year_of_the_period_and_once(day: date) -> None:
    with pytest.raises(RuleViolation):
        require_review(BEGINS, ENDS, [DECEMBER], day)

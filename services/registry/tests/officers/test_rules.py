"""On which days a post counts as held, without a database."""

from datetime import date

import pytest

from chassis.errors import RuleViolation
from registry.officers.rules import held_days

DAY, LATER = date(2023, 1, 9), date(2024, 6, 1)
TERM = (date(2018, 1, 1), date(2023, 12, 31))
OPEN: tuple[None, None] = (None, None)


@pytest.mark.parametrize(
    ("stated", "term", "known_on", "held"),
    [
        ((DAY, LATER), TERM, None, (DAY, LATER)),
        ((DAY, None), OPEN, None, (DAY, date.max)),
        (OPEN, TERM, DAY, TERM),
        (OPEN, OPEN, DAY, (DAY, DAY)),
        ((None, DAY), OPEN, None, (DAY, DAY)),
    ],
)
def test_what_is_stated_comes_before_the_term_and_the_term_before_the_day_it_was_printed(
    stated: tuple[date | None, date | None],
    term: tuple[date | None, date | None],
    known_on: date | None,
    held: tuple[date, date],
) -> None:
    assert held_days(stated, term, known_on) == held


@pytest.mark.parametrize(
    ("stated", "code"),
    [(OPEN, "registry.undated_post"), ((LATER, DAY), "registry.dates_out_of_order")],
)
def test_a_post_without_any_day_or_with_days_that_went_backwards_is_refused(
    stated: tuple[date | None, date | None], code: str
) -> None:
    with pytest.raises(RuleViolation) as refused:
        held_days(stated, OPEN, None)

    assert refused.value.code == code

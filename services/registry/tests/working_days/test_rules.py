"""What may be entered in the calendar, and what a year's list shows."""

from datetime import date

import pytest

from chassis.errors import NotAllowed, RuleViolation
from chassis.workdays import Calendar, Moved
from registry.working_days import rules
from registry.working_days.rules import DayKind, Mark

TET_SWAP = Mark(date(2026, 1, 2), DayKind.OFF, "Nghỉ", None, "thông báo", "SECONDARY", True)


@pytest.mark.parametrize(
    ("day", "kind", "is_refused"),
    [
        (date(2026, 11, 23), DayKind.WORK, True),  # a Monday
        (date(2026, 11, 21), DayKind.WORK, False),  # a Saturday
        (date(2026, 11, 24), DayKind.WORK, False),  # a holiday on which people are to work
        (date(2026, 11, 23), DayKind.OFF, False),
        (date(2026, 11, 24), DayKind.OFF, False),  # known already: now with a better source
    ],
)
def test_a_make_up_day_moves_something(day: date, kind: DayKind, is_refused: bool) -> None:
    if is_refused:
        with pytest.raises(RuleViolation, match="day_not_moved"):
            rules.require_moves(day, kind, Calendar())
    else:
        rules.require_moves(day, kind, Calendar())


def test_the_national_union_keeps_the_calendar() -> None:
    rules.require_national(national=True)
    with pytest.raises(NotAllowed, match="national_only"):
        rules.require_national(national=False)


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2091, 1, 1)])
def test_outside_of_the_calendar_nothing_is_counted(day: date) -> None:
    with pytest.raises(RuleViolation, match="no_calendar"):
        rules.require_known(to=day)


def test_an_entry_stands_in_the_year_with_its_own_source() -> None:
    moved = {TET_SWAP.day: TET_SWAP}
    calendar = Calendar([Moved(TET_SWAP.day, True)])

    marks = rules.marks(calendar, moved, date(2026, 1, 1), date(2026, 12, 31))

    assert marks[1] == TET_SWAP
    assert marks[0].source.startswith("python holidays ")
    assert not marks[0].verified
    # Sunday 26 April is a holiday, but it is the Monday after it that is off
    assert date(2026, 4, 26) not in {mark.day for mark in marks}
    assert [mark.day for mark in marks if mark.kind is DayKind.WORK] == [date(2026, 8, 22)]

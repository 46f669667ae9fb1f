"""What a certificate may say, without a database."""

from datetime import date

import pytest

from chassis.errors import RuleViolation
from registry.certificates.rules import days, overlap, require_order

JAN, JUN, DEC, NEXT = date(2026, 1, 1), date(2026, 6, 1), date(2026, 12, 31), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("issued", "start", "last", "ended", "wrong"),
    [
        (JAN, JAN, DEC, None, []),
        (JAN, JAN, None, None, []),
        (JAN, JUN, JUN, None, []),  # one day
        (JAN, JUN, JAN, None, ["valid_to"]),
        (NEXT, JAN, DEC, None, ["issued_on"]),
        (JUN, JUN, DEC, JAN, ["ended_on"]),
        (NEXT, DEC, JUN, JAN, ["valid_to", "issued_on", "ended_on"]),
        (JAN, JUN, DEC, JAN, []),  # withdrawn before it began
    ],
)
def test_dates_stand_in_order_or_are_named(
    issued: date, start: date, last: date | None, ended: date | None, wrong: list[str]
) -> None:
    if not wrong:
        require_order(issued, start, last, ended)
        return

    with pytest.raises(RuleViolation) as refused:
        require_order(issued, start, last, ended)

    assert [problem.pointer for problem in refused.value.errors] == [f"/body/{w}" for w in wrong]


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ((JAN, DEC, None), (NEXT, None, None), False),  # the day after the last day
        ((JAN, DEC, None), (DEC, None, None), True),  # the last day
        ((JAN, None, None), (NEXT, None, None), True),  # open
        ((JAN, DEC, JUN), (JUN, DEC, None), False),  # ended early: the first day after
        ((JUN, DEC, JAN), (JUN, DEC, None), False),  # withdrawn before it began: no day at all
        ((JAN, JUN, DEC), (JUN, DEC, None), True),  # an end after its last day adds nothing
    ],
)
def test_certificates_overlap_when_they_hold_on_a_common_day(
    one: tuple[date, date | None, date | None],
    other: tuple[date, date | None, date | None],
    common: bool,
) -> None:
    held = [
        days(dict(zip(("valid_from", "valid_to", "ended_on"), paper, strict=True)))
        for paper in (one, other)
    ]

    assert overlap(*held) is overlap(*reversed(held)) is common

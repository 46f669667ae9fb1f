"""How near a deadline is."""

from datetime import date, timedelta

import pytest

from registry.deadlines.rules import Urgency, urgency

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("days", "working", "is_"),
    [
        (-1, -1, Urgency.OVERDUE), (-400, -270, Urgency.OVERDUE), (0, 0, Urgency.SOON),
        (1, 0, Urgency.SOON), (3, 2, Urgency.SOON), (4, 3, Urgency.WITHIN_60),
        (60, 40, Urgency.WITHIN_60), (61, 41, Urgency.WITHIN_90), (90, 60, Urgency.WITHIN_90),
        (91, 61, Urgency.WITHIN_120), (120, 80, Urgency.WITHIN_120), (121, 81, Urgency.LATER),
    ],
)  # fmt: skip
def test_a_deadline_stands_in_its_band(days: int, working: int, is_: Urgency) -> None:
    assert urgency(TODAY + timedelta(days=days), TODAY, working) is is_

"""How long a session lives, and when a name may be tried again."""

from datetime import UTC, datetime, timedelta

import pytest

from gateway.sessions import rules
from gateway.sessions.rules import Tries

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def at(**later: float) -> datetime:
    return NOW + timedelta(**later)


@pytest.mark.parametrize(
    ("created", "seen", "alive"),
    [
        (at(), at(), True),
        (at(hours=-9.9), at(minutes=-29), True),
        (at(hours=-10), at(), False),
        (at(hours=-1), at(minutes=-30), False),
    ],
)
def test_a_session_ends_by_rest_or_by_age(created: datetime, seen: datetime, alive: bool) -> None:
    assert rules.is_alive(created, seen, NOW) is alive


def fail(count: int, tries: Tries | None = None, moment: datetime = NOW) -> Tries:
    for _ in range(count):
        tries = rules.after_failure(tries, moment)
    assert tries is not None
    return tries


def test_nine_failures_leave_a_name_open_and_ten_close_it_for_five_minutes() -> None:
    assert rules.wait(fail(9), NOW) == 0
    assert rules.wait(fail(10), NOW) == 300
    assert rules.wait(fail(10), at(seconds=299.5)) == 1
    assert rules.wait(fail(10), at(minutes=5)) == 0


def test_failures_further_apart_than_five_minutes_do_not_add_up() -> None:
    tries = fail(9)

    assert rules.wait(fail(1, tries, at(minutes=5)), at(minutes=5)) == 0


def test_pauses_grow_to_a_quarter_of_an_hour() -> None:
    tries, moment, waits = None, NOW, []
    for _ in range(4):
        tries = fail(10, tries, moment)
        waits.append(rules.wait(tries, moment))
        moment += timedelta(seconds=waits[-1])

    assert waits == [300, 600, 900, 900]


def test_knocking_at_a_closed_name_does_not_hold_it_shut() -> None:
    closed = fail(10)

    assert fail(50, closed, at(minutes=4)) == closed

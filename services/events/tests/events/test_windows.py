"""When an event is, without a database."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from chassis.errors import RuleViolation
from events.bookings.rules import Slot, moved
from events.events.windows import Precision, Window, follow, read


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


MAY_4 = date(2027, 5, 4)
EIGHT, ELEVEN = at("2027-05-04T08:00:00+07:00"), at("2027-05-04T11:00:00+07:00")
TIMED = Window(Precision.TIME, EIGHT, ELEVEN)


@pytest.mark.parametrize(
    ("said", "precision", "starts_on", "ends_on"),
    [
        ({"starts_at": EIGHT, "ends_at": ELEVEN}, "time", "2027-05-04", "2027-05-04"),
        (
            {"starts_on": date(2026, 12, 26), "ends_on": date(2026, 12, 27)},
            "day",
            "2026-12-26",
            "2026-12-27",
        ),
        ({"starts_on": date(2026, 12, 26)}, "day", "2026-12-26", "2026-12-26"),
        (
            {"precision": Precision.MONTH, "starts_on": date(2017, 12, 15)},
            "month",
            "2017-12-01",
            "2017-12-31",
        ),
        (
            {"precision": Precision.QUARTER, "starts_on": date(2018, 11, 5)},
            "quarter",
            "2018-10-01",
            "2018-12-31",
        ),
        (
            {"precision": Precision.YEAR, "starts_on": date(2022, 7, 1)},
            "year",
            "2022-01-01",
            "2022-12-31",
        ),
        (
            {"precision": Precision.MONTH, "starts_on": date(2024, 2, 29)},
            "month",
            "2024-02-01",
            "2024-02-29",
        ),
    ],
)
def test_a_window_is_said_in_the_words_of_its_precision(said, precision, starts_on, ends_on):
    window = read(said)

    assert window.precision == precision
    assert (str(window.starts_on), str(window.ends_on)) == (starts_on, ends_on)
    assert window.starts_at.tzinfo is not None
    assert window.starts_at < window.ends_at


@pytest.mark.parametrize(
    ("said", "field", "code"),
    [
        ({}, "starts_on", "events.when_incomplete"),
        ({"starts_at": EIGHT}, "ends_at", "events.when_incomplete"),
        ({"ends_at": EIGHT}, "starts_at", "events.when_incomplete"),
        ({"precision": Precision.YEAR}, "starts_on", "events.when_incomplete"),
        (
            {"starts_at": EIGHT, "ends_at": ELEVEN, "starts_on": MAY_4},
            "starts_on",
            "events.when_contradicts",
        ),
        (
            {"precision": Precision.DAY, "starts_at": EIGHT, "starts_on": MAY_4},
            "starts_at",
            "events.when_contradicts",
        ),
        (
            {"precision": Precision.MONTH, "starts_on": MAY_4, "ends_on": date(2027, 6, 4)},
            "ends_on",
            "events.when_contradicts",
        ),
        ({"starts_at": ELEVEN, "ends_at": EIGHT}, "ends_at", "events.ends_before_start"),
        ({"starts_at": EIGHT, "ends_at": EIGHT}, "ends_at", "events.ends_before_start"),
        ({"starts_on": MAY_4, "ends_on": date(2027, 5, 3)}, "ends_on", "events.ends_before_start"),
    ],
)
def test_a_window_that_says_too_little_or_too_much_is_refused_by_field(said, field, code):
    with pytest.raises(RuleViolation) as refused:
        read(said)

    assert refused.value.code == code
    assert refused.value.errors[0].pointer == f"/body/{field}"


def test_a_change_builds_on_the_window_before_where_the_precision_stays():
    later = read({"ends_at": ELEVEN + timedelta(hours=1)}, TIMED)
    whole_day = read({"starts_on": date(2027, 5, 5)}, TIMED)
    longer = read({"ends_on": date(2027, 5, 6)}, whole_day)
    month = read(
        {"precision": Precision.MONTH},
        read({"precision": Precision.MONTH, "starts_on": date(2027, 5, 1)}),
    )

    assert (later.starts_at, later.ends_at) == (EIGHT, ELEVEN + timedelta(hours=1))
    assert (whole_day.precision, str(whole_day.ends_on)) == ("day", "2027-05-05")
    assert (str(longer.starts_on), str(longer.ends_on)) == ("2027-05-05", "2027-05-06")
    assert month.precision == "month"


def test_an_evening_abroad_is_a_day_of_its_own_here():
    window = read(
        {"starts_at": at("2026-12-31T18:00:00+00:00"), "ends_at": at("2026-12-31T19:00:00Z")}
    )

    assert str(window.starts_on) == "2027-01-01"


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("start", "end", "new_start", "new_end"),
    [
        (0, 3, 1, 5),  # the event's own time goes where the event goes
        (-1, 4, 0, 6),  # an hour to set up and one to clear are kept
        (0, 1, 1, 2),  # a part at the beginning stays at the beginning
        (2, 3, 3, 5),  # a part at the end stays at the end
        (-24, -22, -23, -21),  # the rehearsal of the day before comes along
    ],
)
def test_a_booking_follows_its_event(start, end, new_start, new_end):
    new = Window(Precision.TIME, EIGHT + HOUR, EIGHT + 5 * HOUR)

    assert follow(EIGHT + start * HOUR, TIMED, new) == EIGHT + new_start * HOUR
    assert follow(EIGHT + end * HOUR, TIMED, new) == EIGHT + new_end * HOUR


def test_an_event_that_leaves_nothing_of_a_booking_is_not_moved():
    slot = Slot(venue_id=uuid4(), starts_at=EIGHT + 2 * HOUR, ends_at=ELEVEN)

    with pytest.raises(RuleViolation, match=r"events\.booking_lost"):
        moved(slot, TIMED, Window(Precision.TIME, EIGHT, EIGHT + HOUR))

"""The rows of the demonstration files as records."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid5

from chassis.db import now
from events.bookings.models import Booking
from events.bookings.rules import BookingStatus
from events.events import windows
from events.events.models import Event
from events.events.rules import Status, Visibility
from events.events.schemas import derived as event_derived
from events.events.windows import Precision
from events.reference import NAMESPACE
from events.venues.models import Venue
from events.venues.rules import location
from events.venues.schemas import derived as venue_derived

Row = dict[str, str]
STATUSES = {"held": Status.DONE, "planned": Status.PLANNED, "cancelled": Status.CANCELLED}
HELD = {"cancelled": BookingStatus.CANCELLED}
# What the unions do among themselves; the rest, and all that the seeds printed, is public.
INTERNAL = {"working_session", "executive_committee_meeting"}


def unit_id(code: str) -> UUID:
    """The registry's id of a union: derived from its code, so that no service has to be asked."""
    return uuid5(NAMESPACE, f"unit/{code}")


def _many(text: str) -> list[str]:
    return [part for part in text.split("|") if part]


def _number(text: str) -> int | None:
    return int(text) if text else None


def venue(row: Row) -> Venue:
    fields = {name: row[name] or None for name in ("name_vi", "name_en", "province")}
    return Venue(
        id=UUID(row["id"]),
        unit_id=unit_id(row["unit_code"]),
        capacity=_number(row["capacity"]),
        demo=row["demo"] == "true",
        **fields,
        **venue_derived(fields),
    )


def _window(row: Row) -> windows.Window:
    if row["starts_at"]:
        said: dict[str, Any] = {
            name: datetime.fromisoformat(row[name]).astimezone(UTC)
            for name in ("starts_at", "ends_at")
        }
    else:
        said = {
            "precision": Precision(row["precision"]),
            "starts_on": date.fromisoformat(row["starts_on"]),
        }
        if row["precision"] == Precision.DAY and row["ends_on"]:
            said["ends_on"] = date.fromisoformat(row["ends_on"])
    return windows.read(said)


def participation(row: Row) -> dict[str, Any]:
    return {
        "category": row["audience"],
        "count": int(row["count"]),
        "qualifier": row["qualifier"],
        "measure": row["unit"],
        "stage": row["stage"],
        "method": row["method"],
    }


def event(row: Row, participation: list[dict[str, Any]], booked: list[Row]) -> Event:
    quote = f": “{row['quote']}”" if row["quote"] else ""
    demo = row["demo"] == "true"
    moment = now()
    record = Event(
        id=UUID(row["id"]),
        unit_id=unit_id(row["unit_code"]),
        kind=row["kind"],
        title_vi=row["title_vi"],
        title_en=row["title_en"] or None,
        organisers=_many(row["co_units"]),
        location=location(None, [(venue["name_vi"], None) for venue in booked]),
        status=STATUSES[row["status"]],
        status_at=moment,
        announced_at=moment,
        visibility=Visibility.INTERNAL if demo and row["kind"] in INTERNAL else Visibility.PUBLIC,
        day_part=row["day_part"] or None,
        countries=_many(row["countries"]),
        provinces=_many(row["provinces"]),
        expected_attendance=_number(row["expected_attendance"]),
        edition=_number(row["edition"]),
        reviewed_year=_number(row["review_year"]),
        planned_year=_number(row["plan_year"]),
        participation=participation,
        source=f"{row['source']}{quote}",
        note=row["note"] or None,
        demo=demo,
        **_window(row).columns(),
    )
    record.search = event_derived(record)["search"]
    return record


def booking(row: Row, unit: UUID) -> Booking:
    return Booking(
        id=UUID(row["id"]),
        unit_id=unit,
        venue_id=UUID(row["venue_id"]),
        event_id=UUID(row["event_id"]),
        starts_at=datetime.fromisoformat(row["starts_at"]).astimezone(UTC),
        ends_at=datetime.fromisoformat(row["ends_at"]).astimezone(UTC),
        # the file's `tentative` holds the room too: here a booking is held or given back
        status=HELD.get(row["status"], BookingStatus.CONFIRMED),
        demo=row["demo"] == "true",
    )

"""Enters what is missing of the demonstration data; what somebody has changed since stays."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.db import now
from chassis.identity import Actor
from events.bookings.models import Booking
from events.bookings.schemas import BookingOut
from events.demo import rows
from events.demo.rows import Row, unit_id
from events.events.models import Event
from events.events.schemas import EventOut
from events.store import Change
from events.units.models import Unit
from events.venues.models import Venue
from events.venues.schemas import VenueOut

HERE = Path(__file__).parent
WHO = Actor(None, "system", "Dữ liệu trình diễn")


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many records were entered, and how many were there before."""

    venues: int
    events: int
    bookings: int
    there: int


def read(name: str) -> list[Row]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def _enter_units(tx: AsyncSession) -> None:
    """The unions as version 0: whatever the registry tells of them later is newer."""
    moment = now()
    stamp = {"version": 0, "created_at": moment, "updated_at": moment}
    units = [
        {**stamp, "id": unit_id(row["code"]), "code": row["code"], "name_vi": row["name_vi"],
         "name_en": row["name_en"] or None, "national": row["national"] == "true"}
        for row in read("units")
    ]  # fmt: skip
    await tx.execute(insert(Unit).values(units).on_conflict_do_nothing())


async def enter(tx: AsyncSession) -> Loaded:
    """One transaction for all of it, so that a broken run leaves nothing behind."""
    await _enter_units(tx)
    there: set[UUID] = set()
    for table in (Venue, Event, Booking):
        there |= set(await tx.scalars(select(table.id)))
    venue_rows, event_rows, booking_rows = read("venues"), read("events"), read("bookings")
    named = {row["id"]: row for row in venue_rows}
    took_part: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read("participation"):
        took_part[row["event_id"]].append(rows.participation(row))
    booked: dict[str, list[Row]] = defaultdict(list)
    for row in booking_rows:
        if row["status"] == "cancelled":
            continue  # it says nothing of where the event is
        booked[row["event_id"]].append(named[row["venue_id"]])
    owner = {row["id"]: unit_id(row["unit_code"]) for row in event_rows}

    venues = [rows.venue(row) for row in venue_rows if UUID(row["id"]) not in there]
    events = [
        rows.event(row, took_part[row["id"]], booked[row["id"]])
        for row in event_rows
        if UUID(row["id"]) not in there
    ]
    bookings = [
        rows.booking(row, owner[row["event_id"]])
        for row in booking_rows
        if UUID(row["id"]) not in there
    ]
    for records in (venues, events, bookings):  # each points at those before it
        tx.add_all(records)
        await tx.flush()
    act = Acting(tx, WHO, Change, "demonstration")
    for venue in venues:
        act.log(venue, VenueOut.of(venue, WHO), "create")
    for event in events:
        act.log(event, EventOut.of(event, WHO), "create")
    for booking in bookings:
        act.log(booking, BookingOut.of(booking.unit_id)(booking, WHO), "create")
    entered = len(venues) + len(events) + len(bookings)
    total = len(venue_rows) + len(event_rows) + len(booking_rows)
    return Loaded(len(venues), len(events), len(bookings), total - entered)

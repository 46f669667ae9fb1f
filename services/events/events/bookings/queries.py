"""Every SELECT and lock on bookings, and the search for a booking in the way."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, bindparam, case, func, or_, select, text, true
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import NotFound
from chassis.identity import Actor
from chassis.listing import Listing, Order
from chassis.records import find
from events.bookings import rules
from events.bookings.models import Booking
from events.bookings.rules import BookingStatus, Other, Slot
from events.events.models import Event
from events.events.queries import TITLE_VISIBLE
from events.events.rules import is_visible
from events.venues.models import Venue
from events.venues.rules import location

BOOKINGS = Listing(
    select(
        Booking.id,
        Booking.version,
        Booking.created_at,
        Booking.updated_at,
        Booking.unit_id,
        Booking.venue_id,
        Venue.name_vi.label("venue_name_vi"),
        Booking.event_id,
        case((TITLE_VISIBLE, Event.title_vi)).label("event_title_vi"),
        case((TITLE_VISIBLE, Event.title_en)).label("event_title_en"),
        Booking.starts_at,
        Booking.ends_at,
        Booking.status,
        Booking.demo,
    )
    .join(Venue, Venue.id == Booking.venue_id)
    .join(Event, Event.id == Booking.event_id),
    record=Booking.id,
    orders={"starts_at": Order(Booking.starts_at, datetime)},
    filters={
        # these two narrow nothing: who asks decides which titles are shown, see `TITLE_VISIBLE`
        "viewer": true(),
        "national": true(),
        "venue_id": Booking.venue_id == bindparam("venue_id"),
        "event_id": Booking.event_id == bindparam("event_id"),
        "status": Booking.status == bindparam("status"),
        "unit": Booking.unit_id == bindparam("unit"),
        "starts_from": Booking.starts_at >= bindparam("starts_from"),
        "starts_before": Booking.starts_at < bindparam("starts_before"),
    },
)


async def get(tx: AsyncSession, booking_id: UUID) -> Booking:
    """One booking; every staff member may know of it."""
    return await find(tx, Booking, booking_id)


async def finisher(tx: AsyncSession, booking: Booking) -> UUID:
    """The unit that carries its event out."""
    return (await tx.get_one(Event, booking.event_id)).finisher


async def lock(tx: AsyncSession, booking_id: UUID) -> tuple[Booking, Event]:
    """One booking and its event, locked; the event first, as everywhere."""
    event_id = await tx.scalar(select(Booking.event_id).where(Booking.id == booking_id))
    if event_id is None:
        raise NotFound
    event = await tx.get_one(Event, event_id, with_for_update=True)
    return await tx.get_one(Booking, booking_id, with_for_update=True), event


async def confirmed_of(tx: AsyncSession, event_id: UUID) -> list[Booking]:
    """The confirmed bookings of a locked event, locked too."""
    mine = (Booking.event_id == event_id) & (Booking.status == BookingStatus.CONFIRMED)
    statement = select(Booking).where(mine).order_by(Booking.starts_at, Booking.id)
    return list(await tx.scalars(statement.with_for_update()))


async def require_free(
    tx: AsyncSession, slots: Sequence[Slot], actor: Actor, but: Sequence[UUID] = ()
) -> None:
    """Refuse when another confirmed booking overlaps one of these; the caller stands first in line
    for the venues (`venues.queue`)."""
    overlaps = [
        and_(
            Booking.venue_id == slot.venue_id,
            Booking.during.op("&&")(func.tstzrange(slot.starts_at, slot.ends_at)),
        )
        for slot in slots
    ]
    statement = (
        select(Booking, Event)
        .join(Event, Event.id == Booking.event_id)
        .where(or_(*overlaps), Booking.status != BookingStatus.CANCELLED, Booking.id.not_in(but))
        .order_by(Booking.starts_at)
        .limit(1)
    )
    found = (await tx.execute(statement)).first()
    if found:
        raise rules.overlap(_other(*found, actor))


def _other(booking: Booking, event: Event, actor: Actor) -> Other:
    seen = is_visible(event.visibility, event.status, seen=actor.sees(event.unit_id))
    return Other(
        booking_id=booking.id,
        venue_id=booking.venue_id,
        starts_at=booking.starts_at,
        ends_at=booking.ends_at,
        event_id=event.id if seen else None,
        title_vi=event.title_vi if seen else None,
        title_en=event.title_en if seen else None,
    )


async def locate(tx: AsyncSession, *events: Event) -> None:
    """Say where these locked events are, by their bookings as they stand now."""
    statement = (
        select(Booking.event_id, Venue.name_vi, Venue.address)
        .join(Venue, Venue.id == Booking.venue_id)
        .where(Booking.event_id.in_([event.id for event in events]))
        .where(Booking.status == BookingStatus.CONFIRMED)
        .order_by(Booking.starts_at, Booking.id)
    )
    venues: dict[UUID, list[tuple[str, str | None]]] = {event.id: [] for event in events}
    for event_id, name, address in await tx.execute(statement):
        venues[event_id].append((name, address))
    for event in events:
        event.location = location(event.place, venues[event.id])


async def lock_events_at(tx: AsyncSession, venue_id: UUID, now: datetime) -> list[Event]:
    """The events that have this venue booked and are not over, locked in the order of ids."""
    here = select(Booking.event_id).where(
        Booking.venue_id == venue_id,
        Booking.status == BookingStatus.CONFIRMED,
        Booking.ends_at > now,
    )
    statement = select(Event).where(Event.id.in_(here)).order_by(Event.id)
    return list(await tx.scalars(statement.with_for_update()))


async def defer_overlaps(tx: AsyncSession) -> None:
    """Bookings of one event move past each other: look once all have moved, not after each."""
    await tx.execute(text("SET CONSTRAINTS bookings_no_overlap DEFERRED"))

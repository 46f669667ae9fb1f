"""What happens to bookings when their event changes, and to events when their place changes."""

from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from events.bookings import queries, rules
from events.bookings.models import Booking
from events.bookings.rules import BookingStatus
from events.bookings.schemas import BookingOut
from events.events.models import Event
from events.events.schemas import EventOut
from events.events.windows import Window
from events.venues import queries as venues


async def move(tx: AsyncSession, act: Acting, event: Event, old: Window) -> None:
    """Take the bookings of a locked event along to its new time, all of them or none: refused when
    one would overlap another event's booking, or when the new time names no days."""
    if event.window == old:
        return
    bookings = await queries.confirmed_of(tx, event.id)
    if not bookings:
        return
    rules.require_dated(has_clock=event.has_clock)
    slots = [rules.moved(booking.slot, old, event.window) for booking in bookings]
    await venues.queue(tx, {slot.venue_id for slot in slots})
    await queries.require_free(tx, slots, act.actor, [booking.id for booking in bookings])
    if len(bookings) > 1:
        await queries.defer_overlaps(tx)
    for booking, slot in zip(bookings, slots, strict=True):
        booking.starts_at, booking.ends_at = slot.starts_at, slot.ends_at
        _write_down(act, booking, "update", None)


async def release(tx: AsyncSession, act: Acting, event: Event, reason: str | None) -> None:
    """Give back the venues of a locked event that is off; others may have them."""
    for booking in await queries.confirmed_of(tx, event.id):
        booking.status = BookingStatus.CANCELLED
        _write_down(act, booking, "cancel", reason)


async def relocate(tx: AsyncSession, act: Acting, action: str, *events: Event) -> None:
    """These locked events are now somewhere else, as their records and the calendar must say."""
    if not events:
        return
    await queries.locate(tx, *events)
    for event in events:
        event.touch()
    await tx.flush()
    for event in events:
        act.log(event, EventOut.of(event, act.actor), action)


def _write_down(act: Acting, booking: Booking, action: str, reason: str | None) -> None:
    booking.touch()
    act.log(booking, BookingOut.of(booking.unit_id)(booking, act.actor), action, reason=reason)

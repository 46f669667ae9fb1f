"""Bookings: list, record, book, move, cancel, confirm again, history.

Every write takes its locks in one order: the event, its bookings, the venue.
"""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.changes.history import History, RecordHistory
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch, Match
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from events import roles
from events.bookings import actions, queries, rules
from events.bookings.models import Booking
from events.bookings.rules import Action, BookingStatus
from events.bookings.schemas import BookingIn, BookingItem, BookingOut, BookingPatch, BookingQuery
from events.events import queries as events
from events.events.models import Event
from events.units.queries import resolve
from events.venues import queries as venues

router = APIRouter(prefix="/v1/bookings", tags=["bookings"], route_class=Operation)
_ONE = "/{booking_id}"
_READ = allow(*roles.STAFF, scope="national", obj="booking_id")
_WRITE = allow(*roles.WRITERS, scope="steward", obj="booking_id")


@router.get("", response_model=Page[BookingItem], **allow(*roles.STAFF, scope="national"))
async def list_bookings(
    query: Annotated[BookingQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Who holds which venue when; what for, where the caller may see the event."""
    values: dict[str, Any] = events.title_viewer(actor)
    values |= events.days(query.starts_from, query.starts_to)
    if query.unit:
        values["unit"] = await resolve(read, actor, query.unit)
    return await queries.BOOKINGS.page(read, query, sort=query.sort, values=values)


@router.get(_ONE, response_model=BookingOut, **_READ)
async def get_booking(booking_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One booking."""
    booking = await queries.get(tx, booking_id)
    return answer(BookingOut.of(await queries.finisher(tx, booking))(booking, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_booking_history(
    booking_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.get(tx, booking_id)
    return await history.of(read, "bookings", booking_id)


@router.post("", status_code=201, response_model=BookingOut, **allow(*roles.WRITERS, scope="own"))
async def create_booking(body: BookingIn, tx: Tx, act: Act) -> Response:
    """Book a venue for an event of the caller's unit; refused when another booking overlaps."""
    event = await events.lock_named(tx, body.event_id, act.unit_id)
    booking = Booking(
        id=body.id or new_id(),
        unit_id=event.unit_id,
        venue_id=body.venue_id,
        event_id=event.id,
        starts_at=body.starts_at or event.starts_at,
        ends_at=body.ends_at or event.ends_at,
    )
    await _hold(tx, act, booking, event)
    answer = await act.create(booking, BookingOut.of(event.finisher))
    await actions.relocate(tx, act, "book", event)
    return answer


@router.patch(_ONE, response_model=BookingOut, **_WRITE)
async def update_booking(
    booking_id: UUID, body: Annotated[BookingPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Change the time of a booking; refused when another booking overlaps."""
    booking, event = await _claim(tx, act, booking_id, match)
    rules.require_confirmed(booking.status)
    for name, value in body.changes().items():
        setattr(booking, name, value)
    await _hold(tx, act, booking, event)
    return await act.update(booking, BookingOut.of(event.finisher))


@router.post(_ONE + "/cancel", response_model=BookingOut, **_WRITE)
async def cancel_booking(booking_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Give the venue back; its time is free at once."""
    booking, event = await _claim(tx, act, booking_id, match)
    booking.status = rules.MOVES.next(
        BookingStatus(booking.status), Action.CANCEL, roles=act.actor.roles
    )
    answer = await act.update(booking, BookingOut.of(event.finisher), Action.CANCEL)
    await actions.relocate(tx, act, "unbook", event)
    return answer


@router.post(_ONE + "/confirm", response_model=BookingOut, **_WRITE)
async def confirm_booking(booking_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Take a cancelled booking up again; refused when the time is no longer free."""
    booking, event = await _claim(tx, act, booking_id, match)
    booking.status = rules.MOVES.next(
        BookingStatus(booking.status), Action.CONFIRM, roles=act.actor.roles
    )
    await _hold(tx, act, booking, event)
    answer = await act.update(booking, BookingOut.of(event.finisher), Action.CONFIRM)
    await actions.relocate(tx, act, "book", event)
    return answer


async def _claim(
    tx: AsyncSession, act: Acting, booking_id: UUID, match: Match
) -> tuple[Booking, Event]:
    """The locked booking and event, for a caller who keeps the booking, on the version it read."""
    booking, event = await queries.lock(tx, booking_id)
    rules.require_keeper(act.actor.unit_id, event.finisher, national=act.actor.national)
    match.require(booking.version)
    return booking, event


async def _hold(tx: AsyncSession, act: Acting, booking: Booking, event: Event) -> None:
    """Stand in line for the venue, then see that it is free: never the other way round."""
    rules.require_order(booking.starts_at, booking.ends_at)
    rules.require_bookable(event.status, has_clock=event.has_clock)
    with tx.no_autoflush:
        await venues.queue(tx, {booking.venue_id})
        await queries.require_free(tx, [booking.slot], act.actor, [booking.id])

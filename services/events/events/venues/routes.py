"""Venues: list, record, create, change, history."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.changes.history import History, RecordHistory
from chassis.db import Tx, now
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from events import roles
from events.bookings.actions import relocate
from events.bookings.queries import lock_events_at
from events.units.queries import resolve
from events.venues import queries, rules
from events.venues.models import Venue
from events.venues.schemas import (
    KnownAt,
    VenueIn,
    VenueItem,
    VenueOut,
    VenuePatch,
    VenueQuery,
    derived,
)

router = APIRouter(prefix="/v1/venues", tags=["venues"], route_class=Operation)
_ONE = "/{venue_id}"
_READ = allow(*roles.STAFF, scope="national", obj="venue_id")


@router.get("", response_model=Page[VenueItem], **allow(*roles.STAFF, scope="national"))
async def list_venues(
    query: Annotated[VenueQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Venues of all unions by name, or of one with `unit`."""
    values: dict[str, Any] = {"q": like_pattern(query.q)} if query.q else {}
    if query.unit:
        values["unit"] = await resolve(read, actor, query.unit)
    return await queries.VENUES.page(read, query, sort=query.sort, values=values)


@router.get(_ONE, response_model=VenueOut, **_READ)
async def get_venue(
    venue_id: UUID,
    query: Annotated[KnownAt, Query()],
    tx: Tx,
    read: Read,
    actor: CurrentActor,
    history: RecordHistory,
) -> Response:
    """One venue, or with `known_at` its record as written down at that moment."""
    if query.known_at:
        return await history.at(read, "venues", venue_id, query.known_at)
    return answer(VenueOut.of(await queries.get(tx, venue_id), actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_venue_history(venue_id: UUID, tx: Tx, read: Read, history: RecordHistory) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.get(tx, venue_id)
    return await history.of(read, "venues", venue_id)


@router.post("", status_code=201, response_model=VenueOut, **allow(*roles.WRITERS, scope="own"))
async def create_venue(body: VenueIn, tx: Tx, act: Act) -> Response:
    """Record a venue; the caller's unit becomes its steward."""
    fields = body.columns("id")
    venue = Venue(id=body.id or new_id(), unit_id=act.unit_id, **fields, **derived(fields))
    return await act.create(venue, VenueOut.of)


@router.patch(
    _ONE, response_model=VenueOut, **allow(*roles.WRITERS, scope="steward", obj="venue_id")
)
async def update_venue(
    venue_id: UUID, body: Annotated[VenuePatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Change a venue's record; its steward or the national union only. Events that are to take
    place there say the new name and address."""
    changes = body.changes()
    # before the venue, as every write that touches both: nobody waits in a circle
    events = await lock_events_at(tx, venue_id, now()) if rules.NAMING & changes.keys() else []
    venue = await queries.lock(tx, venue_id)
    rules.require_steward(venue.unit_id, act.actor.unit_id, national=act.actor.national)
    match.require(venue.version)
    for name, value in (changes | derived(changes, venue)).items():
        setattr(venue, name, value)
    answer = await act.update(venue, VenueOut.of)
    await relocate(tx, act, "relocate", *events)
    return answer

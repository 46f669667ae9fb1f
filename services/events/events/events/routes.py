"""Events: list, record, create, change, move through their life, history."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act, Acting
from chassis.changes.history import History, RecordHistory
from chassis.days import moment
from chassis.db import Tx, now
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch, Match
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from events import roles
from events.bookings import actions as bookings
from events.bookings.queries import locate
from events.countries.queries import require as require_countries
from events.events import queries, rules, windows
from events.events.models import Event
from events.events.rules import Action, Status
from events.events.schemas import (
    EventIn,
    EventItem,
    EventOut,
    EventPatch,
    EventQuery,
    KnownAt,
    ReasonIn,
    derived,
)
from events.kinds.queries import require as require_kind
from events.units.queries import resolve

router = APIRouter(prefix="/v1/events", tags=["events"], route_class=Operation)
_ONE = "/{event_id}"
_READ = allow(*roles.STAFF, scope="unit", obj="event_id")
_WRITE = allow(*roles.WRITERS, scope="own", obj="event_id")


@router.get("", response_model=Page[EventItem], responses=BULK, **allow(*roles.STAFF, scope="unit"))
async def list_events(
    query: Annotated[EventQuery, Query()], read: Read, actor: CurrentActor, bulk: Bulk
) -> Response:
    """The events of the caller's unit and the public ones of the others, by start."""
    values: dict[str, Any] = queries.viewer(actor)
    values |= queries.days(query.starts_from, query.starts_to)
    if query.q:
        values["q"] = like_pattern(query.q)
    if query.unit:
        values["unit"] = await resolve(read, actor, query.unit)
    return await queries.EVENTS.page(read, query, sort=query.sort, values=values, bulk=bulk)


@router.get(_ONE, response_model=EventOut, **_READ)
async def get_event(
    event_id: UUID,
    query: Annotated[KnownAt, Query()],
    tx: Tx,
    read: Read,
    actor: CurrentActor,
    history: RecordHistory,
) -> Response:
    """One event, or with `known_at` its record as its unit had it written down at that moment."""
    if query.known_at:
        await queries.get_kept(tx, event_id, actor)
        return await history.at(read, "events", event_id, query.known_at)
    return answer(EventOut.of(await queries.get(tx, event_id, actor), actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_event_history(
    event_id: UUID, tx: Tx, read: Read, actor: CurrentActor, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first. For its own unit and national staff."""
    await queries.get_kept(tx, event_id, actor)
    return await history.of(read, "events", event_id)


@router.post("", status_code=201, response_model=EventOut, **allow(*roles.WRITERS, scope="own"))
async def create_event(body: EventIn, tx: Tx, act: Act) -> Response:
    """Draft an event of the caller's unit."""
    await require_kind(tx, body.kind)
    await require_countries(tx, body.countries)
    fields = body.columns("id", *windows.FIELDS)
    window = windows.read(body.columns())
    event = Event(
        id=body.id or new_id(), unit_id=act.unit_id, status=Status.DRAFT, **fields,
        **window.columns(), location=body.place,
    )  # fmt: skip
    windows.require_day_part(event.day_part, window)
    rules.require_organisations_once(event.organisations)
    event.search = derived(event)["search"]
    return await act.create(event, EventOut.of)


@router.patch(_ONE, response_model=EventOut, **_WRITE)
async def update_event(
    event_id: UUID, body: Annotated[EventPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Change an event. A new time takes its bookings along; refused when one cannot follow."""
    event = await queries.lock(tx, event_id, act.unit_id)
    match.require(event.version)
    rules.require_editable(Status(event.status))
    changes = body.changes()
    if "kind" in changes:
        await require_kind(tx, changes["kind"])
    await require_countries(tx, changes.get("countries", []))
    old = event.window
    new = windows.read(changes, old) if windows.FIELDS & changes.keys() else old
    plain = {name: value for name, value in changes.items() if name not in windows.FIELDS}
    for name, value in (plain | new.columns()).items():
        setattr(event, name, value)
    windows.require_day_part(event.day_part, new)
    rules.require_organisations_once(event.organisations)
    with tx.no_autoflush:
        await bookings.move(tx, act, event, old)
        await locate(tx, event)
    event.search = derived(event)["search"]
    return await act.update(event, EventOut.of)


@router.post(
    _ONE + "/take-over",
    response_model=EventOut,
    **allow(roles.OFFICER, scope="left", obj="event_id", action="write"),
)
async def take_over_event(
    event_id: UUID, body: ReasonIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Carry out here, with its venues, what a unit that went into this one had planned."""
    event = await queries.lock_kept(tx, event_id, act.actor)
    left = event.finisher in act.actor.predecessors
    rules.require_left(Status(event.status), left=left)
    match.require(event.version)
    event.keeper_id = act.unit_id if act.unit_id != event.unit_id else None
    return await act.update(event, EventOut.of, "take_over", body.reason)


@router.post(_ONE + "/plan", response_model=EventOut, **_WRITE)
async def plan_event(event_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Announce a draft: it enters the plan and, when public, the calendar."""
    return await _take(Action.PLAN, event_id, match, tx, act)


@router.post(_ONE + "/confirm", response_model=EventOut, **_WRITE)
async def confirm_event(event_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Say that a planned event takes place."""
    return await _take(Action.CONFIRM, event_id, match, tx, act)


@router.post(_ONE + "/complete", response_model=EventOut, **_WRITE)
async def complete_event(event_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Say that an event was held; not before it has begun."""
    return await _take(Action.COMPLETE, event_id, match, tx, act)


@router.post(_ONE + "/reopen", response_model=EventOut, **_WRITE)
async def reopen_event(event_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Take a postponed, cancelled or finished event up again. Venues given back stay given back."""
    return await _take(Action.REOPEN, event_id, match, tx, act)


@router.post(_ONE + "/postpone", response_model=EventOut, **_WRITE)
async def postpone_event(
    event_id: UUID, body: ReasonIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Put an event off, with a reason; its venues are given back."""
    return await _take(Action.POSTPONE, event_id, match, tx, act, body.reason)


@router.post(_ONE + "/cancel", response_model=EventOut, **_WRITE)
async def cancel_event(
    event_id: UUID, body: ReasonIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Call an event off, with a reason; its venues are given back."""
    return await _take(Action.CANCEL, event_id, match, tx, act, body.reason)


async def _take(
    action: Action,
    event_id: UUID,
    match: Match,
    tx: AsyncSession,
    act: Acting,
    reason: str | None = None,
) -> Response:
    """Lock, decide by the table of moves, write down."""
    event = await queries.lock(tx, event_id, act.unit_id)
    match.require(event.version)
    status = rules.MOVES.next(Status(event.status), action, roles=act.actor.roles)
    rules.require_held(action, event.starts_at, moment())
    event.status, event.status_at = status, now()
    if status is not Status.CANCELLED:
        event.announced_at = event.announced_at or event.status_at
    if status in rules.RELEASING:
        await bookings.release(tx, act, event, reason)
        event.location = event.place
    return await act.update(event, EventOut.of, action, reason)

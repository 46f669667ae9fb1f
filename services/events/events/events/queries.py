"""Every SELECT and lock on events, and who sees one in SQL."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    SQLColumnExpression,
    Text,
    Uuid,
    bindparam,
    cast,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, NotFound, RuleViolation
from chassis.identity import Actor
from chassis.listing import Listing, Order, contains
from chassis.records import find
from chassis.tenancy import among, finished_by, seen_by
from events.events.models import Event
from events.events.rules import Status, Visibility
from events.events.sheet import SHEET
from events.events.windows import Precision
from events.local_time import ONE_DAY, midnight
from events.units.models import Unit

_PUBLISHED = (Event.visibility == Visibility.PUBLIC) & (Event.status != Status.DRAFT)
# `viewer`: the units of every caller but national staff, see there.
VISIBLE: SQLColumnExpression[bool] = or_(among(Event.unit_id, "viewer"), _PUBLISHED)
# The same as a column beside rows that are seen for another reason.
TITLE_VISIBLE = or_(bindparam("national", False, type_=Boolean), VISIBLE)


def viewer(actor: Actor) -> dict[str, Any]:
    """The filter that keeps a list to what this caller may know of; none for national staff."""
    return {} if actor.national else {"viewer": actor.units}


def title_viewer(actor: Actor) -> dict[str, Any]:
    """What `TITLE_VISIBLE` has to know of this caller."""
    return {"national": True} if actor.national else {"viewer": actor.units}


def days(starts_from: date | None, starts_to: date | None) -> dict[str, Any]:
    """The filters for what starts on these days here, both included."""
    values: dict[str, Any] = {}
    if starts_from:
        values["starts_from"] = midnight(starts_from)
    if starts_to:
        values["starts_before"] = midnight(starts_to) + ONE_DAY
    return values


EVENTS = Listing(
    select(
        Event.id,
        Event.version,
        Event.created_at,
        Event.updated_at,
        Event.unit_id,
        Unit.code.label("unit_code"),
        Event.kind,
        Event.title_vi,
        Event.title_en,
        Event.status,
        Event.visibility,
        Event.precision,
        (Event.precision == Precision.DAY).label("all_day"),
        Event.starts_at,
        Event.ends_at,
        Event.starts_on,
        Event.ends_on,
        Event.day_part,
        Event.location,
        Event.countries,
        Event.demo,
    ).join(Unit, Unit.id == Event.unit_id, isouter=True),
    record=Event.id,
    sheet=SHEET,
    orders={
        "starts_at": Order(Event.starts_at, datetime),
        "updated_at": Order(Event.updated_at, datetime),
    },
    filters={
        "viewer": VISIBLE,
        "q": contains(Event.search),
        "unit": Event.unit_id == bindparam("unit"),
        "kind": Event.kind == bindparam("kind"),
        "status": Event.status == bindparam("status"),
        "visibility": Event.visibility == bindparam("visibility"),
        "country": bindparam("country") == func.any(Event.countries),
        "ngo_id": Event.organisations.contains(
            func.jsonb_build_array(
                func.jsonb_build_object("ngo_id", cast(bindparam("ngo_id", type_=Uuid), Text))
            )
        ),
        "starts_from": Event.starts_at >= bindparam("starts_from"),
        "starts_before": Event.starts_at < bindparam("starts_before"),
        "demo": Event.demo == bindparam("demo"),
    },
)


async def get(tx: AsyncSession, event_id: UUID, actor: Actor) -> Event:
    """One event that the caller may know of."""
    return await find(tx, Event, event_id, or_(_kept_by(actor), _PUBLISHED))


async def get_kept(tx: AsyncSession, event_id: UUID, actor: Actor) -> Event:
    """One event with all its past: that of its unit and national staff only, for an event that is
    public today may have been internal."""
    return await find(tx, Event, event_id, _kept_by(actor))


async def lock_kept(tx: AsyncSession, event_id: UUID, actor: Actor) -> Event:
    """As `get_kept`, locked until the end of the transaction."""
    return await find(tx, Event, event_id, _kept_by(actor), lock=True)


async def lock(tx: AsyncSession, event_id: UUID, unit_id: UUID) -> Event:
    """One event that is this unit's to carry out, locked until the end of the transaction."""
    mine = finished_by(unit_id, Event.unit_id, Event.keeper_id)
    return await find(tx, Event, event_id, mine, lock=True)


def _kept_by(actor: Actor) -> ColumnElement[bool]:
    return or_(seen_by(actor, Event.unit_id), Event.keeper_id == actor.unit_id)


async def lock_named(tx: AsyncSession, event_id: UUID, unit_id: UUID) -> Event:
    """The event that a body names, locked; 409 when the caller's unit has no such event."""
    try:
        return await lock(tx, event_id, unit_id)
    except NotFound:
        code = "events.unknown_event"
        raise RuleViolation(code, errors=[FieldProblem("/body/event_id", code)]) from None

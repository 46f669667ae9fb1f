"""Unions: list, record, history, enter, change, and the provinces each has covered."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, Known, RecordHistory
from chassis.days import today
from chassis.db import Tx
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.records import assign, find
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.places.queries import require_provinces
from registry.units import queries, rules
from registry.units.models import Unit
from registry.units.schemas import (
    CoverOut,
    Covers,
    UnitIn,
    UnitOut,
    UnitPatch,
    UnitQuery,
    covering,
    derived,
    made,
)

router = APIRouter(prefix="/v1/units", tags=["units"], route_class=Operation)
_ONE = "/{unit_id}"
_READ = allow(*roles.STAFF, scope="national", obj="unit_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="unit_id")


@router.get(
    "", response_model=Page[UnitOut], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_units(query: Annotated[UnitQuery, Query()], read: Read, bulk: Bulk) -> Response:
    """Unions by name; `q` finds short names and misspellings that are on record."""
    search = {"q": like_pattern(query.q)} if query.q else {}
    return await queries.UNITS.page(read, query, sort=query.sort, values=search, bulk=bulk)


@router.get(_ONE, response_model=UnitOut, **_READ)
async def get_unit(unit_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One union."""
    unit = await find(tx, Unit, unit_id)
    return await known.of(unit) or answer(UnitOut.of(unit, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_unit_history(unit_id: UUID, tx: Tx, read: Read, history: RecordHistory) -> Response:
    """Who changed what, when and why; newest first."""
    await find(tx, Unit, unit_id)
    return await history.of(read, "units", unit_id)


@router.post("", status_code=201, response_model=UnitOut, **allow(*roles.WRITERS, scope="own"))
async def create_unit(body: UnitIn, tx: Tx, act: Act) -> Response:
    """Enter a union and the provinces it covers; for the national union."""
    rules.require_national(national=act.actor.national)
    rules.require_succession(body.status, body.successor_code, body.code)
    await queries.require_code(tx, body.successor_code, "successor_code")
    await require_provinces(tx, body.provinces, body.founded or today())
    unit = made(body, body.id or new_id())
    answered = await act.create(unit, UnitOut.of)
    tx.add_all(covering(unit, body.provinces))
    return answered


@router.patch(_ONE, response_model=UnitOut, **_KEEP)
async def update_unit(
    unit_id: UUID, body: Annotated[UnitPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Change a union's record: its own staff the contact card, the national union all of it."""
    unit = await find(tx, Unit, unit_id, lock=True)
    changes = body.changes()
    rules.require_change(unit.id, act.actor.unit_id, changes, national=act.actor.national)
    match.require(unit.version)
    if "successor_code" in changes:
        await queries.require_code(tx, changes["successor_code"], "successor_code")
    assign(unit, changes | derived(changes, unit))
    rules.require_succession(unit.status, unit.successor_code, unit.code)
    return await act.update(unit, UnitOut.of)


@router.get(_ONE + "/provinces", response_model=Covers, **_READ)
async def list_unit_provinces(unit_id: UUID, tx: Tx) -> Covers:
    """The provinces a union has covered, with their days and where that is known from."""
    await find(tx, Unit, unit_id)
    return Covers(items=[CoverOut.model_validate(c) for c in await queries.covers(tx, unit_id)])

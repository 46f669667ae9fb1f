"""Unions: list, record, history, enter, change. The provinces of each are in `covers`."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, Known, RecordHistory
from chassis.days import today
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.listing import Decorate
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.records import assign, find
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.finding import asked, ranked
from registry.places.queries import require_provinces
from registry.units import queries, rules
from registry.units.covers.queries import settle
from registry.units.covers.schemas import CoverOut, covering
from registry.units.models import Unit
from registry.units.schemas import (
    UnitIn,
    UnitOut,
    UnitPatch,
    UnitQuery,
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
    values: dict[str, Any] = {"q": asked(query.q)} if query.q else {}
    if query.status:
        values["status_then" if query.as_of else "status"] = query.status

    sort, binds = ranked(query.sort, "name", query.q)
    return await queries.UNITS.page(
        read,
        query,
        sort=sort,
        values=values,
        binds=binds,
        bulk=bulk,
        decorate=_as_it_was(query.as_of),
    )


def _as_it_was(on: date | None) -> Decorate | None:
    """A row of the list with the status of the day that was asked about."""
    if on is None:
        return None

    def row(item: dict[str, Any]) -> dict[str, Any]:
        return {**item, "status": rules.status_then(item["status"], item["valid_to"], on)}

    return row


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
    for cover in covering(unit, body.provinces):
        await settle(tx, cover, "provinces")
        tx.add(cover)
        await tx.flush()
        act.log(cover, CoverOut.of(cover, act.actor), "create")
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

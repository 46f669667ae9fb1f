"""Which provinces a union covers: list, enter, end or correct, take back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.records import assign, find
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH
from registry import roles
from registry.units import rules
from registry.units.covers import queries
from registry.units.covers.schemas import CoverIn, CoverOut, CoverPatch, Covers, trusted
from registry.units.models import Unit, UnitProvince

router = APIRouter(prefix="/v1/units/{unit_id}/provinces", tags=["units"], route_class=Operation)
_ONE = "/{cover_id}"
_READ = allow(*roles.STAFF, scope="national", obj="unit_id")
_KEEP = allow(*roles.WRITERS, scope="national", obj="cover_id")


@router.get("", response_model=Covers, **_READ)
async def list_unit_provinces(unit_id: UUID, tx: Tx) -> Covers:
    """The provinces a union has covered, with their days and where that is known from."""
    await find(tx, Unit, unit_id)
    return Covers(items=[CoverOut.model_validate(c) for c in await queries.covers(tx, unit_id)])


@router.post("", status_code=201, response_model=CoverOut, **allow(*roles.WRITERS, scope="own"))
async def create_unit_province(unit_id: UUID, body: CoverIn, tx: Tx, act: Act) -> Response:
    """Enter a province that a union covers; for the national union."""
    rules.require_national(national=act.actor.national)
    await find(tx, Unit, unit_id)
    known = {"unit_id": unit_id, "confidence": trusted(verified=body.verified)}
    cover = UnitProvince(id=body.id or new_id(), **known, **body.columns("id"))
    await queries.settle(tx, cover, "valid_from")
    return await act.create(cover, CoverOut.of)


@router.patch(_ONE, response_model=CoverOut, **_KEEP)
async def update_unit_province(
    unit_id: UUID,
    cover_id: UUID,
    body: Annotated[CoverPatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """End or correct an entry: on the day of a merger the province goes to another union."""
    cover = await queries.lock(tx, unit_id, cover_id)
    match.require(cover.version)
    rules.require_national(national=act.actor.national)
    assign(cover, body.changes())
    cover.confidence = trusted(verified=cover.verified)
    await queries.settle(tx, cover, "valid_from")
    return await act.update(cover, CoverOut.of)


@router.delete(_ONE, status_code=204, response_class=Response, **_KEEP)
async def delete_unit_province(
    unit_id: UUID, cover_id: UUID, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Take an entry back that was wrong; the feed remembers it."""
    cover = await queries.lock(tx, unit_id, cover_id)
    match.require(cover.version)
    rules.require_national(national=act.actor.national)
    return await act.delete(cover)

"""Unions: list and record."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.db import Tx
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page, answer
from registry import roles
from registry.units import queries
from registry.units.schemas import UnitOut, UnitQuery

router = APIRouter(prefix="/v1/units", tags=["units"], route_class=Operation)


@router.get("", response_model=Page[UnitOut], **allow(*roles.STAFF, scope="national"))
async def list_units(query: Annotated[UnitQuery, Query()], read: Read) -> Response:
    """Unions by name; `q` finds short names and misspellings that are on record."""
    search = {"q": like_pattern(query.q)} if query.q else {}
    return await queries.UNITS.page(read, query, sort="name", values=search)


@router.get(
    "/{unit_id}", response_model=UnitOut, **allow(*roles.STAFF, scope="national", obj="unit_id")
)
async def get_unit(unit_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One union."""
    return answer(UnitOut.of(await queries.get(tx, unit_id), actor))

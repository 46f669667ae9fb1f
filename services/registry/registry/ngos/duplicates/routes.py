"""`GET /v1/ngos/{id}/duplicates`, and the warning before a record is made."""

from typing import Any
from uuid import UUID

import orjson
from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.db import Tx
from chassis.errors import RuleViolation
from chassis.routing import Operation
from registry import roles
from registry.ngos import queries as ngos
from registry.ngos.duplicates import queries
from registry.ngos.duplicates.confirming import Confirmation
from registry.ngos.duplicates.schemas import NgoCandidates, shown
from registry.ngos.schemas import NgoIn

router = APIRouter(prefix="/v1/ngos/{ngo_id}", tags=["ngos"], route_class=Operation)


@router.get(
    "/duplicates",
    response_model=NgoCandidates,
    **allow(*roles.STAFF, scope="national", obj="ngo_id"),
)
async def list_ngo_duplicates(ngo_id: UUID, tx: Tx) -> Response:
    """Other records that may be the same organisation, and why each may be."""
    ngo = await ngos.get(tx, ngo_id)
    values: dict[str, Any] = {
        name: getattr(ngo, name)
        for name in ("name_vi", "name_en", "short_name", "names", "home_country")
    }
    return Response(
        orjson.dumps({"items": shown(await queries.like(tx, values, ngo.id))}),
        media_type="application/json",
    )


async def require_new(
    tx: AsyncSession, body: NgoIn, values: dict[str, Any], confirmed: Confirmation
) -> None:
    """Warn once: refuse what may be on record already, until the caller says that it is not."""
    told = body.model_dump_json()
    if confirmed.covers(told):
        return
    found = await queries.like(tx, values)
    if found:
        raise RuleViolation(
            "registry.possible_duplicates",
            count=len(found),
            extra={"candidates": shown(found), "confirmation": confirmed.seal(told)},
        )

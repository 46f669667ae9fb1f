"""`GET /v1/ngos/{id}/conformity`: what is on record, held against the decree."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query

from chassis.authz import allow
from chassis.days import today
from chassis.db import Tx
from chassis.routing import Operation
from registry import roles
from registry.ngos import queries as ngos
from registry.ngos.conformity import queries, rules
from registry.ngos.conformity.schemas import ConformityOut, ConformityQuery
from registry.procedures.law import Condition, every_condition

router = APIRouter(prefix="/v1/ngos/{ngo_id}", tags=["ngos"], route_class=Operation)


@router.get(
    "/conformity",
    response_model=ConformityOut,
    **allow(*roles.STAFF, scope="national", obj="ngo_id"),
)
async def get_ngo_conformity(
    ngo_id: UUID, query: Annotated[ConformityQuery, Query()], tx: Tx
) -> Any:
    """What of its sectors and offices does not agree with the decree that day; refuses nothing."""
    ngo = await ngos.get(tx, ngo_id)
    on = query.on or today()
    conditions = {one.code: one for one in every_condition(on)}
    found = rules.findings(
        ngo.sectors,
        await queries.certificates_on(tx, ngo.id, on),
        conditions,
        parents=await queries.sector_parents(tx),
        became=await queries.provinces_became(tx, on),
    )
    return {"on": on, "items": [_shown(one, conditions[one.code]) for one in found]}


def _shown(found: rules.Finding, condition: Condition) -> dict[str, Any]:
    same = ("code", "rule", "name_vi", "name_en", "basis", "confidence", "verified", "source")
    told = {name: getattr(condition, name) for name in same}
    return {**told, "about": found.about, "note_on_rule": condition.note or None}

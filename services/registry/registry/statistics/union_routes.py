"""Statistics of the unions and of their own records: members, recognitions, referrals."""

from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.days import today
from chassis.reader import Read, Row
from chassis.routing import Operation
from registry import roles
from registry.statistics import rules, unions
from registry.statistics.queries import LABELS
from registry.statistics.schemas import (
    Counts,
    CreditCounts,
    MemberStatisticsQuery,
    RecognitionStatisticsQuery,
    ReferralStatisticsQuery,
    UnitStatisticsQuery,
)
from registry.statistics.union_rules import WORDS, credited
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/statistics", tags=["statistics"], route_class=Operation)
_READ = allow(*roles.STAFF, scope="national")


@router.get("/units", response_model=Counts, **_READ)
async def unit_statistics(query: Annotated[UnitStatisticsQuery, Query()], read: Read) -> Response:
    """Unions that stood on `as_of`, each once; the rows add up to the total."""
    on = query.as_of or today()
    found = await read.rows(unions.UNITS_BY[query.by], {"as_of": on})
    return _answer(query.by, found, WORDS.get(query.by, {}), {"by": query.by, "as_of": str(on)})


@router.get("/members", response_model=Counts, **_READ)
async def member_statistics(
    query: Annotated[MemberStatisticsQuery, Query()], read: Read
) -> Response:
    """Member organisations on `as_of`, each once; the rows add up to the total."""
    on = query.as_of or today()
    values = query.model_dump(include={"level", "kind"}, exclude_none=True) | {"as_of": on}
    values |= await resolve(read, query.unit)
    found = await read.rows(unions.members_by(query.by, frozenset(values)), values)
    names = WORDS.get(query.by) or {
        row["code"]: (row["name_vi"], row["name_en"])
        for row in await read.rows(LABELS["country"], {"as_of": on})
    }
    understood = {**query.model_dump(mode="json", exclude_none=True), "as_of": on.isoformat()}
    return _answer(query.by, found, names, understood)


@router.get("/recognitions", response_model=Counts, **_READ)
async def recognition_statistics(
    query: Annotated[RecognitionStatisticsQuery, Query()], read: Read
) -> Response:
    """Recognitions that stood on `as_of`, each once; the rows add up to the total."""
    on = query.as_of or today()
    values = query.model_dump(exclude={"by", "unit"}, exclude_none=True) | {"as_of": on}
    values |= await resolve(read, query.unit)
    found = await read.rows(unions.recognitions_by(query.by, frozenset(values)), values)
    understood = {**query.model_dump(mode="json", exclude_none=True), "as_of": on.isoformat()}
    return _answer(query.by, found, WORDS.get(query.by, {}), understood)


@router.get("/referrals", response_model=CreditCounts, **_READ)
async def referral_statistics(
    query: Annotated[ReferralStatisticsQuery, Query()], read: Read
) -> dict[str, Any]:
    """Referrals by the union that introduced, and the credit of each: one referral is one."""
    on, dated = query.as_of or today(), query.year is not None
    values = {"as_of": on} | ({"year": query.year} if dated else {})
    found = await read.rows(unions.REFERRALS[dated], values)
    counts = credited((UUID(row["unit_id"]), row["credits"]) for row in found)
    named = await read.rows(unions.UNIONS)
    rows = [
        {
            "key": {"unit": row["code"]},
            "label": {"vi": row["name_vi"], "en": row["name_en"] or row["name_vi"]},
            "count": counts[row["id"]][0],
            "credit": f"{counts[row['id']][1]:f}",
        }
        for row in named
        if row["id"] in counts
    ]
    total = {"count": len(found), "credit": f"{sum(c for _, c in counts.values()):f}"}
    understood = {**query.model_dump(mode="json", exclude_none=True), "as_of": on.isoformat()}
    return {"rows": rows, "total": total, "filters": understood}


def _answer(by: str, found: list[Row], names: rules.Names, understood: dict[str, Any]) -> Response:
    body = {
        "rows": rules.rows(by, ((row["key"], row["count"]) for row in found), names),
        "total": {"count": sum(row["count"] for row in found)},
        "filters": understood,
    }
    return Response(orjson.dumps(body), media_type="application/json")

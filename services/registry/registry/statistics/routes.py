"""`GET /v1/statistics/ngos`: how many, on which day, by what."""

from datetime import date
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.days import today
from chassis.reader import Read
from chassis.routing import Operation
from registry import roles
from registry.statistics import queries, rules
from registry.statistics.schemas import NgoCounts, NgoStatisticsQuery
from registry.units.queries import area_filter

router = APIRouter(prefix="/v1/statistics", tags=["statistics"], route_class=Operation)


@router.get("/ngos", response_model=NgoCounts, **allow(*roles.STAFF, scope="national"))
async def ngo_statistics(query: Annotated[NgoStatisticsQuery, Query()], read: Read) -> Response:
    """NGOs with a certificate valid on `as_of`, each once; the rows add up to the total.

    By `status` all NGOs on record are counted: `valid` that day, `expired` before it, or `none`.
    """
    on = query.as_of or today()
    filters: dict[str, Any] = query.model_dump(
        include={"region", "country", "sector"}, exclude_none=True
    )
    filters |= await area_filter(read, query.unit, query.province, on, query.boundaries)
    of_today = query.boundaries == "now"
    statement = queries.ngos_by(query.by, frozenset(filters), of_today=of_today)
    found = await read.rows(statement, {**filters, "as_of": on})
    named = await _names(read, query.by, today() if of_today else on)
    rows = rules.rows(query.by, ((row["key"], row["count"]) for row in found), named)
    body = {
        "rows": rows,
        "total": {"count": sum(row["count"] for row in found)},
        "filters": {**query.model_dump(mode="json", exclude_none=True), "as_of": on.isoformat()},
    }
    return Response(orjson.dumps(body), media_type="application/json")


async def _names(read: Read, by: str, on: date) -> rules.Names:
    """What the keys of this dimension were called on the day."""
    if by in rules.FIXED:
        return rules.FIXED[by]
    labels = await read.rows(queries.LABELS[by], {"as_of": on})
    return {row["code"]: (row["name_vi"], row["name_en"]) for row in labels}

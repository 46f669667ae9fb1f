"""`GET /v1/statistics/ngos`: how many, on which day, by what."""

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.db import now
from chassis.reader import Read
from chassis.routing import Operation
from registry import roles
from registry.statistics import queries, rules
from registry.statistics.schemas import Counts, NgoStatisticsQuery
from registry.units.queries import provinces_of

router = APIRouter(prefix="/v1/statistics", tags=["statistics"], route_class=Operation)


@router.get("/ngos", response_model=Counts, **allow(*roles.STAFF, scope="national"))
async def ngo_statistics(query: Annotated[NgoStatisticsQuery, Query()], read: Read) -> Response:
    """NGOs with a certificate valid on `as_of`, each once; the rows add up to the total."""
    on = query.as_of or now().date()
    values: dict[str, Any] = {"as_of": on}
    values |= query.model_dump(include={"region", "country", "sector"}, exclude_none=True)
    if query.unit:
        values["provinces"] = await provinces_of(read, query.unit, on)
    if query.province:
        values["provinces"] = [query.province]
    found = await read.rows(queries.ngos_by(query.by, frozenset(values)), values)
    names = dict(rules.KINDS)
    if query.by in queries.LABELS:
        labels = await read.rows(queries.LABELS[query.by], {"as_of": on})
        names = {row["code"]: (row["name_vi"], row["name_en"]) for row in labels}
    place = {key: position for position, key in enumerate(names)}
    counts = sorted(found, key=lambda row: (place.get(row["key"], len(place)), row["key"]))
    body = {
        "rows": [
            {
                "key": {query.by: row["key"]},
                "label": rules.label(row["key"], names),
                "count": row["count"],
            }
            for row in counts
        ],
        "total": {"count": sum(row["count"] for row in counts)},
        "filters": {**query.model_dump(mode="json", exclude_none=True), "as_of": on.isoformat()},
    }
    return Response(orjson.dumps(body), media_type="application/json")

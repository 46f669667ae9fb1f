"""`GET /v1/statistics/events`: how many, when, by what."""

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.identity import CurrentActor
from chassis.reader import Read
from chassis.routing import Operation
from events import roles
from events.events.queries import days, viewer
from events.statistics import queries, rules
from events.statistics.schemas import EventCounts, EventStatisticsQuery
from events.units.queries import resolve

router = APIRouter(prefix="/v1/statistics", tags=["statistics"], route_class=Operation)


@router.get("/events", response_model=EventCounts, **allow(*roles.STAFF, scope="unit"))
async def event_statistics(
    query: Annotated[EventStatisticsQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """The events that the caller may see, each once, of every status unless one is named."""
    values: dict[str, Any] = viewer(actor) | days(query.from_, query.to)
    values |= query.model_dump(include={"kind", "status", "country"}, exclude_none=True)
    if query.unit:
        values["unit"] = await resolve(read, actor, query.unit)
    found = await read.rows(queries.events_by(query.by, frozenset(values)), values)
    names = dict(rules.STATUSES) if query.by == "status" else {}
    if query.by in queries.LABELS:
        labels = await read.rows(queries.LABELS[query.by])
        names = {row["code"]: (row["name_vi"], row["name_en"]) for row in labels}
    body = {
        "rows": [
            {
                "key": {query.by: row["key"]},
                "label": rules.label(query.by, row["key"], names),
                "count": row["count"],
            }
            for row in sorted(found, key=lambda row: rules.order(row["key"], names))
        ],
        "total": {"count": sum(row["count"] for row in found)},
        "filters": query.model_dump(mode="json", by_alias=True, exclude_none=True),
    }
    return Response(orjson.dumps(body), media_type="application/json")

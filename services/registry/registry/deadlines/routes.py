"""Deadlines: one list of what runs out and what is due."""

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.days import today
from chassis.identity import CurrentActor
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page
from chassis.workdays import DAY
from registry import roles
from registry.deadlines import queries, rules
from registry.deadlines.schemas import DeadlineItem, DeadlineQuery
from registry.finding import asked
from registry.obligations.queries import bound
from registry.obligations.rules import periods
from registry.procedures.law import duties
from registry.procedures.queries import scope
from registry.working_days.queries import calendar_of, marks

router = APIRouter(prefix="/v1/deadlines", tags=["deadlines"], route_class=Operation)


@router.get(
    "", response_model=Page[DeadlineItem], responses=BULK, **allow(*roles.STAFF, scope="unit")
)
async def list_deadlines(
    query: Annotated[DeadlineQuery, Query()], read: Read, actor: CurrentActor, bulk: Bulk
) -> Response:
    """Deadlines of the caller's unit, of every unit for national staff; the nearest first."""
    day = today()
    last = day - DAY if query.overdue else day + timedelta(days=query.within)
    years = [p for p in periods(duties(day), day) if p.due_on >= day - rules.REMEMBERED]
    binds = {"on": day, **bound(years)}
    values: dict[str, Any] = {"due_to": last, "today": day, **await scope(read, actor, query.unit)}
    if query.q:
        values["q"] = asked(query.q)
    calendar = calendar_of(await marks(read))

    def told(item: dict[str, Any]) -> dict[str, Any]:
        left = calendar.between(day, item["due_on"])
        return {
            **item,
            "days_left": (item["due_on"] - day).days,
            "working_days_left": left,
            "urgency": rules.urgency(item["due_on"], day, left),
        }

    return await queries.DEADLINES.page(
        read, query, sort=query.sort, values=values, binds=binds, decorate=told, bulk=bulk
    )

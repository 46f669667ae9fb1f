"""`GET /v1/coverage`: which provinces have a union, and which do not."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from chassis.authz import allow
from chassis.days import today
from chassis.reader import Read
from chassis.routing import Operation
from registry import roles
from registry.coverage import queries, rules
from registry.coverage.schemas import Coverage, CoverageQuery

router = APIRouter(prefix="/v1/coverage", tags=["coverage"], route_class=Operation)


@router.get("", response_model=Coverage, **allow(*roles.STAFF, scope="national"))
async def get_coverage(query: Annotated[CoverageQuery, Query()], read: Read) -> dict[str, Any]:
    """Provinces with a union, with a case in progress, or with neither, on `as_of`."""
    on = query.as_of or today()
    known = await queries.places(read)
    unions, cases = await queries.unions(read, on), await queries.cases(read, known, on)
    boundaries = max(today(), on) if query.boundaries == "now" else on
    rows = rules.report(known, unions, cases, on, boundaries)
    return {
        "items": [row for row in rows if query.status in (None, row["status"])],
        "totals": rules.totals(rows),
        "provinces": len(rows),
        "as_of": on,
        "boundaries": query.boundaries,
    }

"""`GET /v1/ngo-facets`: the counts beside the filters of the list of NGOs."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from chassis.authz import allow
from chassis.days import today
from chassis.reader import Read
from chassis.routing import Operation
from registry import roles
from registry.ngo_facets.queries import by_province, facets
from registry.ngo_facets.schemas import NgoFacets
from registry.ngos.narrowing import narrow
from registry.ngos.schemas import NgoQuery

# An address of its own: under /v1/ngos its name would stand where an id does.
router = APIRouter(prefix="/v1/ngo-facets", tags=["ngos"], route_class=Operation)


@router.get("", response_model=NgoFacets, **allow(*roles.STAFF, scope="national"))
async def count_ngo_facets(query: Annotated[NgoQuery, Query()], read: Read) -> Any:
    """How many NGOs each region, country, sector and province would leave, under the other filters.
    A province counts those that a certificate valid on the day lets work there."""
    values, binds = await narrow(query, read)
    found = await facets(read, {**query.filters(), **values}, binds)
    without = query.model_copy(update={"province": None})
    values, binds = await narrow(without, read) if query.province else (values, binds)
    others, on = {**without.filters(), **values}, query.as_of or today()
    return {**found, "province": await by_province(read, others, binds, on, query.boundaries)}

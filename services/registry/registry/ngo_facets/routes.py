"""`GET /v1/ngo-facets`: the counts beside the filters of the list of NGOs."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from chassis.authz import allow
from chassis.reader import Read
from chassis.routing import Operation
from registry import roles
from registry.ngo_facets.queries import facets
from registry.ngo_facets.schemas import NgoFacets
from registry.ngos.narrowing import narrow
from registry.ngos.schemas import NgoQuery

# An address of its own: under /v1/ngos its name would stand where an id does.
router = APIRouter(prefix="/v1/ngo-facets", tags=["ngos"], route_class=Operation)


@router.get("", response_model=NgoFacets, **allow(*roles.STAFF, scope="national"))
async def count_ngo_facets(query: Annotated[NgoQuery, Query()], read: Read) -> Any:
    """How many NGOs each region, country and sector would leave, under the other filters."""
    values, binds = await narrow(query, read)
    return await facets(read, {**query.filters(), **values}, binds)

"""Reference data: read by all staff, changed by data releases only."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.fold import like_pattern
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page
from registry import roles
from registry.places import queries
from registry.places.schemas import (
    CountryOut,
    CountryQuery,
    DatedQuery,
    ProvinceOut,
    ProvinceQuery,
    RegionOut,
    SectorOut,
)

router = APIRouter(prefix="/v1", tags=["places"], route_class=Operation)
_READ = allow(*roles.STAFF, scope="national")


@router.get("/regions", response_model=Page[RegionOut], responses=BULK, **_READ)
async def list_regions(query: Annotated[DatedQuery, Query()], read: Read, bulk: Bulk) -> Response:
    """The unions' groups of countries."""
    return await queries.REGIONS.page(read, query, sort="position", bulk=bulk)


@router.get("/countries", response_model=Page[CountryOut], responses=BULK, **_READ)
async def list_countries(
    query: Annotated[CountryQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """Countries in Vietnamese order; `q` with or without marks."""
    search = {"q": like_pattern(query.q)} if query.q else {}
    return await queries.COUNTRIES.page(read, query, sort="name", values=search, bulk=bulk)


@router.get("/provinces", response_model=Page[ProvinceOut], responses=BULK, **_READ)
async def list_provinces(
    query: Annotated[ProvinceQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """Provinces and cities of all times, or of one day: 63 until 30/06/2025, 34 since."""
    return await queries.PROVINCES.page(read, query, sort="name", bulk=bulk)


@router.get("/sectors", response_model=Page[SectorOut], responses=BULK, **_READ)
async def list_sectors(query: Annotated[DatedQuery, Query()], read: Read, bulk: Bulk) -> Response:
    """Fields of work, parents first."""
    return await queries.SECTORS.page(read, query, sort="position", bulk=bulk)

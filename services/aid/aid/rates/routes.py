"""Rates: read by all staff, changed by data releases only."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from aid import roles
from aid.rates import queries
from aid.rates.schemas import RateOut, RateQuery
from chassis.authz import allow
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page

router = APIRouter(prefix="/v1/rates", tags=["rates"], route_class=Operation)


@router.get("", response_model=Page[RateOut], **allow(*roles.STAFF, scope="national"))
async def list_rates(query: Annotated[RateQuery, Query()], read: Read) -> Response:
    """Rates by their first day; each says where it comes from and whether it was verified."""
    return await queries.RATES.page(read, query, sort="valid_from")

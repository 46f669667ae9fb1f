"""Kinds of events: read by all staff, changed by data releases only."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.listing import PageQuery
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page
from events import roles
from events.kinds import queries
from events.kinds.schemas import KindOut

router = APIRouter(prefix="/v1/kinds", tags=["kinds"], route_class=Operation)


@router.get("", response_model=Page[KindOut], **allow(*roles.STAFF, scope="national"))
async def list_kinds(query: Annotated[PageQuery, Query()], read: Read) -> Response:
    """Kinds of events, with their labels."""
    return await queries.KINDS.page(read, query, sort="position")

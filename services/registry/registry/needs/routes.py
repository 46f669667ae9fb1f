"""What localities need: list, record, history, enter, change."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, Known, RecordHistory
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.records import assign, find
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.finding import asked, ranked
from registry.kept import keeper, lock_kept
from registry.needs import queries
from registry.needs.models import Need
from registry.needs.schemas import NeedIn, NeedItem, NeedOut, NeedPatch, NeedQuery
from registry.places.queries import within
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/needs", tags=["needs"], route_class=Operation)
_ONE = "/{need_id}"
_READ = allow(*roles.STAFF, scope="national", obj="need_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="need_id")


@router.get(
    "", response_model=Page[NeedItem], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_needs(query: Annotated[NeedQuery, Query()], read: Read, bulk: Bulk) -> Response:
    """Needs by title; `as_of`: open that day."""
    values: dict[str, Any] = await resolve(read, query.unit)
    values |= {"q": asked(query.q)} if query.q else {}
    values |= await within(read, query.province, query.boundaries)
    sort, binds = ranked(query.sort, "title", query.q)
    return await queries.NEEDS.page(read, query, sort=sort, values=values, binds=binds, bulk=bulk)


@router.get(_ONE, response_model=NeedOut, **_READ)
async def get_need(need_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One need of a locality."""
    need = await find(tx, Need, need_id)
    return await known.of(need) or answer(NeedOut.of(need, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_need_history(need_id: UUID, tx: Tx, read: Read, history: RecordHistory) -> Response:
    """Who changed what, when and why; newest first."""
    await find(tx, Need, need_id)
    return await history.of(read, "needs", need_id)


@router.post("", status_code=201, response_model=NeedOut, **allow(*roles.WRITERS, scope="own"))
async def create_need(body: NeedIn, tx: Tx, act: Act) -> Response:
    """Enter a need of one's locality."""
    unit_id = await keeper(tx, act, body.unit_id)
    need = Need(id=body.id or new_id(), unit_id=unit_id, **body.columns("id", "unit_id"))
    await queries.settle(tx, need)
    return await act.create(need, NeedOut.of)


@router.patch(_ONE, response_model=NeedOut, **_KEEP)
async def update_need(
    need_id: UUID, body: Annotated[NeedPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Correct a need, or close it."""
    need = await lock_kept(tx, act, Need, need_id)
    match.require(need.version)
    assign(need, body.changes())
    await queries.settle(tx, need)
    return await act.update(need, NeedOut.of)

"""Who held which post: list, record, history, enter, change."""

from typing import Annotated
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
from registry.officers import queries
from registry.officers.models import Officer
from registry.officers.schemas import OfficerIn, OfficerItem, OfficerOut, OfficerPatch, OfficerQuery
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/officers", tags=["officers"], route_class=Operation)
_ONE = "/{officer_id}"
_READ = allow(*roles.STAFF, scope="national", obj="officer_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="officer_id")


@router.get(
    "", response_model=Page[OfficerItem], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_officers(
    query: Annotated[OfficerQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """Posts held; `as_of` and `post` together say who it was that day."""
    values = await resolve(read, query.unit) | ({"q": asked(query.q)} if query.q else {})
    sort, binds = ranked(query.sort, "person", query.q)
    return await queries.OFFICERS.page(
        read, query, sort=sort, values=values, binds=binds, bulk=bulk
    )


@router.get(_ONE, response_model=OfficerOut, **_READ)
async def get_officer(officer_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One post held by one person."""
    officer = await find(tx, Officer, officer_id)
    return await known.of(officer) or answer(OfficerOut.of(officer, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_officer_history(
    officer_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await find(tx, Officer, officer_id)
    return await history.of(read, "officers", officer_id)


@router.post("", status_code=201, response_model=OfficerOut, **allow(*roles.WRITERS, scope="own"))
async def create_officer(body: OfficerIn, tx: Tx, act: Act) -> Response:
    """Write down who holds a post of one's union."""
    unit_id = await keeper(tx, act, body.unit_id)
    officer = Officer(id=body.id or new_id(), unit_id=unit_id, **body.columns("id", "unit_id"))
    await queries.settle(tx, officer)
    return await act.create(officer, OfficerOut.of)


@router.patch(_ONE, response_model=OfficerOut, **_KEEP)
async def update_officer(
    officer_id: UUID, body: Annotated[OfficerPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Correct or end a post."""
    officer = await lock_kept(tx, act, Officer, officer_id)
    match.require(officer.version)
    assign(officer, body.changes())
    await queries.settle(tx, officer)
    return await act.update(officer, OfficerOut.of)

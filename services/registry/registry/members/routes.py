"""Members of the unions: list, record, history, enter, change."""

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
from registry.members import queries
from registry.members.models import Member
from registry.members.schemas import MemberIn, MemberItem, MemberOut, MemberPatch, MemberQuery
from registry.places.queries import within
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/members", tags=["members"], route_class=Operation)
_ONE = "/{member_id}"
_READ = allow(*roles.STAFF, scope="national", obj="member_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="member_id")


@router.get(
    "", response_model=Page[MemberItem], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_members(query: Annotated[MemberQuery, Query()], read: Read, bulk: Bulk) -> Response:
    """Members by name; `as_of`: members that day; `unit`: of that union."""
    values: dict[str, Any] = await resolve(read, query.unit)
    values |= {"q": asked(query.q)} if query.q else {}
    values |= await within(read, query.province, query.boundaries)
    sort, binds = ranked(query.sort, "name", query.q)
    return await queries.MEMBERS.page(read, query, sort=sort, values=values, binds=binds, bulk=bulk)


@router.get(_ONE, response_model=MemberOut, **_READ)
async def get_member(member_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One member organisation."""
    member = await find(tx, Member, member_id)
    return await known.of(member) or answer(MemberOut.of(member, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_member_history(
    member_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await find(tx, Member, member_id)
    return await history.of(read, "members", member_id)


@router.post("", status_code=201, response_model=MemberOut, **allow(*roles.WRITERS, scope="own"))
async def create_member(body: MemberIn, tx: Tx, act: Act) -> Response:
    """Enter a member of one's union."""
    unit_id = await keeper(tx, act, body.unit_id)
    member = Member(id=body.id or new_id(), unit_id=unit_id, **body.columns("id", "unit_id"))
    await queries.settle(tx, member)
    return await act.create(member, MemberOut.of)


@router.patch(_ONE, response_model=MemberOut, **_KEEP)
async def update_member(
    member_id: UUID, body: Annotated[MemberPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Correct a member's record, or end its membership."""
    member = await lock_kept(tx, act, Member, member_id)
    match.require(member.version)
    assign(member, body.changes())
    await queries.settle(tx, member)
    return await act.update(member, MemberOut.of)

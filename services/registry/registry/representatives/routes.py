"""Who speaks for an NGO: list, record, history, enter, change, and a paper's number in full."""

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
from registry.representatives import queries
from registry.representatives.models import Representative, RepresentativePaper
from registry.representatives.schemas import (
    RepresentativeIn,
    RepresentativeItem,
    RepresentativeOut,
    RepresentativePatch,
    RepresentativeQuery,
)
from registry.sealed import NumberOut, RevealIn, reveal, seal, take
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/representatives", tags=["representatives"], route_class=Operation)
_ONE = "/{representative_id}"
_READ = allow(*roles.STAFF, scope="national", obj="representative_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="representative_id")
# A program never needs it: what it entered it knows.
_SEE = allow(roles.OFFICER, scope="steward", obj="representative_id", action="decide", step_up=True)


@router.get(
    "",
    response_model=Page[RepresentativeItem],
    responses=BULK,
    **allow(*roles.STAFF, scope="national"),
)
async def list_representatives(
    query: Annotated[RepresentativeQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """Who speaks for which NGO; `as_of`: that day. Papers are masked, in files too."""
    values = await resolve(read, query.unit) | ({"q": asked(query.q)} if query.q else {})
    sort, binds = ranked(query.sort, "person", query.q)
    return await queries.REPRESENTATIVES.page(
        read, query, sort=sort, values=values, binds=binds, bulk=bulk
    )


@router.get(_ONE, response_model=RepresentativeOut, **_READ)
async def get_representative(
    representative_id: UUID, tx: Tx, actor: CurrentActor, known: Known
) -> Response:
    """One post of one person."""
    one = await find(tx, Representative, representative_id)
    return await known.of(one) or answer(RepresentativeOut.of(one, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_representative_history(
    representative_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, and who saw the paper's number, when and why; newest first."""
    await find(tx, Representative, representative_id)
    return await history.of(read, "representatives", representative_id)


@router.post(
    "", status_code=201, response_model=RepresentativeOut, **allow(*roles.WRITERS, scope="own")
)
async def create_representative(body: RepresentativeIn, tx: Tx, act: Act) -> Response:
    """Write down who speaks for an NGO."""
    unit_id = await keeper(tx, act, body.unit_id)
    values = body.columns("id", "unit_id")
    number = take(values, "paper_number", "paper_masked")
    one = Representative(id=body.id or new_id(), unit_id=unit_id, **values)
    await queries.settle(tx, one)
    made = await act.create(one, RepresentativeOut.of)
    await seal(tx, RepresentativePaper, one.id, number)
    return made


@router.patch(_ONE, response_model=RepresentativeOut, **_KEEP)
async def update_representative(
    representative_id: UUID,
    body: Annotated[RepresentativePatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """Correct or end a post; without `paper_kind` its paper's number goes, too."""
    one = await lock_kept(tx, act, Representative, representative_id)
    match.require(one.version)
    values: dict[str, Any] = body.changes()
    if values.get("paper_kind", one.paper_kind) is None:
        values.setdefault("paper_number", None)
    number = take(values, "paper_number", "paper_masked")
    assign(one, values)
    await queries.settle(tx, one)
    await seal(tx, RepresentativePaper, one.id, number)
    return await act.update(one, RepresentativeOut.of)


@router.post(_ONE + "/reveal", response_model=NumberOut, **_SEE)
async def reveal_representative(
    representative_id: UUID, body: RevealIn, tx: Tx, act: Act
) -> Response:
    """The whole number of the paper. Who saw it, when and why stands in the record's history."""
    one = await lock_kept(tx, act, Representative, representative_id)
    return await reveal(act, RepresentativePaper, one, RepresentativeOut, body.reason)

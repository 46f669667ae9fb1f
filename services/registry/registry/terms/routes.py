"""Terms of the unions: list, record, history, enter, change."""

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
from registry.finding import asked
from registry.kept import keeper, lock_kept
from registry.terms import queries
from registry.terms.models import Term
from registry.terms.schemas import TermIn, TermItem, TermOut, TermPatch, TermQuery
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/terms", tags=["terms"], route_class=Operation)
_ONE = "/{term_id}"
_READ = allow(*roles.STAFF, scope="national", obj="term_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="term_id")


@router.get(
    "", response_model=Page[TermItem], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_terms(query: Annotated[TermQuery, Query()], read: Read, bulk: Bulk) -> Response:
    """Terms by union and number; `as_of`: those under way that day."""
    values = await resolve(read, query.unit) | ({"q": asked(query.q)} if query.q else {})
    return await queries.TERMS.page(read, query, sort=query.sort, values=values, bulk=bulk)


@router.get(_ONE, response_model=TermOut, **_READ)
async def get_term(term_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One term with its congress."""
    term = await find(tx, Term, term_id)
    return await known.of(term) or answer(TermOut.of(term, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_term_history(term_id: UUID, tx: Tx, read: Read, history: RecordHistory) -> Response:
    """Who changed what, when and why; newest first."""
    await find(tx, Term, term_id)
    return await history.of(read, "terms", term_id)


@router.post("", status_code=201, response_model=TermOut, **allow(*roles.WRITERS, scope="own"))
async def create_term(body: TermIn, tx: Tx, act: Act) -> Response:
    """Write down a term of one's union; national staff, of any union."""
    unit_id = await keeper(tx, act, body.unit_id)
    term = Term(id=body.id or new_id(), unit_id=unit_id, **body.columns("id", "unit_id"))
    await queries.settle(tx, term)
    return await act.create(term, TermOut.of)


@router.patch(_ONE, response_model=TermOut, **_KEEP)
async def update_term(
    term_id: UUID, body: Annotated[TermPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Correct a term: a congress that was planned has been held, say."""
    term = await lock_kept(tx, act, Term, term_id)
    match.require(term.version)
    assign(term, body.changes())
    await queries.settle(tx, term)
    return await act.update(term, TermOut.of)

"""Agreements: list, record, history, enter, change."""

from datetime import date, timedelta
from functools import partial
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, Known, RecordHistory
from chassis.days import today
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.records import assign, find
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.agreements import queries, rules
from registry.agreements.models import Agreement
from registry.agreements.schemas import (
    AgreementIn,
    AgreementItem,
    AgreementOut,
    AgreementPatch,
    AgreementQuery,
    EvidenceIn,
    ReviewIn,
)
from registry.finding import asked
from registry.kept import keeper, lock_kept
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/agreements", tags=["agreements"], route_class=Operation)
_ONE = "/{agreement_id}"
_READ = allow(*roles.STAFF, scope="national", obj="agreement_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="agreement_id")


@router.get(
    "", response_model=Page[AgreementItem], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_agreements(
    query: Annotated[AgreementQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """Agreements; `as_of`: in force that day; `expiring_within` days of today."""
    values: dict[str, Any] = await resolve(read, query.unit)
    values |= {"q": asked(query.q)} if query.q else {}
    if query.expiring_within is not None:
        first = today()
        last = first + timedelta(days=query.expiring_within)
        values |= {"expiring_from": first, "expiring_to": last}
    then = partial(queries.shown, as_of=query.as_of)
    return await queries.AGREEMENTS.page(
        read, query, sort=query.sort, values=values, decorate=then, bulk=bulk
    )


@router.get(_ONE, response_model=AgreementOut, **_READ)
async def get_agreement(agreement_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One agreement with its clauses, evidence and reviews."""
    agreement = await find(tx, Agreement, agreement_id)
    return await known.of(agreement) or answer(AgreementOut.of(agreement, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_agreement_history(
    agreement_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await find(tx, Agreement, agreement_id)
    return await history.of(read, "agreements", agreement_id)


@router.post("", status_code=201, response_model=AgreementOut, **allow(*roles.WRITERS, scope="own"))
async def create_agreement(body: AgreementIn, tx: Tx, act: Act) -> Response:
    """Enter an agreement of one's union."""
    unit_id = await keeper(tx, act, body.unit_id)
    agreement = Agreement(id=body.id or new_id(), unit_id=unit_id, **body.columns("id", "unit_id"))
    await queries.settle(tx, agreement)
    return await act.create(agreement, AgreementOut.of)


@router.patch(_ONE, response_model=AgreementOut, **_KEEP)
async def update_agreement(
    agreement_id: UUID,
    body: Annotated[AgreementPatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """Correct an agreement; evidence and reviews have addresses of their own."""
    agreement = await lock_kept(tx, act, Agreement, agreement_id)
    match.require(agreement.version)
    assign(agreement, body.changes())
    await queries.settle(tx, agreement)
    return await act.update(agreement, AgreementOut.of)


@router.post(_ONE + "/evidence", response_model=AgreementOut, **_KEEP)
async def add_agreement_evidence(
    agreement_id: UUID, body: EvidenceIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Write down what shows that a clause was kept."""
    agreement = await lock_kept(tx, act, Agreement, agreement_id)
    match.require(agreement.version)
    rules.require_clause(agreement.clauses, body.clause)
    agreement.evidence = [*agreement.evidence, body.columns()]
    return await act.update(agreement, AgreementOut.of, "evidence")


@router.post(_ONE + "/reviews", response_model=AgreementOut, **_KEEP)
async def add_agreement_review(
    agreement_id: UUID, body: ReviewIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Write down the review of one half-year."""
    agreement = await lock_kept(tx, act, Agreement, agreement_id)
    match.require(agreement.version)
    reviewed = [date.fromisoformat(review["period_end"]) for review in agreement.reviews]
    rules.require_review(agreement.starts_on, agreement.last_on, reviewed, body.period_end)
    agreement.reviews = [*agreement.reviews, body.columns()]
    return await act.update(agreement, AgreementOut.of, "review")

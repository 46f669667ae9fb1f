"""Referrals: list, record, history, introduce, and its steps."""

from functools import partial
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act, Acting
from chassis.changes.history import History, Known, RecordHistory
from chassis.days import today
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch, Match
from chassis.reader import Read
from chassis.records import assign, find
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.finding import asked
from registry.kept import keeper
from registry.referrals import queries, rules
from registry.referrals.models import Referral
from registry.referrals.rules import MOVES, ReferralAction, ReferralStatus
from registry.referrals.schemas import (
    AcceptIn,
    ConcludeIn,
    DeclineIn,
    ReferralIn,
    ReferralItem,
    ReferralOut,
    ReferralPatch,
    ReferralQuery,
    VisitIn,
)
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/referrals", tags=["referrals"], route_class=Operation)
_ONE = "/{referral_id}"
_READ = allow(*roles.STAFF, scope="national", obj="referral_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="referral_id")
_RECEIVE = allow(
    *roles.WRITERS, scope="steward", obj="referral_id", sod="the receiving union takes this step"
)


@router.get(
    "", response_model=Page[ReferralItem], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_referrals(
    query: Annotated[ReferralQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """Introductions of an NGO to another union; `unit`: on either side."""
    values: dict[str, Any] = await resolve(read, query.unit)
    values |= {"q": asked(query.q)} if query.q else {}
    if query.status:
        values["status_then" if query.as_of else "status"] = query.status
    then = partial(rules.told_on, day=query.as_of) if query.as_of else None
    return await queries.REFERRALS.page(
        read, query, sort=query.sort, values=values, decorate=then, bulk=bulk
    )


@router.get(_ONE, response_model=ReferralOut, **_READ)
async def get_referral(referral_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One referral."""
    referral = await find(tx, Referral, referral_id)
    return await known.of(referral) or answer(ReferralOut.of(referral, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_referral_history(
    referral_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await find(tx, Referral, referral_id)
    return await history.of(read, "referrals", referral_id)


@router.post("", status_code=201, response_model=ReferralOut, **allow(*roles.WRITERS, scope="own"))
async def create_referral(body: ReferralIn, tx: Tx, act: Act) -> Response:
    """Introduce an NGO to another union."""
    unit_id = await keeper(tx, act, body.unit_id)
    fields = body.columns("id", "unit_id")
    fixed = {"status": ReferralStatus.INTRODUCED, "credits": []}
    referral = Referral(id=body.id or new_id(), unit_id=unit_id, **fixed, **fields)
    await queries.settle(tx, referral)
    return await act.create(referral, ReferralOut.of)


@router.patch(_ONE, response_model=ReferralOut, **_KEEP)
async def update_referral(
    referral_id: UUID, body: Annotated[ReferralPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Correct a referral that is under way; its steps have addresses of their own."""
    return await _step(tx, act, referral_id, ReferralAction.UPDATE, match, body.changes())


@router.post(_ONE + "/accept", response_model=ReferralOut, **_RECEIVE)
async def accept_referral(
    referral_id: UUID, body: AcceptIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """The receiving union takes the introduction up."""
    return await _step(tx, act, referral_id, ReferralAction.ACCEPT, match, body.columns())


@router.post(_ONE + "/visit", response_model=ReferralOut, **_RECEIVE)
async def visit_referral(
    referral_id: UUID, body: VisitIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """The NGO came to see."""
    return await _step(tx, act, referral_id, ReferralAction.VISIT, match, body.columns())


@router.post(_ONE + "/conclude", response_model=ReferralOut, **_RECEIVE)
async def conclude_referral(
    referral_id: UUID, body: ConcludeIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """What came of it, with the credit of each union."""
    return await _step(tx, act, referral_id, ReferralAction.CONCLUDE, match, body.columns())


@router.post(_ONE + "/decline", response_model=ReferralOut, **_RECEIVE)
async def decline_referral(
    referral_id: UUID, body: DeclineIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """The introduction leads no further, and why."""
    return await _step(
        tx, act, referral_id, ReferralAction.DECLINE, match, body.columns(), body.reason
    )


async def _step(
    tx: AsyncSession,
    act: Acting,
    referral_id: UUID,
    action: ReferralAction,
    match: Match,
    values: dict[str, Any],
    reason: str | None = None,
) -> Response:
    """Take one step of the table, by the side whose step it is or the national union."""
    referral = await find(tx, Referral, referral_id, lock=True)
    units = (referral.unit_id, referral.to_unit_id)
    sides = rules.sides_of(act.actor.unit_id, *units, national=act.actor.national)
    rules.require_side(action, sides)
    following = MOVES.next(ReferralStatus(referral.status), action, roles=act.actor.roles)
    match.require(referral.version)
    if action == ReferralAction.CONCLUDE:
        halves = [{"unit_id": str(side), "percentage": "50"} for side in units]
        values["credits"] = values["credits"] or halves
        rules.require_whole(values["credits"], units)
    if action == ReferralAction.DECLINE:
        begun = referral.accepted_on or referral.introduced_on
        values["declined_on"] = values["declined_on"] or max(today(), begun)
    assign(referral, {**values, "status": following})
    await queries.settle(tx, referral)
    return await act.update(referral, ReferralOut.of, action, reason)

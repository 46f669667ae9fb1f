"""Proposals: list, record, history, propose; taken, refused or withdrawn."""

from functools import partial
from typing import Annotated, Any
from uuid import UUID

import orjson
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
from chassis.records import find, named
from chassis.routing import Operation
from chassis.wire import Page, answer
from registry import roles
from registry.finding import asked
from registry.ngos import changing
from registry.ngos.models import Ngo
from registry.ngos.queries import lock
from registry.ngos.rules import require_present
from registry.ngos.schemas import NgoOut, NgoPatch
from registry.proposals import queries, rules
from registry.proposals.models import Proposal
from registry.proposals.rules import MOVES, ProposalAction, ProposalStatus
from registry.proposals.schemas import (
    ProposalIn,
    ProposalItem,
    ProposalOut,
    ProposalQuery,
    RefuseIn,
    TakeIn,
    WithdrawIn,
)
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/proposals", tags=["proposals"], route_class=Operation)
_ONE = "/{proposal_id}"
_READ = allow(*roles.STAFF, scope="national", obj="proposal_id")
_STEP = allow(
    *roles.WRITERS,
    scope="steward",
    obj="proposal_id",
    sod="the unit that keeps the record answers, the one that proposed withdraws",
)


@router.get(
    "", response_model=Page[ProposalItem], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_proposals(
    query: Annotated[ProposalQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """What units propose to change in NGOs' records, newest first."""
    values: dict[str, Any] = await resolve(read, query.unit)
    keeps = await resolve(read, query.steward)
    values |= {"steward_id": keeps["unit_id"]} if keeps else {}
    values |= {"q": asked(query.q)} if query.q else {}
    if query.status:
        values["status_then" if query.as_of else "status"] = query.status
    then = partial(rules.told_on, day=query.as_of) if query.as_of else None
    return await queries.PROPOSALS.page(
        read, query, sort=query.sort, values=values, decorate=then, bulk=bulk
    )


@router.get(_ONE, response_model=ProposalOut, **_READ)
async def get_proposal(proposal_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One proposal with each field before and after."""
    proposal = await find(tx, Proposal, proposal_id)
    return await known.of(proposal) or answer(ProposalOut.of(proposal, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_proposal_history(
    proposal_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who proposed, and who answered; newest first."""
    await find(tx, Proposal, proposal_id)
    return await history.of(read, "proposals", proposal_id)


@router.post("", status_code=201, response_model=ProposalOut, **allow(*roles.WRITERS, scope="own"))
async def create_proposal(body: ProposalIn, tx: Tx, act: Act) -> Response:
    """Propose a change of an NGO's record to the unit that keeps it."""
    ngo = await named(tx, Ngo, body.ngo_id, "registry.unknown_ngo", "ngo_id")
    assert ngo  # the body names one
    require_present(ngo)
    rules.require_other_unit(act.unit_id, ngo.unit_id, national=act.actor.national)
    changes = body.patch.changes()
    await changing.require_sound(tx, ngo, changes)
    told = body.patch.model_dump(mode="json", include=set(changes))
    proposal = Proposal(
        id=body.id or new_id(),
        unit_id=act.unit_id,
        steward_id=ngo.unit_id,
        changes=rules.differing(_wire(ngo), told),
        status=ProposalStatus.OPEN,
        taken=[],
        proposed_on=today(),
        **body.columns("id", "patch"),
    )
    return await act.create(proposal, ProposalOut.of, reason=body.reason)


@router.post(_ONE + "/accept", response_model=ProposalOut, **_STEP)
async def accept_proposal(
    proposal_id: UUID, body: TakeIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Make the proposed changes, or some of them, in the record."""
    proposal = await _step(tx, act, proposal_id, ProposalAction.ACCEPT, match)
    ngo = await lock(tx, proposal.ngo_id)
    taken = rules.taken(proposal.changes, body.fields, _wire(ngo))
    patch = {change["field"]: change["after"] for change in taken}
    changes = NgoPatch.model_validate_json(orjson.dumps(patch)).changes()
    await changing.require_sound(tx, ngo, changes)
    changing.put(ngo, changes)
    ngo.touch()
    await tx.flush()
    act.log(ngo, NgoOut.of(ngo, act.actor), "proposal", reason=proposal.reason)
    proposal.taken, proposal.answer = list(patch), body.answer
    return await act.update(proposal, ProposalOut.of, "accept", body.answer)


@router.post(_ONE + "/decline", response_model=ProposalOut, **_STEP)
async def decline_proposal(
    proposal_id: UUID, body: RefuseIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Leave the record as it is, and say why."""
    proposal = await _step(tx, act, proposal_id, ProposalAction.DECLINE, match)
    proposal.answer = body.reason
    return await act.update(proposal, ProposalOut.of, "decline", body.reason)


@router.post(_ONE + "/withdraw", response_model=ProposalOut, **_STEP)
async def withdraw_proposal(
    proposal_id: UUID, body: WithdrawIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Take one's own proposal back before it is answered."""
    proposal = await _step(tx, act, proposal_id, ProposalAction.WITHDRAW, match)
    return await act.update(proposal, ProposalOut.of, "withdraw", body.reason)


async def _step(
    tx: AsyncSession, act: Acting, proposal_id: UUID, action: ProposalAction, match: Match
) -> Proposal:
    """The proposal, locked and moved on by the side whose step it is."""
    proposal = await find(tx, Proposal, proposal_id, lock=True)
    units = (proposal.unit_id, proposal.steward_id)
    sides = rules.sides_of(act.actor.unit_id, *units, national=act.actor.national)
    rules.require_side(action, sides)
    following = MOVES.next(ProposalStatus(proposal.status), action, roles=act.actor.roles)
    match.require(proposal.version)
    proposal.status, proposal.closed_on = following, today()
    return proposal


def _wire(ngo: Ngo) -> dict[str, Any]:
    return NgoOut.model_validate(ngo).model_dump(mode="json")

"""`POST /v1/grants/{id}/<verb>`: lock the dossier, ask the table, write down who did it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from aid import roles
from aid.days import today
from aid.grants import queries, rules
from aid.grants.models import Grant
from aid.grants.rules import Action, Deed, Status
from aid.grants.schemas import GrantOut, searched
from aid.grants.steps.schemas import (
    AppraiseIn,
    ApproveIn,
    RejectIn,
    ReturnIn,
    SubmitIn,
    TakeOverIn,
    WithdrawIn,
)
from aid.rates import queries as rates
from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.db import Tx
from chassis.preconditions import IfMatch, Match
from chassis.routing import Operation

router = APIRouter(prefix="/v1/grants/{grant_id}", tags=["grants"], route_class=Operation)


def _step(*by: str, decides: bool, step_up: bool = False) -> dict[str, Any]:
    """The route arguments of a step: by these roles, in their own unit, with four eyes."""
    return {
        "response_model": GrantOut,
        **allow(
            *by,
            scope="own",
            obj="grant_id",
            sod=rules.FOUR_EYES,
            action="decide" if decides else "write",
            step_up=step_up,
        ),
    }


# What taking a step makes of a person; withdrawing and returning are no part in the decision.
DEEDS = {
    Action.SUBMIT: Deed.SUBMIT,
    Action.APPRAISE: Deed.APPRAISE,
    Action.APPROVE: Deed.DECIDE,
    Action.REJECT: Deed.DECIDE,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One person at one dossier: locked, allowed to take this step, about to take it."""

    act: Acting
    grant: Grant
    action: Action
    to: Status
    relations: set[str]

    @classmethod
    async def begin(
        cls, tx: AsyncSession, act: Acting, match: Match, grant_id: UUID, action: Action
    ) -> "Step":
        """Lock, then ask the table, then compare versions: who comes too late to a decided
        dossier is told so (409), not that his copy is old (412)."""
        grant = await queries.lock_own(tx, grant_id, act.unit_id)
        persons = act.actor.persons(rules.MOVES.by(Status(grant.status), action))
        mine = await queries.relations(tx, grant_id, persons)
        to = rules.MOVES.next(Status(grant.status), action, roles=act.actor.roles, relations=mine)
        match.require(grant.version)
        if deed := DEEDS.get(action):
            await queries.mark(tx, grant_id, persons, deed)
            mine.add(rules.RELATION[deed])
        return cls(act, grant, action, to, mine)

    async def end(self, reason: str | None = None) -> Response:
        """Move the dossier and answer with it as it now stands."""
        self.grant.status = self.to
        return await self.act.update(self.grant, GrantOut.seen(self.relations), self.action, reason)


@router.post(
    "/take-over",
    response_model=GrantOut,
    **allow(roles.OFFICER, scope="left", obj="grant_id", action="write"),
)
async def take_over_grant(
    grant_id: UUID, body: TakeOverIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Finish here what a unit that went into this one left open. Everybody's part in it stays: who
    prepared it there decides on it nowhere."""
    grant = await queries.lock_seen(tx, grant_id, act.actor)
    left = grant.finisher in act.actor.predecessors
    rules.require_left(Status(grant.status), left=left)
    match.require(grant.version)
    grant.keeper_id = act.unit_id if act.unit_id != grant.unit_id else None
    mine = await queries.relations(tx, grant_id, act.actor.persons((roles.OFFICER,)))
    return await act.update(grant, GrantOut.seen(mine), "take_over", body.reason)


@router.post("/submit", **_step(*roles.WRITERS, decides=False))
async def submit_grant(
    grant_id: UUID, match: IfMatch, tx: Tx, act: Act, body: SubmitIn | None = None
) -> Response:
    """Hand a complete dossier in, for the first time or after a supplement was asked for."""
    step = await Step.begin(tx, act, match, grant_id, Action.SUBMIT)
    grant = step.grant
    rules.require_complete({name: getattr(grant, name) for name in rules.REQUIRED})
    grant.submitted_on = (body and body.submitted_on) or today()
    rules.require_past("submitted_on", grant.submitted_on, today())
    grant.submitted_by = act.actor.id
    # what was appraised before the supplement was another dossier
    grant.appraised_on = grant.appraised_by = grant.opinion = None
    await queries.take_names(tx, grant)
    grant.search = searched(grant)
    return await step.end()


@router.post("/withdraw", **_step(*roles.WRITERS, decides=False))
async def withdraw_grant(
    grant_id: UUID, match: IfMatch, tx: Tx, act: Act, body: WithdrawIn | None = None
) -> Response:
    """Take a dossier back before it is decided; it stays on record."""
    step = await Step.begin(tx, act, match, grant_id, Action.WITHDRAW)
    step.grant.reason = body.reason if body else None
    return await step.end(reason=step.grant.reason)


@router.post("/return", **_step(roles.APPRAISER, roles.APPROVER, decides=True))
async def return_grant(
    grant_id: UUID, body: ReturnIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Send a dossier back for a supplement: the appraiser before, the approver after appraisal."""
    step = await Step.begin(tx, act, match, grant_id, Action.RETURN)
    step.grant.reason, step.grant.returned_on = body.reason, today()
    return await step.end(reason=body.reason)


@router.post("/appraise", **_step(roles.APPRAISER, decides=True))
async def appraise_grant(
    grant_id: UUID, body: AppraiseIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Give the appraisal's opinion on a submitted dossier."""
    step = await Step.begin(tx, act, match, grant_id, Action.APPRAISE)
    grant = step.grant
    grant.opinion, grant.appraised_on = body.opinion, body.appraised_on or today()
    rules.require_past("appraised_on", grant.appraised_on, today())
    grant.appraised_by = act.actor.id
    return await step.end()


@router.post("/approve", **_step(roles.APPROVER, decides=True, step_up=True))
async def approve_grant(
    grant_id: UUID, body: ApproveIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Enter the signed decision. Its day may lie years back, never ahead."""
    step = await Step.begin(tx, act, match, grant_id, Action.APPROVE)
    grant = step.grant
    rules.require_past("decided_on", body.decided_on, today())
    grant.rate_id, grant.usd_rate_id = await rates.of_day(tx, grant.currency, body.decided_on)
    grant.decision_number, grant.authority = body.decision_number, body.authority
    grant.decided_on = grant.approved_on = body.decided_on
    grant.decided_by = act.actor.id
    return await step.end()


@router.post("/reject", **_step(roles.APPROVER, decides=True))
async def reject_grant(
    grant_id: UUID, body: RejectIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Refuse a grant, with the reason that its donor will be told."""
    step = await Step.begin(tx, act, match, grant_id, Action.REJECT)
    grant = step.grant
    grant.reason, grant.decided_on = body.reason, body.decided_on or today()
    rules.require_past("decided_on", grant.decided_on, today())
    grant.decided_by = act.actor.id
    return await step.end(reason=body.reason)

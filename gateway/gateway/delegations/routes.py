"""Hand a role to a colleague for an absence; an administrator has a say where it decides."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.days import today
from chassis.db import Tx, now
from chassis.errors import NotAllowed, RuleViolation
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page
from gateway import roles
from gateway.accounts.giving import reach
from gateway.accounts.rules import roles_on
from gateway.delegations import queries, rules
from gateway.delegations.models import Delegation
from gateway.delegations.rules import Action, Status
from gateway.delegations.schemas import (
    ColleagueOut,
    ColleagueQuery,
    DelegationIn,
    DelegationOut,
    DelegationQuery,
    RefusalIn,
    actions,
)
from gateway.invitations import queries as invitations
from gateway.running import Here, Running

router = APIRouter(prefix="/v1/delegations", tags=["delegations"], route_class=Operation)
SECOND = "who gives or takes the role does not confirm that it is handed over"


@router.get("", response_model=Page[DelegationOut], **allow(*roles.ALL, scope="own"))
async def list_delegations(
    query: Annotated[DelegationQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Newest first: one's own, and for administrators and auditors the whole union's."""
    values = queries.visible(actor, sees_all=actor.has(roles.ADMIN, roles.AUDITOR))
    if query.q:
        values["q"] = like_pattern(query.q)

    def decorate(row: dict[str, Any]) -> dict[str, Any]:
        may = actions(row["status"], row["giver_id"], row["taker_id"], actor)
        return {**row, "allowed_actions": may}

    return await queries.DELEGATIONS.page(
        read, query, sort="-created_at", values=values, decorate=decorate
    )


@router.get("/colleagues", response_model=Page[ColleagueOut], **allow(*roles.ALL, scope="own"))
async def list_colleagues(
    query: Annotated[ColleagueQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """The people of the caller's own unit, by name."""
    if actor.unit_id is None:
        raise NotAllowed("identity.no_unit")
    values: dict[str, object] = {"unit": actor.unit_id, "person": actor.id}
    if query.q:
        values["q"] = like_pattern(query.q)
    return await queries.COLLEAGUES.page(read, query, sort="name", values=values)


@router.post(
    "",
    status_code=201,
    response_model=DelegationOut,
    **allow(*roles.ALL, scope="own", step_up=True),
)
async def create_delegation(body: DelegationIn, tx: Tx, act: Act, here: Here) -> Response:
    """Hand own roles to a colleague. The right to approve waits for an administrator."""
    giver = await queries.giver(tx, act.actor.id)
    taker = await queries.taker(tx, body.taker_id, giver)
    own = roles_on(giver.roles, giver.role_periods, today())
    problem = rules.problem(body.roles, own) or rules.period_problem(
        body.starts_on, body.ends_on, today()
    )
    if problem:
        raise RuleViolation(problem)
    delegation = Delegation(
        id=body.id or new_id(),
        giver_id=giver.id,
        giver_name=giver.name,
        taker_name=taker.name,
        unit_id=act.unit_id,
        unit_code=giver.unit_code,
        status=rules.begins_as(body.roles),
        **body.columns("id"),
    )
    here.live_sessions.forget_account(taker.id)
    return await act.create(delegation, DelegationOut.of)


@router.post(
    "/{delegation_id}/confirm",
    response_model=DelegationOut,
    **allow(roles.ADMIN, scope="unit", obj="delegation_id", sod=SECOND, step_up=True),
)
async def confirm_delegation(
    delegation_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here
) -> Response:
    """Let the colleague decide in the absent person's place."""
    delegation = await queries.lock(tx, delegation_id, reach(act.actor))
    _require(delegation, act, Action.CONFIRM)
    match.require(delegation.version)
    # whoever made the link could use it, and would decide as this person from then on
    if await invitations.is_open(tx, delegation.taker_id, now()):
        raise RuleViolation("accounts.link_open")
    return await _set(delegation, Status.ACTIVE, act, here, Action.CONFIRM, delegation.reason)


@router.post(
    "/{delegation_id}/decline",
    response_model=DelegationOut,
    **allow(roles.ADMIN, scope="unit", obj="delegation_id", sod=SECOND),
)
async def decline_delegation(
    delegation_id: UUID, body: RefusalIn, match: IfMatch, tx: Tx, act: Act, here: Here
) -> Response:
    """Refuse a delegation, or stop one that holds."""
    delegation = await queries.lock(tx, delegation_id, reach(act.actor))
    _require(delegation, act, Action.DECLINE)
    match.require(delegation.version)
    return await _set(delegation, Status.DECLINED, act, here, Action.DECLINE, body.reason)


@router.post(
    "/{delegation_id}/end",
    response_model=DelegationOut,
    **allow(*roles.ALL, scope="self", obj="delegation_id"),
)
async def end_delegation(
    delegation_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here
) -> Response:
    """Take the role back, or give it back, before its last day."""
    delegation = await queries.lock_mine(tx, delegation_id, act.actor.id)
    _require(delegation, act, Action.END)
    match.require(delegation.version)
    delegation.status = Status.ENDED
    here.live_sessions.forget_account(delegation.taker_id)
    return await act.update(delegation, DelegationOut.of, Action.END)


def _require(delegation: Delegation, act: Acting, action: Action) -> None:
    """403 for one of the two people, 409 when it is too late."""
    pair = {"giver": delegation.giver_id, "taker": delegation.taker_id}
    if act.actor.id in pair.values() and action is not Action.END:
        raise NotAllowed("delegations.four_eyes")
    status = Status(delegation.status)
    if action not in rules.allowed(status, act.actor.id, act.actor.own_roles, **pair):
        raise RuleViolation("delegations.wrong_status")


async def _set(
    delegation: Delegation,
    status: Status,
    act: Acting,
    here: Running,
    action: Action,
    reason: str,
) -> Response:
    delegation.status, delegation.decided_at = status, now()
    delegation.decided_by, delegation.decided_name = act.actor.id, act.actor.name
    here.live_sessions.forget_account(delegation.taker_id)
    return await act.update(delegation, DelegationOut.of, action, reason)

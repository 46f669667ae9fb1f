"""One administrator proposes a role that decides or rules; another confirms or declines it."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.db import Tx, now
from chassis.errors import RuleViolation
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch, Match
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page, answer
from gateway import roles
from gateway.accounts.giving import checked, reach
from gateway.accounts.models import Account
from gateway.accounts.rules import added, is_dangerous
from gateway.accounts.schemas import AccountOut
from gateway.invitations import queries as invitations
from gateway.role_grants import queries, rules
from gateway.role_grants.models import RoleGrant
from gateway.role_grants.rules import Action, Status
from gateway.role_grants.schemas import (
    DeclineIn,
    RoleGrantIn,
    RoleGrantOut,
    RoleGrantQuery,
    actions,
    shown,
)
from gateway.running import Here
from gateway.sessions import queries as sessions

router = APIRouter(prefix="/v1/role-grants", tags=["role-grants"], route_class=Operation)
_READ: dict[str, Any] = {"scope": "unit"}


@router.get("", response_model=Page[RoleGrantOut], **allow(roles.ADMIN, roles.AUDITOR, **_READ))
async def list_role_grants(
    query: Annotated[RoleGrantQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Proposals, newest first: all for national staff, else those for the caller's union."""
    unit = reach(actor)
    values: dict[str, object] = {} if unit is None else {"unit": unit}
    if query.q:
        values["q"] = like_pattern(query.q)

    def decorate(row: dict[str, Any]) -> dict[str, Any]:
        may = actions(row["status"], row["proposed_by"], row["account_id"], actor)
        return {**row, "allowed_actions": may}

    return await queries.GRANTS.page(
        read, query, sort="-created_at", values=values, decorate=decorate
    )


@router.post(
    "",
    status_code=201,
    response_model=RoleGrantOut,
    **allow(roles.ADMIN, scope="unit", step_up=True),
)
async def propose_role(body: RoleGrantIn, tx: Tx, act: Act) -> Response:
    """Propose a role that a second administrator must agree to; nothing changes until then."""
    account = await queries.receiver(tx, body.account_id, reach(act.actor))
    if account.id == act.actor.id:
        raise RuleViolation("accounts.own_roles")
    if account.disabled_at is not None:
        raise RuleViolation("accounts.already_disabled")
    if not is_dangerous(body.role, national=account.national):
        raise RuleViolation("role_grants.not_needed")
    period = _period(body.role, body.starts_on, body.ends_on)
    checked([body.role], [period])
    if not added(account.roles, account.role_periods, [body.role], [period]):
        raise RuleViolation("role_grants.held")
    grant = RoleGrant(
        id=body.id or new_id(),
        unit_id=account.unit_id,
        status=Status.PROPOSED,
        proposed_by=act.actor.id,
        proposed_name=act.actor.name,
        **body.columns("id"),
    )
    return await act.create(grant, lambda one, actor: shown(one, account, actor), "propose")


@router.get(
    "/{grant_id}",
    response_model=RoleGrantOut,
    **allow(roles.ADMIN, roles.AUDITOR, obj="grant_id", **_READ),
)
async def get_role_grant(grant_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One proposal, and what the caller may do about it."""
    grant, account = await queries.seen(tx, grant_id, reach(actor))
    return answer(shown(grant, account, actor))


@router.post(
    "/{grant_id}/confirm",
    response_model=RoleGrantOut,
    **allow(roles.ADMIN, scope="unit", obj="grant_id", sod=rules.SECOND, step_up=True),
)
async def confirm_role(grant_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here) -> Response:
    """Give the role. Its holder signs in again, everywhere."""
    grant, account = await _decide(tx, act, match, grant_id, Action.CONFIRM)
    if account.disabled_at is not None:
        raise RuleViolation("accounts.already_disabled")
    # whoever made the link could use it, and would decide as this person from then on
    if await invitations.is_open(tx, account.id, now()):
        raise RuleViolation("accounts.link_open")
    others = [one for one in account.role_periods if one["role"] != grant.role]
    period = _period(grant.role, grant.starts_on, grant.ends_on)
    account.roles = list(dict.fromkeys([*account.roles, grant.role]))
    account.role_periods = [
        *others,
        *([period] if period["starts_on"] or period["ends_on"] else []),
    ]
    account.touch()
    await sessions.end_all(tx, account.id)
    here.live_sessions.forget_account(account.id)
    act.log(account, AccountOut.of(account), "grant_role", reason=grant.reason)
    return await _answer(act, grant, account, Action.CONFIRM, grant.reason)


@router.post(
    "/{grant_id}/decline",
    response_model=RoleGrantOut,
    **allow(roles.ADMIN, scope="unit", obj="grant_id"),
)
async def decline_role(
    grant_id: UUID, body: DeclineIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Refuse the proposal, or take the own one back; the account stays as it is."""
    grant, account = await _decide(tx, act, match, grant_id, Action.DECLINE)
    return await _answer(act, grant, account, Action.DECLINE, body.reason)


async def _decide(
    tx: Tx, act: Acting, match: Match, grant_id: UUID, action: Action
) -> tuple[RoleGrant, Account]:
    """Lock both, ask the table, and write down who decided."""
    grant, account = await queries.seen(tx, grant_id, reach(act.actor), lock=True)
    mine = rules.relations(act.actor.id, proposer=grant.proposed_by, receiver=grant.account_id)
    to = rules.MOVES.next(Status(grant.status), action, roles=act.actor.roles, relations=mine)
    match.require(grant.version)
    grant.status, grant.decided_at = to, now()
    grant.decided_by, grant.decided_name = act.actor.id, act.actor.name
    return grant, account


async def _answer(
    act: Acting, grant: RoleGrant, account: Account, action: Action, reason: str
) -> Response:
    return await act.update(grant, lambda one, actor: shown(one, account, actor), action, reason)


def _period(role: str, starts_on: Any, ends_on: Any) -> dict[str, Any]:
    """As an account keeps it: ISO dates."""
    days = {"starts_on": starts_on, "ends_on": ends_on}
    return {"role": role, **{name: day and day.isoformat() for name, day in days.items()}}

"""Administrators help people in and put people out; they never see or choose a password."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.days import today
from chassis.db import Tx, now
from chassis.errors import RuleViolation
from chassis.identity import CurrentActor
from chassis.preconditions import IfMatch
from chassis.routing import Operation
from gateway import roles
from gateway.accounts import queries
from gateway.accounts.access.schemas import OpenSessionOut, OpenSessionsOut
from gateway.accounts.giving import reach
from gateway.accounts.models import Account
from gateway.accounts.rules import is_guarded
from gateway.accounts.schemas import AccountOut
from gateway.authenticators import queries as authenticators
from gateway.delegations import queries as delegations
from gateway.invitations import queries as invitations
from gateway.invitations import rules
from gateway.invitations.schemas import LinkOut
from gateway.roles import APPROVER
from gateway.running import Here
from gateway.sessions import queries as sessions

router = APIRouter(prefix="/v1/accounts/{account_id}", tags=["accounts"], route_class=Operation)


def _admin(*, step_up: bool = False) -> dict[str, Any]:
    return allow(roles.ADMIN, scope="unit", obj="account_id", step_up=step_up)


@router.get(
    "/sessions",
    response_model=OpenSessionsOut,
    **allow(roles.ADMIN, roles.AUDITOR, scope="unit", obj="account_id"),
)
async def list_account_sessions(account_id: UUID, tx: Tx, actor: CurrentActor) -> OpenSessionsOut:
    """Where this person is signed in, and whether a second factor is set up."""
    account = await queries.get(tx, account_id, reach(actor))
    found = await sessions.alive(tx, account.id, now())
    return OpenSessionsOut(
        items=[OpenSessionOut.model_validate(one) for one in found],
        has_otp=await authenticators.has_any(tx, account.id),
    )


@router.post("/enable", response_model=AccountOut, **_admin(step_up=True))
async def enable_account(account_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Open a closed account again, with the password and the second factor that it had."""
    account = await queries.lock(tx, account_id, reach(act.actor))
    match.require(account.version)
    if account.disabled_at is None:
        raise RuleViolation("accounts.not_disabled")
    account.disabled_at = None
    return await act.update(account, AccountOut.of, "enable")


@router.post("/sign-out", response_model=AccountOut, **_admin())
async def sign_out_account(
    account_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here
) -> Response:
    """End every session of this person: at once here, within seconds on other replicas."""
    account = await queries.lock(tx, account_id, reach(act.actor))
    match.require(account.version)
    await sessions.end_all(tx, account.id)
    here.live_sessions.forget_account(account.id)
    return await act.update(account, AccountOut.of, "sign_out")


@router.post("/reset", response_model=LinkOut, **_admin(step_up=True))
async def reset_account(account_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here) -> Response:
    """A link with which this person sets a new password: half an hour, once. The old password
    goes on until then; a second factor stays."""
    account = await queries.lock(tx, account_id, reach(act.actor))
    match.require(account.version)
    if account.id == act.actor.id:
        raise RuleViolation("accounts.own_access")
    if account.disabled_at is not None:
        raise RuleViolation("accounts.already_disabled")
    await _refuse_guarded(tx, account)
    # A repeated key would repeat the answer, and the link is not kept: it gets another one.
    act.key = None
    token, ends = await invitations.make(tx, account.id, "reset", now(), rules.RESET)
    await act.update(account, AccountOut.of, "reset")
    out = LinkOut(
        account_id=account.id,
        username=account.username,
        link=rules.link(here.settings.origin, token),
        expires_at=ends,
    )
    return Response(out.model_dump_json(), media_type="application/json")


@router.post("/remove-otp", response_model=AccountOut, **_admin(step_up=True))
async def remove_account_otp(
    account_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here
) -> Response:
    """For a lost telephone: the one-time codes go, and every session with them. Where a second
    factor is demanded, its owner sets up a new one before anything else."""
    account = await queries.lock(tx, account_id, reach(act.actor))
    match.require(account.version)
    if account.id == act.actor.id:
        raise RuleViolation("accounts.own_access")
    await _refuse_guarded(tx, account)
    await authenticators.remove_all(tx, account.id)
    await sessions.end_all(tx, account.id)
    here.live_sessions.forget_account(account.id)
    return await act.update(account, AccountOut.of, "remove_otp")


async def _refuse_guarded(tx: Tx, account: Account) -> None:
    """409 for somebody who decides: the two together would make one administrator that person."""
    if is_guarded(account.roles, account.role_periods, national=account.national, today=today()):
        raise RuleViolation("accounts.second_admin_access")
    if await delegations.takes(tx, account.id, APPROVER, today()):
        raise RuleViolation("accounts.stands_in")

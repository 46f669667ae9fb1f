"""Administrators list, add and close accounts. Closing one ends its sessions at once."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx, now
from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from chassis.identity import Actor, CurrentActor
from chassis.ids import new_id
from chassis.listing import PageQuery
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import Page
from gateway import roles
from gateway.accounts import queries, rules
from gateway.accounts.models import Account
from gateway.accounts.schemas import AccountIn, AccountOut, Role, UnitCode
from gateway.running import Here
from gateway.sessions import queries as sessions

router = APIRouter(prefix="/v1/accounts", tags=["accounts"], route_class=Operation)


class AccountQuery(PageQuery):
    unit_code: UnitCode | None = None
    role: Role | None = None


def _reach(actor: Actor) -> UUID | None:
    """The unit whose accounts this administrator manages; None for all of them."""
    if actor.national:
        return None
    if actor.unit_id is None:
        raise NotAllowed("identity.no_unit")
    return actor.unit_id


@router.get("", response_model=Page[AccountOut], **allow(roles.ADMIN, roles.AUDITOR, scope="unit"))
async def list_accounts(
    query: Annotated[AccountQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Accounts by username: all for national staff, else those of the caller's union."""
    unit = _reach(actor)
    values = {} if unit is None else {"unit": unit}
    return await queries.ACCOUNTS.page(read, query, sort="username", values=values)


@router.post("", status_code=201, response_model=AccountOut, **allow(roles.ADMIN, scope="unit"))
async def create_account(body: AccountIn, tx: Tx, act: Act, here: Here) -> Response:
    """Add an account with a first password that its owner is told in person."""
    unit = _reach(act.actor)
    theirs = (body.unit_id, body.unit_code, body.national)
    if unit is not None and theirs != (unit, act.actor.unit_code, False):
        raise NotAllowed("accounts.foreign_unit")
    username = rules.username(body.username)
    problem = rules.password_problem(body.password, (username, body.name, body.unit_code))
    if problem:
        raise RuleViolation(problem, errors=[FieldProblem("/body/password", problem)])
    # No fingerprint of a body that holds a password is kept: a repeat meets the unique username.
    act.key = None
    account = Account(
        id=body.id or new_id(),
        username=username,
        password_hash=await here.passwords.make(body.password),
        **body.columns("id", "username", "password"),
    )
    return await act.create(account, AccountOut.of)


@router.post(
    "/{account_id}/disable",
    response_model=AccountOut,
    **allow(roles.ADMIN, scope="unit", obj="account_id"),
)
async def disable_account(
    account_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here
) -> Response:
    """Close an account. Its sessions end here now, on other replicas within five seconds."""
    account = await queries.lock(tx, account_id, _reach(act.actor))
    match.require(account.version)
    if account.id == act.actor.id:
        raise RuleViolation("accounts.own")
    if account.disabled_at is not None:
        raise RuleViolation("accounts.already_disabled")
    account.disabled_at = now()
    await sessions.end_all(tx, account.id)
    here.live_sessions.forget_account(account.id)
    return await act.update(account, AccountOut.of, "disable")

"""Administrators list, add and close accounts. Closing one ends its sessions at once."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx, now
from chassis.errors import FieldProblem, RuleViolation
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.listing import PageQuery
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.strict import Search
from chassis.wire import MERGE_PATCH, Page, answer
from gateway import roles
from gateway.accounts import queries, rules
from gateway.accounts.giving import checked, giving, reach, refuse_dangerous
from gateway.accounts.models import Account
from gateway.accounts.schemas import AccountIn, AccountOut, AccountPatch, Role, UnitCode
from gateway.running import Here
from gateway.sessions import queries as sessions

router = APIRouter(prefix="/v1/accounts", tags=["accounts"], route_class=Operation)


class AccountQuery(PageQuery):
    q: Search | None = None
    unit_code: UnitCode | None = None
    role: Role | None = None


@router.get("", response_model=Page[AccountOut], **allow(roles.ADMIN, roles.AUDITOR, scope="unit"))
async def list_accounts(
    query: Annotated[AccountQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Accounts by username: all for national staff, else those of the caller's union."""
    unit = reach(actor)
    values: dict[str, object] = {} if unit is None else {"unit": unit}
    if query.q:
        values["q"] = like_pattern(query.q)
    return await queries.ACCOUNTS.page(read, query, sort="username", values=values)


@router.post(
    "",
    status_code=201,
    response_model=AccountOut,
    **allow(roles.ADMIN, scope="unit", step_up=True),
)
async def create_account(body: AccountIn, tx: Tx, act: Act, here: Here) -> Response:
    """Add an account with a first password that its owner is told in person."""
    given = giving(act.actor, body)
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
        **given,
    )
    await refuse_dangerous(tx, act.actor, account, (), [])
    return await act.create(account, AccountOut.of)


@router.get(
    "/{account_id}",
    response_model=AccountOut,
    **allow(roles.ADMIN, roles.AUDITOR, scope="unit", obj="account_id"),
)
async def get_account(account_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One account, with its roles and from when to when they hold."""
    return answer(AccountOut.of(await queries.get(tx, account_id, reach(actor)), actor))


@router.patch(
    "/{account_id}",
    response_model=AccountOut,
    **allow(roles.ADMIN, scope="unit", obj="account_id", step_up=True),
)
async def change_account(
    account_id: UUID,
    body: Annotated[AccountPatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
    here: Here,
) -> Response:
    """Change name or roles. Whoever gets other roles signs in again, everywhere."""
    account = await queries.lock(tx, account_id, reach(act.actor))
    match.require(account.version)
    said = body.changes("role_periods")
    if "roles" in said or "role_periods" in body.model_fields_set:
        if account.id == act.actor.id:
            raise RuleViolation("accounts.own_roles")
        held = said.get("roles", account.roles)
        periods = account.role_periods
        if "role_periods" in body.model_fields_set:
            periods = [one.model_dump(mode="json") for one in body.role_periods]
        else:
            periods = [one for one in periods if one["role"] in held]
        before, was = account.roles, account.role_periods
        account.roles, account.role_periods = list(held), checked(held, periods)
        await refuse_dangerous(tx, act.actor, account, before, was)
        await sessions.end_all(tx, account.id)
        here.live_sessions.forget_account(account.id)
    account.name = said.get("name", account.name)
    return await act.update(account, AccountOut.of)


@router.post(
    "/{account_id}/disable",
    response_model=AccountOut,
    **allow(roles.ADMIN, scope="unit", obj="account_id"),
)
async def disable_account(
    account_id: UUID, match: IfMatch, tx: Tx, act: Act, here: Here
) -> Response:
    """Close an account. Its sessions end here now, on other replicas within five seconds."""
    account = await queries.lock(tx, account_id, reach(act.actor))
    match.require(account.version)
    if account.id == act.actor.id:
        raise RuleViolation("accounts.own")
    if account.disabled_at is not None:
        raise RuleViolation("accounts.already_disabled")
    account.disabled_at = now()
    await sessions.end_all(tx, account.id)
    here.live_sessions.forget_account(account.id)
    return await act.update(account, AccountOut.of, "disable")

"""Every look at requests about a way in."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, NotFound, RuleViolation
from chassis.identity import Actor
from chassis.listing import Listing, Order, contains
from chassis.records import find
from gateway import roles
from gateway.access_requests.models import AccessRequest
from gateway.accounts import queries as accounts
from gateway.accounts.giving import reach
from gateway.accounts.models import Account

REQUESTS = Listing(
    select(
        AccessRequest.id, AccessRequest.account_id, Account.name.label("account_name"),
        Account.username, AccessRequest.unit_id, Account.unit_code, AccessRequest.kind,
        AccessRequest.reason, AccessRequest.status, AccessRequest.proposed_by,
        AccessRequest.proposed_name, AccessRequest.decided_by, AccessRequest.decided_name,
        AccessRequest.decided_at, AccessRequest.version, AccessRequest.created_at,
        AccessRequest.updated_at,
    ).join(Account, Account.id == AccessRequest.account_id),
    record=AccessRequest.id,
    orders={"created_at": Order(AccessRequest.created_at, datetime)},
    filters={
        "q": contains(func.vn_fold(Account.name + " " + Account.username)),
        "status": AccessRequest.status == bindparam("status"),
        "about": AccessRequest.account_id == bindparam("about"),
        # as with accounts: who sees the whole house is not one union's to keep
        "unit": (Account.unit_id == bindparam("unit")) & Account.national.is_(False),
    },
)  # fmt: skip


def visible(actor: Actor, *, mine: bool) -> dict[str, object]:
    """The filters of the list: those within reach for who looks after them, else about oneself."""
    if mine or not actor.has(roles.ADMIN, roles.AUDITOR):
        return {"about": actor.id}
    unit = reach(actor)
    return {} if unit is None else {"unit": unit}


async def owner(tx: AsyncSession, account_id: UUID, unit: UUID | None) -> Account:
    """The account that a body names, held; 409 when there is none within reach."""
    try:
        return await accounts.lock(tx, account_id, unit)
    except NotFound:
        code = "access_requests.no_such_account"
        raise RuleViolation(code, errors=[FieldProblem("/body/account_id", code)]) from None


async def lock(
    tx: AsyncSession, request_id: UUID, unit: UUID | None
) -> tuple[AccessRequest, Account]:
    """A request with the account it is about, both held; 404 when that is not within reach."""
    request = await find(tx, AccessRequest, request_id, lock=True)
    return request, await accounts.lock(tx, request.account_id, unit)


async def lock_mine(
    tx: AsyncSession, request_id: UUID, person: UUID | None
) -> tuple[AccessRequest, Account]:
    """A request about this very person's account; 404 otherwise."""
    mine = AccessRequest.account_id == person
    request = await find(tx, AccessRequest, request_id, mine, lock=True)
    return request, await accounts.hold(tx, request.account_id)

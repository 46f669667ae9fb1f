"""Every look at proposed roles."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, NotFound, RuleViolation
from chassis.listing import Listing, Order, contains
from chassis.records import find
from gateway.accounts import queries as accounts
from gateway.accounts.models import Account
from gateway.role_grants.models import RoleGrant

GRANTS = Listing(
    select(
        RoleGrant.id, RoleGrant.account_id, Account.name.label("account_name"), Account.username,
        RoleGrant.unit_id, Account.unit_code, RoleGrant.role, RoleGrant.starts_on,
        RoleGrant.ends_on, RoleGrant.reason, RoleGrant.status, RoleGrant.proposed_by,
        RoleGrant.proposed_name, RoleGrant.decided_by, RoleGrant.decided_name,
        RoleGrant.decided_at, RoleGrant.version, RoleGrant.created_at, RoleGrant.updated_at,
    ).join(Account, Account.id == RoleGrant.account_id),
    record=RoleGrant.id,
    orders={"created_at": Order(RoleGrant.created_at, datetime)},
    filters={
        "q": contains(func.vn_fold(Account.name + " " + Account.username)),
        "status": RoleGrant.status == bindparam("status"),
        "account_id": RoleGrant.account_id == bindparam("account_id"),
        # as with accounts: who sees the whole house is not one union's to keep
        "unit": (Account.unit_id == bindparam("unit")) & Account.national.is_(False),
    },
)  # fmt: skip


async def receiver(tx: AsyncSession, account_id: UUID, unit: UUID | None) -> Account:
    """The account that a body names, held; 409 when there is none within reach."""
    try:
        return await accounts.lock(tx, account_id, unit)
    except NotFound:
        code = "role_grants.no_such_account"
        raise RuleViolation(code, errors=[FieldProblem("/body/account_id", code)]) from None


async def seen(
    tx: AsyncSession, grant_id: UUID, unit: UUID | None, *, lock: bool = False
) -> tuple[RoleGrant, Account]:
    """A proposal with the account it is for; 404 when that is not within reach."""
    grant = await find(tx, RoleGrant, grant_id, lock=lock)
    look = accounts.lock if lock else accounts.get
    return grant, await look(tx, grant.account_id, unit)

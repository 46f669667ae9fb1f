"""Every look at the accounts."""

from uuid import UUID

from sqlalchemy import any_, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import NotFound
from chassis.listing import Listing, Order, contains
from gateway.accounts.models import Account

_SHOWN = (
    Account.id,
    Account.username,
    Account.name,
    Account.unit_id,
    Account.unit_code,
    Account.national,
    Account.roles,
    Account.role_periods,
    Account.disabled_at,
    Account.version,
    Account.created_at,
    Account.updated_at,
)

ACCOUNTS = Listing(
    select(*_SHOWN),
    record=Account.id,
    orders={"username": Order(Account.username, str)},
    filters={
        "unit_code": Account.unit_code == bindparam("unit_code"),
        "role": bindparam("role") == any_(Account.roles),
        # a few hundred people: they are read through, no index would be used
        "q": contains(func.vn_fold(Account.name + " " + Account.username)),
        # an administrator of one union sees its people only
        "unit": (Account.unit_id == bindparam("unit")) & Account.national.is_(False),
    },
)


async def get(tx: AsyncSession, account_id: UUID, unit: UUID | None) -> Account:
    """One account; 404 when there is none, or none of `unit` (None: of any)."""
    account = await tx.get(Account, account_id)
    if account is None or not (unit is None or _is_of(account, unit)):
        raise NotFound
    return account


async def lock(tx: AsyncSession, account_id: UUID, unit: UUID | None) -> Account:
    """One account for change; 404 when there is none, or none of `unit` (None: of any)."""
    statement = select(Account).where(Account.id == account_id).with_for_update()
    account = await tx.scalar(statement)
    if account is None or not (unit is None or _is_of(account, unit)):
        raise NotFound
    return account


def _is_of(account: Account, unit: UUID) -> bool:
    """Whether a unit's own administrator keeps this account: who sees the whole house is not
    theirs, or a link for a new password would make them that person."""
    return account.unit_id == unit and not account.national


async def hold(tx: AsyncSession, account_id: UUID) -> Account:
    """One account, so that nobody else changes it meanwhile; 404 when it is gone."""
    return await lock(tx, account_id, None)


async def by_username(tx: AsyncSession, username: str) -> Account | None:
    """The account of this name; None also for what no text column can hold (NUL, a surrogate)."""
    if "\0" in username or any("\ud800" <= c <= "\udfff" for c in username):
        return None
    return await tx.scalar(select(Account).where(Account.username == username))


async def renew_hash(tx: AsyncSession, account_id: UUID, password_hash: str) -> None:
    """The same password under stronger parameters: no change of the record."""
    await tx.execute(
        update(Account).where(Account.id == account_id).values(password_hash=password_hash)
    )

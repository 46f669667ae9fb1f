"""Every look at the accounts."""

from uuid import UUID

from sqlalchemy import ColumnElement, any_, bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.listing import Listing, Order, contains
from chassis.records import find
from gateway.accounts.models import Account
from gateway.roles import ADMIN
from gateway.store import Change

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
    return await find(tx, Account, account_id, *_of(unit))


async def lock(tx: AsyncSession, account_id: UUID, unit: UUID | None) -> Account:
    """One account for change; 404 when there is none, or none of `unit` (None: of any)."""
    return await find(tx, Account, account_id, *_of(unit), lock=True)


def _of(unit: UUID | None) -> list[ColumnElement[bool]]:
    """The accounts that a unit's own administrator keeps: who sees the whole house is not theirs,
    or a link for a new password would make them that person. With None: all."""
    return [] if unit is None else [Account.unit_id == unit, Account.national.is_(False)]


async def hold(tx: AsyncSession, account_id: UUID) -> Account:
    """One account, so that nobody else changes it meanwhile; 404 when it is gone."""
    return await lock(tx, account_id, None)


async def by_username(tx: AsyncSession, username: str) -> Account | None:
    """The account of this name; None also for what no text column can hold (NUL, a surrogate)."""
    if "\0" in username or any("\ud800" <= c <= "\udfff" for c in username):
        return None
    return await tx.scalar(select(Account).where(Account.username == username))


async def is_first_admin(tx: AsyncSession, actor_id: UUID | None) -> bool:
    """Whether nobody but this person rules the whole house, or ever did: the change log is asked
    too, so that nobody becomes the first one by closing the others. Asked by one at a time."""
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("bootstrap", 0))))
    living = select(Account.id).where(
        any_(Account.roles) == ADMIN, Account.national.is_(True), Account.id != actor_id
    )
    after = Change.after
    once = select(Change.id).where(
        Change.resource == Account.__tablename__,
        Change.record_id != actor_id,
        after["national"].as_boolean(),
        after["roles"].contains([ADMIN]),
    )
    return not await tx.scalar(select(or_(living.exists(), once.exists())))


async def renew_hash(tx: AsyncSession, account_id: UUID, password_hash: str) -> None:
    """The same password under stronger parameters: no change of the record."""
    await tx.execute(
        update(Account).where(Account.id == account_id).values(password_hash=password_hash)
    )

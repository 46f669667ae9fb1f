"""Every look at accounts elsewhere."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import RuleViolation
from gateway.accounts.models import Account
from gateway.authenticators.oidc.models import Identity

Linked = tuple[Identity, Account]


async def of(tx: AsyncSession, account_id: UUID) -> Sequence[Identity]:
    statement = select(Identity).where(Identity.account_id == account_id)
    return (await tx.scalars(statement.order_by(Identity.created_at, Identity.id))).all()


async def mine(tx: AsyncSession, account_id: UUID, identity_id: UUID) -> Identity:
    """One of this account's, held; 409 when it has none of that id."""
    statement = select(Identity).where(
        Identity.id == identity_id, Identity.account_id == account_id
    )
    found = await tx.scalar(statement.with_for_update())
    if found is None:
        raise RuleViolation("authenticators.no_such_identity")
    return found


async def by_subject(tx: AsyncSession, issuer: str, subject: str) -> Linked | None:
    """Whose account at the provider this is, unless the account here is closed; held."""
    return await _one(tx, Identity.issuer == issuer, Identity.subject == subject)


async def by_id(tx: AsyncSession, issuer: str, identity_id: UUID) -> Linked | None:
    return await _one(tx, Identity.issuer == issuer, Identity.id == identity_id)


async def _one(tx: AsyncSession, *which: ColumnElement[bool]) -> Linked | None:
    statement = (
        select(Identity, Account)
        .join(Account, Account.id == Identity.account_id)
        .where(*which, Account.disabled_at.is_(None))
        .with_for_update(of=Identity)
    )
    row = (await tx.execute(statement)).first()
    return (row[0], row[1]) if row else None


async def is_taken(tx: AsyncSession, issuer: str, subject: str) -> bool:
    statement = select(Identity.id).where(Identity.issuer == issuer, Identity.subject == subject)
    return await tx.scalar(statement) is not None


async def remove_all(tx: AsyncSession, account_id: UUID) -> None:
    await tx.execute(delete(Identity).where(Identity.account_id == account_id))

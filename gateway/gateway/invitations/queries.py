"""Every look at one-time links."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import any_, delete, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import NotFound
from gateway.accounts.models import Account
from gateway.accounts.passwords import NO_PASSWORD
from gateway.invitations import rules
from gateway.invitations.models import Invitation
from gateway.roles import ADMIN


async def make(
    tx: AsyncSession, account_id: UUID, kind: str, now: datetime, life: timedelta
) -> tuple[str, datetime]:
    """A new link's token and end. An account has one link: an earlier one is dead from now on."""
    await tx.execute(delete(Invitation).where(Invitation.account_id == account_id))
    token = rules.new_token()
    tx.add(
        Invitation(
            digest=rules.digest(token),
            account_id=account_id,
            kind=kind,
            created_at=now,
            expires_at=now + life,
        )
    )
    return token, now + life


async def drop(tx: AsyncSession, account_id: UUID) -> None:
    await tx.execute(delete(Invitation).where(Invitation.account_id == account_id))


async def is_open(tx: AsyncSession, account_id: UUID, now: datetime) -> bool:
    """Whether somebody may still set this account's password by a link."""
    links = select(Invitation.digest).where(
        Invitation.account_id == account_id, Invitation.expires_at > now
    )
    return await tx.scalar(links.limit(1)) is not None


def _good(token: str, now: datetime) -> tuple[object, ...]:
    return Invitation.digest == rules.digest(token), Invitation.expires_at > now


async def of(tx: AsyncSession, token: str, now: datetime) -> tuple[Invitation, Account]:
    """A link that is good, and whose it is; 404 for one that is unknown, used or too old."""
    found = (
        await tx.execute(
            select(Invitation, Account)
            .join(Account, Account.id == Invitation.account_id)
            .where(*_good(token, now), Account.disabled_at.is_(None))  # type: ignore[arg-type]
        )
    ).first()
    if found is None:
        raise NotFound
    return found[0], found[1]


async def use(tx: AsyncSession, token: str, now: datetime) -> None:
    """Take the link away: of several who try at once, one succeeds, the others get 404."""
    used = await tx.scalar(
        delete(Invitation).where(*_good(token, now)).returning(Invitation.account_id)  # type: ignore[arg-type]
    )
    if used is None:
        raise NotFound


async def has_admin(tx: AsyncSession) -> bool:
    """Whether an administrator of the whole house can sign in; asked by one at a time."""
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("bootstrap", 0))))
    found = await tx.scalar(
        select(Account.id)
        .where(
            literal(ADMIN) == any_(Account.roles),
            Account.national.is_(True),
            Account.disabled_at.is_(None),
            Account.password_hash != NO_PASSWORD,
        )
        .limit(1)
    )
    return found is not None

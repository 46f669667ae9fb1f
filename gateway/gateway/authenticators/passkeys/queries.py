"""Every look at passkeys."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import RuleViolation
from gateway.accounts.models import Account
from gateway.authenticators.passkeys.models import AnsweredChallenge, Passkey
from gateway.authenticators.passkeys.rules import KEPT


async def of(tx: AsyncSession, account_id: UUID) -> Sequence[Passkey]:
    """The passkeys of an account, the eldest first."""
    statement = select(Passkey).where(Passkey.account_id == account_id)
    return (await tx.scalars(statement.order_by(Passkey.created_at, Passkey.id))).all()


async def count(tx: AsyncSession, account_id: UUID) -> int:
    statement = select(func.count()).select_from(Passkey).where(Passkey.account_id == account_id)
    return await tx.scalar(statement) or 0


async def mine(tx: AsyncSession, account_id: UUID, passkey_id: UUID) -> Passkey:
    """One passkey of this account, held; 409 when it has none of that id."""
    statement = select(Passkey).where(Passkey.id == passkey_id, Passkey.account_id == account_id)
    found = await tx.scalar(statement.with_for_update())
    if found is None:
        raise RuleViolation("authenticators.no_such_passkey")
    return found


async def by_credential(
    tx: AsyncSession, credential_id: bytes
) -> tuple[Passkey | None, Account | None]:
    """A passkey by what the device calls it, held, with its account unless that is closed."""
    statement = (
        select(Passkey, Account)
        .join(Account, Account.id == Passkey.account_id)
        .where(Passkey.credential_id == credential_id, Account.disabled_at.is_(None))
        .with_for_update(of=Passkey)
    )
    row = (await tx.execute(statement)).first()
    return (row[0], row[1]) if row else (None, None)


async def is_there(tx: AsyncSession, credential_id: bytes) -> bool:
    statement = select(Passkey.id).where(Passkey.credential_id == credential_id)
    return await tx.scalar(statement) is not None


async def answer(tx: AsyncSession, challenge: bytes, now: datetime) -> bool:
    """Whether this challenge is answered for the first time; those too old to count are dropped."""
    await tx.execute(delete(AnsweredChallenge).where(AnsweredChallenge.answered_at < now - KEPT))
    statement = insert(AnsweredChallenge).values(challenge=challenge, answered_at=now)
    done = await tx.execute(statement.on_conflict_do_nothing())
    return cast("CursorResult[Any]", done).rowcount == 1


async def remove_all(tx: AsyncSession, account_id: UUID) -> None:
    await tx.execute(delete(Passkey).where(Passkey.account_id == account_id))

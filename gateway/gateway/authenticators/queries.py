"""Every look at second factors."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.authenticators import rules
from gateway.authenticators.models import Authenticator, RecoveryCode
from gateway.authenticators.passkeys import queries as passkeys
from gateway.sealing.sealer import Sealer


async def of(tx: AsyncSession, account_id: UUID, *, lock: bool = False) -> Authenticator | None:
    """The second factor of an account, confirmed or not."""
    statement = select(Authenticator).where(Authenticator.account_id == account_id)
    return await tx.scalar(statement.with_for_update() if lock else statement)


async def confirmed(tx: AsyncSession, account_id: UUID) -> Authenticator | None:
    """The second factor that is asked for at sign-in, held for change."""
    found = await of(tx, account_id, lock=True)
    return found if found is not None and found.confirmed_at is not None else None


async def has_any(tx: AsyncSession, account_id: UUID) -> bool:
    """Whether a password alone does not open this account."""
    held = await of(tx, account_id)
    is_there = held is not None and held.confirmed_at is not None
    return is_there or await passkeys.count(tx, account_id) > 0


async def begin(
    tx: AsyncSession, sealer: Sealer, account_id: UUID, secret: str, now: datetime
) -> None:
    """A new secret, not yet asked for; one that was begun before is forgotten."""
    values = {
        "key_id": sealer.current.hex(),
        "sealed": sealer.seal(account_id.bytes, secret.encode()),
        "created_at": now,
        "confirmed_at": None,
        "last_step": 0,
    }
    statement = insert(Authenticator).values(account_id=account_id, **values)
    await tx.execute(
        statement.on_conflict_do_update(index_elements=[Authenticator.account_id], set_=values)
    )


async def takes(
    tx: AsyncSession, sealer: Sealer, held: Authenticator, said: str, now: datetime
) -> bool:
    """Whether this code is good; it is used up by that."""
    if said.isdecimal():
        secret = sealer.open(held.account_id.bytes, held.sealed).decode()
        step = rules.matching_step(secret, said, now, held.last_step)
        if step is not None:
            held.last_step = step
        return step is not None
    used = await tx.execute(
        delete(RecoveryCode).where(
            RecoveryCode.account_id == held.account_id, RecoveryCode.digest == rules.digest(said)
        )
    )
    return cast("CursorResult[Any]", used).rowcount == 1


async def put_codes(tx: AsyncSession, account_id: UUID, codes: Iterable[str]) -> None:
    """These recovery codes and no earlier ones."""
    await tx.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    tx.add_all(RecoveryCode(account_id=account_id, digest=rules.digest(code)) for code in codes)


async def codes_left(tx: AsyncSession, account_id: UUID) -> int:
    found = await tx.scalar(
        select(func.count()).select_from(RecoveryCode).where(RecoveryCode.account_id == account_id)
    )
    return found or 0


async def remove(tx: AsyncSession, account_id: UUID) -> None:
    """One-time codes and recovery codes."""
    for table in (Authenticator, RecoveryCode):
        await tx.execute(delete(table).where(table.account_id == account_id))


async def remove_all(tx: AsyncSession, account_id: UUID) -> None:
    """Every second factor."""
    await remove(tx, account_id)
    await passkeys.remove_all(tx, account_id)

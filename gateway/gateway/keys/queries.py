"""Reading, making and rotating signing keys; replicas agree through the database."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.keys import rules
from gateway.keys.models import SigningKey
from gateway.keys.sealing import generate, seal
from gateway.sealing.sealer import Sealer


async def every(tx: AsyncSession) -> list[SigningKey]:
    return list(await tx.scalars(select(SigningKey)))


async def _alone(tx: AsyncSession) -> None:
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("signing_keys", 0))))


def _new(sealer: Sealer, now: datetime, usable_from: datetime) -> SigningKey:
    kid, public, private = generate()
    return SigningKey(
        kid=kid,
        public_jwk=public,
        sealed=seal(sealer, kid, private),
        created_at=now,
        usable_from=usable_from,
    )


async def ensure(tx: AsyncSession, sealer: Sealer, now: datetime) -> list[SigningKey]:
    """All keys, with a first one made when none can sign: that one is used at once."""
    await _alone(tx)
    keys = await every(tx)
    if rules.signing(keys, now) is None:
        keys.append(_new(sealer, now, now))
        tx.add(keys[-1])
        await tx.flush()
    return keys


async def rotate(
    tx: AsyncSession, sealer: Sealer, now: datetime, ahead: timedelta = rules.PUBLISHED_AHEAD
) -> SigningKey:
    """Publish a new key that signs `ahead` from now, when the present ones retire.

    A rotation that is already under way is returned as it is: repeating the command is harmless.
    """
    await _alone(tx)
    keys = await every(tx)
    waiting = rules.pending(keys, now)
    if waiting is not None:
        return waiting
    fresh = _new(sealer, now, now + ahead)
    for key in keys:
        if key.retired_at is None:
            key.retired_at = fresh.usable_from
    tx.add(fresh)
    await tx.flush()
    return fresh

"""Every look at the failures."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.throttles import rules
from gateway.throttles.models import Failure
from gateway.throttles.rules import Bucket


async def wait(tx: AsyncSession, buckets: Sequence[Bucket], now: datetime) -> int:
    """Whole seconds until all of them are open; one statement."""
    asked = [(bucket.key, limit) for bucket in buckets for limit in bucket.limits]
    nth = [
        select(Failure.at)
        .where(Failure.bucket == key)
        .order_by(Failure.at.desc())
        .offset(limit.count - 1)
        .limit(1)
        .scalar_subquery()
        for key, limit in asked
    ]
    row = (await tx.execute(select(*nth))).one()
    return max(rules.wait(limit, at, now) for (_, limit), at in zip(asked, row, strict=True))


async def lock(tx: AsyncSession, bucket: Bucket) -> None:
    """Until the transaction ends, nobody else counts for this bucket."""
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(bucket.key.hex(), 0))))


async def count(tx: AsyncSession, buckets: Sequence[Bucket], now: datetime) -> None:
    """Write one failure down for each, and forget what no limit looks at any more."""
    tx.add_all(Failure(bucket=bucket.key, at=now) for bucket in buckets)
    await tx.execute(delete(Failure).where(Failure.at < now - rules.KEPT))

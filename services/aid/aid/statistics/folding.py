"""The duty that keeps the summary table small: one process per database, now and then."""

import asyncio
import logging

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from aid.statistics.queries import fold
from chassis import db
from chassis.settings import Settings

log = logging.getLogger(__name__)
EVERY_SECONDS = 60.0


async def fold_totals(settings: Settings, stop: asyncio.Event) -> None:
    """Fold once a minute until told to stop; a lost database is waited for."""
    engine = db.connect(settings.database_url, 1, f"{settings.name}-fold")
    try:
        while not stop.is_set():
            try:
                await fold_all(engine)
            except (DBAPIError, OSError) as error:
                log.warning("the summary waits for its database: %s", type(error).__name__)
            await _pause(stop)
    finally:
        await engine.dispose()


async def fold_all(engine: AsyncEngine) -> int:
    """Fold until no cell has more than one row; how many were folded."""
    folded = 0
    while True:
        async with AsyncSession(engine) as tx, tx.begin():
            lock = func.pg_try_advisory_xact_lock(func.hashtextextended("fold/grant_totals", 0))
            done = await fold(tx) if await tx.scalar(select(lock)) else 0
        folded += done
        if not done:
            return folded


async def _pause(stop: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stop.wait(), EVERY_SECONDS)
    except TimeoutError:
        return

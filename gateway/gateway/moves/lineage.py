"""Which units went into a caller's, as one process knows it: a few rows, read again now and then.

Read seldom, because it is said in a token that lives for under a minute: a move is seen everywhere
within one. What was known serves on while the database is away.
"""

import asyncio
import time
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.errors import Unavailable
from gateway.moves import queries, rules

FRESH_SECONDS = 5.0


class Lineage:
    """The predecessors of every unit."""

    sessions: async_sessionmaker[AsyncSession] | None = None

    def __init__(self) -> None:
        self.pairs: list[tuple[UUID, UUID]] | None = None
        self.of_unit: dict[UUID, tuple[UUID, ...]] = {}
        self.read_at = float("-inf")
        self.first = asyncio.Lock()

    async def of(self, unit_id: UUID | None) -> tuple[UUID, ...]:
        """The units that went into this one; none into no unit."""
        if unit_id is None:
            return ()
        if self.pairs is None:
            async with self.first:  # nobody goes on knowing nothing
                if self.pairs is None:
                    await self._read()
        elif time.monotonic() - self.read_at >= FRESH_SECONDS:
            await self._read()
        if unit_id not in self.of_unit:
            self.of_unit[unit_id] = rules.predecessors(self.pairs or (), unit_id)
        return self.of_unit[unit_id]

    async def _read(self) -> None:
        if self.sessions is None:
            raise Unavailable("busy")
        before, self.read_at = self.read_at, time.monotonic()  # one looks, the others go on
        try:
            async with self.sessions() as tx:
                pairs = await queries.successions(tx)
        except (SQLAlchemyError, OSError) as error:
            if self.pairs is None:
                self.read_at = before
                raise Unavailable("busy") from error
            return
        if pairs != self.pairs:
            self.pairs, self.of_unit = pairs, {}

    def forget(self) -> None:
        """What was known is looked at anew with the next question."""
        self.read_at = float("-inf")

"""How far an import is, told beside its transaction, so that others see it while it runs."""

import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Form, Request
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis import querycount
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.strict import Id
from registry.imports.progress import queries
from registry.imports.rules import Stage

PAUSE = 0.5  # seconds between two words of one import: a bar needs no more

Told = Callable[[int], Awaitable[None]]


class Telling:
    """Says how far one import is. Its rows are another transaction's than the import's."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], import_id: UUID, unit_id: UUID | None
    ) -> None:
        self._sessions, self.import_id, self._unit_id = sessions, import_id, unit_id
        # a small list is done before anybody asks
        self._last = time.monotonic()
        self.has_told = False

    async def begin(self, stage: Stage) -> None:
        """Say at once that it began, so that whoever asks finds it."""
        await self._say({"stage": stage, "done": 0, "total": None})

    def of(self, stage: Stage, total: int | None = None) -> Told:
        """What counts the rows of one stage."""

        async def told(done: int) -> None:
            if time.monotonic() - self._last >= PAUSE:
                await self._say({"stage": stage, "done": done, "total": total})

        return told

    async def _say(self, said: Mapping[str, Any]) -> None:
        if self._unit_id is None:
            return
        self._last, self.has_told = time.monotonic(), True
        with querycount.aside():
            async with self._sessions() as session, session.begin():
                await queries.tell(session, self.import_id, self._unit_id, said)


async def telling(request: Request, actor: CurrentActor, import_id: UUID) -> Telling:
    """Of the import that the address names."""
    return Telling(request.app.state.sessions, import_id, actor.unit_id)


async def telling_new(
    request: Request, actor: CurrentActor, id: Annotated[Id | None, Form()] = None
) -> Telling:
    """Of a new import, whose id the caller may propose, to ask how far it is meanwhile."""
    return Telling(request.app.state.sessions, id or new_id(), actor.unit_id)


Tell = Annotated[Telling, Depends(telling)]
TellNew = Annotated[Telling, Depends(telling_new)]

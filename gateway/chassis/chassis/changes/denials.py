"""Refused tries in the log: who was denied what, from where, how often.

Nothing is written while a request waits: a try is counted in memory and written within seconds. The
first of its kind (who, operation, code) makes an entry at once, the rest of an hour makes one more
that counts them. Kinds are few: 20 of one caller and 500 in all, what goes beyond is counted
together. So a flood of tries makes a thousand entries an hour in each process, and no more.

404 tells a caller nothing, and the log what it can: of the ids that were not found for a caller,
those that the log knows as another unit's record are a denial.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from fastapi import Request
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.changes.act import Acting
from chassis.changes.noting import address_of, told
from chassis.changes.table import ChangeRow
from chassis.errors import NotAllowed, NotFound
from chassis.identity import ANONYMOUS, Actor
from chassis.inert import address as shown
from chassis.logs import request_id

log = logging.getLogger(__name__)
LOOK_SECONDS = 5.0
HOUR = 3600.0
PER_ACTOR = 20
IN_ALL = 500
IDS = 50  # looked up at a time, of one caller and operation
OTHERS = "others"
Kind = tuple[UUID | None, str, str]


@dataclass(slots=True)
class Tries:
    """Tries of one kind that no entry tells of yet; the latest one is described."""

    actor: Actor
    said: dict[str, Any] = field(default_factory=dict)
    request_id: str = ""
    count: int = 0
    told: float | None = None  # when an entry last told of this kind
    missing: dict[UUID, int] = field(default_factory=dict)  # not found; whose they are: see `flush`
    words: frozenset[str] = frozenset()


class Denials:
    """The refused tries of one process."""

    def __init__(
        self, change: type[ChangeRow], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.change, self.clock = change, clock
        self.held: dict[Kind, Tries] = {}
        self.kinds: dict[UUID | None, int] = {}

    def tell(
        self, actor: Actor, operation: str, code: str, path: str, address: str = "unknown"
    ) -> Tries:
        """Count one 403."""
        tries = self._of(actor, operation, code)
        tries.count += 1
        tries.said = {"code": code, "path": shown(path), "address": address}
        tries.request_id = request_id.get()
        return tries

    def tell_of(self, request: Request, error: Exception) -> None:
        """Count a refusal that a route gave, if it was a denial or may have been one."""
        actor: Actor = getattr(request.state, "actor", ANONYMOUS)
        operation: str = getattr(request.state, "operation", OTHERS)
        path, where = request.scope["path"], address_of(request)
        if isinstance(error, NotAllowed):
            self.tell(actor, operation, error.code, path, where)
        elif isinstance(error, NotFound) and actor.unit_id and not actor.national:
            ids = [one for one in map(_uuid, request.path_params.values()) if one]
            if not ids:
                return
            tries = self.tell(actor, operation, error.code, path, where)
            tries.count -= 1  # known to be a denial only once the log was asked
            tries.words = frozenset(word.replace("-", "_") for word in path.split("/"))
            for one in ids:
                if one in tries.missing or len(tries.missing) < IDS:
                    tries.missing[one] = tries.missing.get(one, 0) + 1

    def _of(self, actor: Actor, operation: str, code: str) -> Tries:
        kind = (actor.id, operation, code)
        found = self.held.get(kind)
        if found is None:
            if self.kinds.get(actor.id, 0) >= PER_ACTOR:
                kind = (actor.id, OTHERS, OTHERS)
            if len(self.held) >= IN_ALL and kind not in self.held:
                kind, actor = (None, OTHERS, OTHERS), ANONYMOUS
            found = self.held.get(kind)
            if found is None:
                found = self.held[kind] = Tries(actor)
                self.kinds[kind[0]] = self.kinds.get(kind[0], 0) + 1
        return found

    async def flush(
        self, sessions: async_sessionmaker[AsyncSession], *, all_: bool = False
    ) -> None:
        """Write what is due: the first of a kind, and an hour's rest. `all_`: when we stop."""
        async with sessions.begin() as tx:
            await self._settle(tx)
            moment = self.clock()
            due = [
                (kind, tries, tries.count)
                for kind, tries in self.held.items()
                if tries.count and (all_ or tries.told is None or moment - tries.told >= HOUR)
            ]
            for (_, operation, _), tries, count in due:
                row = told(
                    Acting(tx, tries.actor, self.change, operation),
                    "denials",
                    "deny",
                    {**tries.said, "count": count},
                )
                row.request_id = tries.request_id
                tx.add(row)
        for _, tries, count in due:  # more may have come while this was written
            tries.count, tries.told = tries.count - count, moment
        self._forget(moment)

    async def _settle(self, tx: AsyncSession) -> None:
        """Of the ids that were not found, count those that are another unit's."""
        asked = [tries for tries in self.held.values() if tries.missing]
        if not asked:
            return
        change, ids = self.change, {one for tries in asked for one in tries.missing}
        words: set[str] = set().union(*(tries.words for tries in asked))
        known = select(change.record_id, change.unit_id).where(
            change.resource.in_(words), change.record_id.in_(ids), change.unit_id.is_not(None)
        )
        owners = {one: unit for one, unit in await tx.execute(known.distinct())}
        for tries in asked:
            theirs = [
                one for one in tries.missing if one in owners and not tries.actor.sees(owners[one])
            ]
            tries.count += sum(tries.missing[one] for one in theirs)
            tries.missing.clear()

    def _forget(self, moment: float) -> None:
        for kind, tries in list(self.held.items()):
            is_over = tries.told is None or moment - tries.told >= HOUR
            if is_over and not tries.count and not tries.missing:
                del self.held[kind]
                self.kinds[kind[0]] -= 1
                if not self.kinds[kind[0]]:
                    del self.kinds[kind[0]]


def _uuid(value: object) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None


async def run(
    denials: Denials, sessions: async_sessionmaker[AsyncSession], stop: asyncio.Event
) -> None:
    """Write until told to stop, then the rest; a database that is away is tried again."""
    while True:
        stopping = stop.is_set()
        try:
            await denials.flush(sessions, all_=stopping)
        except (SQLAlchemyError, OSError) as error:
            log.warning("denials wait for their database: %s", type(error).__name__)
        if stopping:
            return
        try:
            await asyncio.wait_for(stop.wait(), LOOK_SECONDS)
        except TimeoutError:
            continue

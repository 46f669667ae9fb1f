"""A copy of another service's records, kept by reading its change feed through the gateway.

A service reads its neighbour exactly as a provincial union does: with its own machine client, over
HTTP, from the position it last reached. While the neighbour is away the copy serves on and says how
old it is. One process per database does the reading, elected by an advisory lock.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from datetime import datetime
from typing import Any

import httpx
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis import db
from chassis.settings import Settings

log = logging.getLogger(__name__)
WAIT_SECONDS = 20
PAUSE_SECONDS = 2.0
PAGE = 500


class MirrorRow:
    """How far a copy has come: `class Mirror(MirrorRow, Base)` in a service's `store.py`.

    `as_of` is when the source last answered; what it had said by then is in the copy.
    """

    __tablename__ = "mirrors"

    source: Mapped[str] = mapped_column(primary_key=True)
    after: Mapped[str] = mapped_column(default="0")
    as_of: Mapped[datetime | None]


# Applies one change: the record's id, its version, and the record whole (None once deleted). Events
# come at least once, so an `Apply` lets only a higher version win.
Apply = Callable[[AsyncSession, str, int, Mapping[str, Any] | None], Awaitable[None]]
Duty = Callable[[Settings, asyncio.Event], Coroutine[Any, Any, None]]


class Source:
    """The feed of one service, read with this process's machine client."""

    def __init__(self, settings: Settings, service: str, client: httpx.AsyncClient) -> None:
        self.settings, self.service, self.client = settings, service, client
        self.token, self.expires = "", 0.0

    async def page(self, after: str, wait: int) -> Mapping[str, Any]:
        """The changes after a position; raises httpx.HTTPError when the source is away."""
        address = f"{self.settings.gateway_url}/api/{self.service}/v1/changes"
        answer = await self.client.get(
            address,
            params={"after": after, "limit": PAGE, "wait": wait},
            headers={"Authorization": f"Bearer {await self._token()}"},
        )
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            self.token = ""  # revoked, or signed with a key that is gone: ask for another
        answer.raise_for_status()
        page: Mapping[str, Any] = answer.json()
        return page

    async def _token(self) -> str:
        if self.token and time.monotonic() < self.expires:
            return self.token
        answer = await self.client.post(
            f"{self.settings.gateway_url}/oauth2/token",
            data={"grant_type": "client_credentials"},
            auth=(self.settings.client_id, self.settings.client_secret.get_secret_value()),
        )
        answer.raise_for_status()
        said = answer.json()
        self.token = str(said["access_token"])
        self.expires = time.monotonic() + float(said.get("expires_in", 60)) * 0.8
        return self.token


def mirror(service: str, table: type[MirrorRow], applied: Mapping[str, Apply]) -> Duty:
    """The duty that keeps copies of `service`'s records, each resource by its own `Apply`."""

    async def keep(settings: Settings, stop: asyncio.Event) -> None:
        if not settings.client_id:
            log.warning("no machine client is named: the copy of %s stays as it is", service)
            return
        engine = db.connect(settings.database_url, 2, f"{settings.name}-mirror")
        timeout = httpx.Timeout(5, read=WAIT_SECONDS + 10)
        try:
            async with httpx.AsyncClient(timeout=timeout) as client:
                source = Source(settings, service, client)
                while not stop.is_set():
                    await _elected(engine, source, table, applied, stop)
                    await _pause(stop)
        finally:
            await engine.dispose()

    return keep


async def _elected(
    engine: AsyncEngine,
    source: Source,
    table: type[MirrorRow],
    applied: Mapping[str, Apply],
    stop: asyncio.Event,
) -> None:
    """Follow the feed as long as this process holds the lock and the source answers."""
    try:
        async with engine.connect() as guard:
            if not await _won(guard, source.service):
                return
            while not stop.is_set():
                await follow(engine, source, table, applied, WAIT_SECONDS)
    except (httpx.HTTPError, SQLAlchemyError, OSError) as error:
        # away for now, either side of it: the cursor stands where it stood, so nothing is lost
        log.warning("the copy of %s waits: %s", source.service, type(error).__name__)


async def _won(guard: AsyncConnection, service: str) -> bool:
    lock = func.pg_try_advisory_lock(func.hashtextextended(f"mirror/{service}", 0))
    won = bool(await guard.scalar(select(lock)))
    await guard.commit()  # the lock is the session's; no transaction is kept open
    return won


async def follow(
    engine: AsyncEngine,
    source: Source,
    table: type[MirrorRow],
    applied: Mapping[str, Apply],
    wait: int,
) -> int:
    """Read one page and apply it, cursor and copies in one transaction; how many changes came."""
    async with AsyncSession(engine) as tx:
        after = await tx.scalar(select(table.after).where(table.source == source.service))
    page = await source.page(after or "0", wait)
    async with AsyncSession(engine) as tx, tx.begin():
        for event in page["items"]:
            change = event["data"]
            apply = applied.get(change["resource"])
            if apply is not None:
                await apply(tx, event["subject"], change["version"], change["record"])
        reached = {"after": page["next"], "as_of": db.now()}
        statement = insert(table).values(source=source.service, **reached)
        await tx.execute(
            statement.on_conflict_do_update(index_elements=[table.source], set_=reached)
        )
    return len(page["items"])


async def _pause(stop: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stop.wait(), PAUSE_SECONDS)
    except TimeoutError:
        return

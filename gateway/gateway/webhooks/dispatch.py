"""The duty that delivers: one process per database, elected by an advisory lock.

Feeds are read into the outbox, due deliveries are sent, each answer is written down at once. Killed
at any moment, the next process goes on from what is written: an event may come twice, never not.
"""

import asyncio
import logging
import random
from collections import Counter, deque
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
import asyncpg
from sqlalchemy.exc import SQLAlchemyError

from chassis.changes.act import Acting
from chassis.db import now
from chassis.identity import Actor
from chassis.reader import plain_url
from gateway.store import Change
from gateway.webhooks import guard, queries, rules
from gateway.webhooks.feeds import Feeds
from gateway.webhooks.models import Delivery, Webhook
from gateway.webhooks.rules import Fate, Reason, Status, Try
from gateway.webhooks.schemas import WebhookOut
from gateway.webhooks.sending import send

if TYPE_CHECKING:
    from gateway.running import Running

log = logging.getLogger("gateway.webhooks")
LOOK_SECONDS = 1.0
BUSY_SECONDS = 0.2
FRESH = 5.0
AGAIN_SECONDS = 2.0
# Per address: a slow one holds up nobody but itself.
AT_ONCE = 4
AHEAD = 16
LOST = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, SQLAlchemyError)
SYSTEM = Actor(None, "system", "Webhooks")


class Dispatcher:
    """Delivers for all webhooks of one database while it holds the lock."""

    def __init__(
        self, running: "Running", url: str, prefix: str, resolve: guard.Resolve = guard.system
    ) -> None:
        self.running, self.url = running, plain_url(url)
        self.scale = running.settings.webhook_scale
        self.allowed = running.settings.webhook_networks
        self.feeds, self.resolve = Feeds(running, prefix), resolve
        self.ready: dict[str, deque[tuple[Delivery, Webhook]]] = {}
        self.flying: dict[asyncio.Task[None], Webhook] = {}

    async def run(self, stop: asyncio.Event) -> None:
        """Until told to stop; a lost database is waited for."""
        while not stop.is_set():
            try:
                connection = await asyncpg.connect(
                    self.url, server_settings={"application_name": "gateway-webhooks"}
                )
                try:
                    while not await self._elected(connection) and not stop.is_set():
                        await _pause(stop, AGAIN_SECONDS)
                    await self._work(connection, stop)
                finally:
                    await connection.close(timeout=2)
            except LOST as error:
                log.warning("webhooks wait for their database: %s", type(error).__name__)
                await _pause(stop, AGAIN_SECONDS)

    async def _elected(self, connection: asyncpg.Connection) -> bool:
        return bool(
            await connection.fetchval(
                "SELECT pg_try_advisory_lock(hashtextextended('webhooks', 0))"
            )
        )

    async def _work(self, connection: asyncpg.Connection, stop: asyncio.Event) -> None:
        self.ready.clear()
        async with guard.session(self.allowed, self.resolve) as http:
            reading = asyncio.create_task(self._read(stop))
            stopped = asyncio.create_task(stop.wait())
            try:
                while not (stopped.done() or reading.done()):
                    await connection.fetchval("SELECT 1")  # without the lock's session we stop
                    began = await self._begin(http)
                    await asyncio.wait(
                        {*self.flying, reading, stopped},
                        timeout=BUSY_SECONDS if began or self.flying else LOOK_SECONDS,
                        return_when=asyncio.FIRST_COMPLETED,
                    )
                if reading.done():
                    await reading  # raises what ended it
            finally:
                await self._land({reading, stopped})

    async def _land(self, helpers: set[asyncio.Task[Any]]) -> None:
        """What is on its way gets three seconds to be written down."""
        for task in helpers:
            task.cancel()
        if self.flying:
            await asyncio.wait(self.flying, timeout=3)
        left = {*helpers, *self.flying}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _read(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            if not await self.feeds.take():
                await _pause(stop, LOOK_SECONDS)

    async def _begin(self, http: aiohttp.ClientSession) -> int:
        """Start what is due and has a free place; how many."""
        await self._refill()
        places = Counter(str(webhook.id) for webhook in self.flying.values())
        began = 0
        for name, waiting in self.ready.items():
            while waiting and places[name] < AT_ONCE:
                delivery, webhook = waiting.popleft()
                places[name] += 1
                task = asyncio.create_task(
                    self._deliver(http, delivery, webhook), name=str(delivery.id)
                )
                self.flying[task] = webhook
                task.add_done_callback(self._landed)
                began += 1
        return began

    async def _refill(self) -> None:
        """Fetch what is due for webhooks that have nothing ready: never two events of one record,
        so that these may be sent side by side."""
        self.ready = {name: waiting for name, waiting in self.ready.items() if waiting}
        flying = {task.get_name() for task in self.flying}
        async with self.running.sessions() as tx:
            due = await queries.due(tx, now(), AHEAD, list(self.ready))
        for delivery, webhook in due:
            if str(delivery.id) not in flying:
                waiting = self.ready.setdefault(str(webhook.id), deque())
                waiting.append((delivery, webhook))

    def _landed(self, task: asyncio.Task[None]) -> None:
        self.flying.pop(task, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.warning("a delivery was not written down: %s", type(error).__name__)

    async def _deliver(
        self, http: aiohttp.ClientSession, delivery: Delivery, webhook: Webhook
    ) -> None:
        secrets = self.running.webhook_secrets(webhook)
        body = delivery.body.encode()
        tried = await send(http, webhook.url, secrets, delivery.event_id, body, self.allowed)
        async with self.running.sessions.begin() as tx:
            found = await tx.get(Delivery, delivery.id, with_for_update=True)
            place = await tx.get(Webhook, webhook.id)
            if found is None or place is None:
                return
            self._write(found, tried)
            reason = self._judge(place, tried)
            if reason is not None and place.status == Status.ACTIVE:
                self.ready.pop(str(place.id), None)
                place.status, place.disabled_reason = Status.DISABLED, reason
                place.touch()
                acting = Acting(tx, SYSTEM, Change, "gateway_disable_webhook")
                acting.log(place, WebhookOut.of(place), "disable", reason=reason)
                log.warning("webhook %s is closed: %s", place.id, reason)

    def _write(self, delivery: Delivery, tried: Try) -> None:
        delivery.attempts += 1
        delivery.last_at, delivery.last_status = now(), tried.status
        delivery.last_error, delivery.last_ms = tried.error, tried.milliseconds
        if tried.is_delivered:
            delivery.status = Fate.DELIVERED
            return
        pause = rules.delay(delivery.attempts, random.random(), tried.retry_after, self.scale)
        if pause is None:
            delivery.status = Fate.DEAD
        else:
            delivery.next_at = now() + timedelta(seconds=pause)

    def _judge(self, webhook: Webhook, tried: Try) -> Reason | None:
        """Keep how the address fares; why it is to be closed, if it is."""
        if tried.is_delivered:
            told = webhook.last_success_at
            # Not with every event: these rows are few, and many deliveries would wait for them.
            if webhook.failing_since or told is None or (now() - told).total_seconds() > FRESH:
                webhook.failing_since, webhook.last_success_at = None, now()
            return None
        if tried.is_gone:
            return Reason.GONE
        if webhook.failing_since is None:
            webhook.failing_since = now()
        failing = (now() - webhook.failing_since).total_seconds()
        return Reason.FAILING if failing > rules.GIVE_UP_SECONDS else None


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)

"""From the services' feeds into the outbox: each page once for all webhooks that wait for it."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

import orjson

from chassis.db import now
from chassis.errors import Refusal, Unavailable
from gateway.edge.caller import Caller
from gateway.edge.onward import question
from gateway.roles import INTEGRATOR
from gateway.webhooks import queries, rules
from gateway.webhooks.models import Webhook

if TYPE_CHECKING:
    from gateway.running import Running

log = logging.getLogger("gateway.webhooks")
PAGE = 100
SECONDS = 10.0
# Standard Webhooks asks for small messages: a larger record is named, not enclosed.
LARGEST = 20_000


def reader(services: Sequence[str]) -> Caller:
    """Who reads the feeds: a program of the house; it sees the changes of every unit, no more."""
    return Caller(
        key="webhooks",
        kind="client",
        id=uuid5(NAMESPACE_URL, "nhip-cau/webhooks"),
        name="Webhooks",
        roles=(INTEGRATOR,),
        unit_id=None,
        unit_code=None,
        national=True,
        scopes=tuple(f"{service}:changes:read" for service in services),
    )


class Feeds:
    """The feeds of all services behind this gateway."""

    def __init__(self, running: "Running", prefix: str) -> None:
        self.running, self.prefix = running, prefix
        self.services = tuple(running.table.urls)
        self.caller = reader(self.services)

    async def newest(self, service: str) -> int:
        """How far this feed has come; raises a refusal while the service is away."""
        status, said = await self._ask(service, "/v1/changes/digest?at=0")
        if status != 200:
            raise Unavailable("edge.service_broken")
        return int(said["newest"])

    async def take(self) -> int:
        """One page for every group of webhooks that are equally far; how many events there were."""
        async with self.running.sessions() as tx:
            groups = await queries.groups(tx)
        came = 0
        for service, after, webhooks in groups:
            try:
                came += await self._page(service, after, list(webhooks))
            except Refusal as refusal:
                log.warning("the feed of %s waits: %s", service, refusal.code)
        return came

    async def _page(self, service: str, after: int | None, webhooks: list[UUID]) -> int:
        if after is None:
            await self._move(service, webhooks, None, await self.newest(service), [])
            return 0
        status, said = await self._ask(service, f"/v1/changes?after={after}&limit={PAGE}")
        if status == 410:
            # Restored from a backup, or older than is kept: what lies between cannot be told.
            newest = await self.newest(service)
            log.critical(
                "%s has no position %s: its webhooks go on from %s", service, after, newest
            )
            await self._move(service, webhooks, after, newest, [])
            return 0
        if status != 200:
            raise Unavailable("edge.service_broken")
        if int(said["next"]) != after:
            await self._move(service, webhooks, after, int(said["next"]), said["items"])
        return len(said["items"])

    async def _move(
        self, service: str, webhooks: list[UUID], after: int | None, to: int, events: list[Any]
    ) -> None:
        """Deliveries and cursors in one transaction, so that no event is lost or told twice."""
        async with self.running.sessions.begin() as tx:
            moved = await queries.advance(tx, service, webhooks, after, to)
            rows = [
                row
                for webhook in moved
                for row in self._rows(service, webhook, events, await self._units(webhook))
            ]
            for start in range(0, len(rows), 500):
                await queries.put(tx, rows[start : start + 500])

    async def _units(self, webhook: Webhook) -> set[str] | None:
        """Whose records this address hears of; None: everybody's."""
        if webhook.unit_id is None:
            return None
        before = await self.running.lineage.of(webhook.unit_id)
        return {str(one) for one in (webhook.unit_id, *before)}

    def _rows(
        self, service: str, webhook: Webhook, events: list[Any], units: set[str] | None
    ) -> list[dict[str, Any]]:
        return [
            row(service, webhook.id, event)
            for event in events
            if rules.wants(
                webhook.types, service, event["data"]["resource"], event["data"]["action"]
            )
            and rules.is_shown(units, event.get("unitid"))
        ]

    async def _ask(self, service: str, address: str) -> tuple[int, Any]:
        token = await self.running.mint.token(self.caller, service)
        onward = question(service, address, SECONDS, ("authorization", f"Bearer {token}"))
        status, _, body = await self.running.proxy.ask(onward)
        try:
            return status, orjson.loads(body)
        except orjson.JSONDecodeError:
            raise Unavailable("edge.service_broken") from None


def row(service: str, webhook: UUID, event: dict[str, Any]) -> dict[str, Any]:
    """One delivery as column values."""
    body = orjson.dumps(event)
    if len(body) > LARGEST:
        data = {key: value for key, value in event["data"].items() if key != "record"}
        body = orjson.dumps(
            {**event, "data": data, "dataref": f"{event['source']}/{event['subject']}"}
        )
    return {
        "webhook_id": webhook,
        "service": service,
        "pos": int(event["sequence"]),
        "event_id": event["id"],
        "object": f"{service}/{event['data']['resource']}/{event['subject']}",
        "type": event["type"],
        "body": body.decode(),
        "next_at": now(),
    }

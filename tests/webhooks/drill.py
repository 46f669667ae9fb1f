"""Many writers write into a house, the dispatcher is killed twenty times, the receiver fails three
times in ten: what arrived is compared with what happened.
"""

import asyncio
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

import asyncpg
import httpx

from tests.bench.house import process, superuser
from tests.webhooks.receiver import HANG, Arrival, Receiver
from tests.webhooks.verifying import by_javascript

WEBHOOKS = "/api/gateway/v1/webhooks"
KILLS, FAILING, WRITERS, EACH = 20, 0.3, 12, 20
MOST_DOUBLED, SLOWEST_SECONDS = 0.05, 5.0
LONGEST_SECONDS = 540.0
# A few records of a writer's own go one version further; a third of them are another unit's.
WRITE = """
INSERT INTO changes (resource, record_id, version, action, operation, unit_id, actor_kind,
  actor_name, acting_as, request_id, after)
SELECT 'drills', md5('webhook' || $1::int || '/' || n)::uuid, $2::int, 'update', 'drill',
  CASE n % 3 WHEN 0 THEN $3::uuid WHEN 1 THEN md5('another unit')::uuid END, 'system', 'drill',
  '{}', 'drill', jsonb_build_object('name', 'Quỹ số ' || n || ' "🙂"', 'version', $2::int)
FROM generate_series(1, $4::int) AS n"""
HAPPENED = """
SELECT id FROM changes WHERE resource = 'drills'
  AND unit_id IS DISTINCT FROM md5('another unit')::uuid"""


def key() -> dict[str, str]:
    return {"Idempotency-Key": uuid4().hex}


@dataclass
class Drill:
    """One unit's program, its receiver, and the house behind `http`."""

    http: httpx.AsyncClient
    unit: str
    receiver: Receiver
    url: str

    async def webhook(self, path: str = "/hook") -> dict[str, Any]:
        body = {"name": "Diễn tập (minh họa)", "url": self.url + path, "types": ["registry.drills"]}
        answer = await self.http.post(WEBHOOKS, json=body, headers=key())
        answer.raise_for_status()
        made: dict[str, Any] = answer.json()
        return made

    async def rotate(self, webhook: dict[str, Any]) -> str:
        answer = await self.http.post(
            f"{WEBHOOKS}/{webhook['id']}/rotate", json={}, headers={"If-Match": "*", **key()}
        )
        answer.raise_for_status()
        return str(answer.json()["secret"])

    async def write(self, first: int, last: int) -> None:
        async def one(number: int) -> None:
            connection = await asyncpg.connect(superuser("registry"))
            try:
                for version in range(first, last + 1):
                    async with connection.transaction():
                        await connection.execute(WRITE, number, version, self.unit, EACH)
                        await asyncio.sleep(random.random() * 0.02)
            finally:
                await connection.close()

        await asyncio.gather(*(one(number) for number in range(WRITERS)))


@contextmanager
def dispatching() -> Iterator["subprocess.Popen[bytes]"]:
    """The dispatcher as a process of its own, killed outright when it is left."""
    settings = process("gateway").settings
    with subprocess.Popen([sys.executable, "-m", "gateway.webhooks"], env=settings) as running:
        try:
            yield running
        finally:
            running.kill()


async def happened() -> set[str]:
    connection = await asyncpg.connect(superuser("registry"))
    try:
        return {f"registry-{row['id']}" for row in await connection.fetch(HAPPENED)}
    finally:
        await connection.close()


async def count(condition: str, webhook: str) -> int:
    connection = await asyncpg.connect(superuser("gateway"))
    try:
        found = await connection.fetchval(
            f"SELECT count(*) FROM webhook_deliveries WHERE webhook_id = $1 AND {condition}",
            webhook,
        )
    finally:
        await connection.close()
    return int(found)


async def under_faults(drill: Drill, events: int) -> list[str]:
    """Kills, failures, and a new secret half-way."""
    receiver, began, kills = drill.receiver, time.monotonic(), 0
    webhook = await drill.webhook()
    receiver.secrets.append(webhook["secret"])
    rounds = max(KILLS, events * 3 // (WRITERS * EACH * 2))
    writing = asyncio.create_task(drill.write(1, rounds))
    # what is written by then arrives in about so many attempts
    step = max(10, rounds * WRITERS * EACH * 2 // 3 // (KILLS + 4))
    while kills < KILLS:
        enough = len(receiver.arrivals) + random.randint(step // 2, step)
        with dispatching() as running:
            while len(receiver.arrivals) < enough:
                await asyncio.sleep(0.02)
                _check(running.poll() is None, "the dispatcher fell")
                _check(time.monotonic() - began < LONGEST_SECONDS, f"stuck after {kills} kills")
        kills += 1
        if kills == KILLS // 2:
            receiver.secrets.append(await drill.rotate(webhook))
    await writing
    wanted = await happened()
    with dispatching() as running:
        while await count("status = 'delivered'", webhook["id"]) < len(wanted):
            await asyncio.sleep(0.2)
            _check(running.poll() is None, "the dispatcher fell")
            _check(time.monotonic() - began < LONGEST_SECONDS, "some events do not arrive")
    dead = await count("status = 'dead'", webhook["id"])
    return _judge(receiver, wanted, dead, kills, time.monotonic() - began)


def _judge(
    receiver: Receiver, wanted: set[str], dead: int, kills: int, seconds: float
) -> list[str]:
    arrivals = receiver.arrivals
    taken = Counter(one.event["id"] for one in arrivals if one.status == 204)
    lost, foreign = len(wanted - taken.keys()), len(taken.keys() - wanted)
    doubled = sum(taken.values()) - len(taken)
    disordered = _disordered(arrivals)
    unverified = sum(not one.verified for one in arrivals)
    both = sum(one.verified == 2 for one in arrivals)
    # five minutes after it was signed no library takes a message: the last thousand stand for all
    recent = arrivals[-1000:]
    said = by_javascript([one.message for one in recent])
    figures = [
        f"sent {len(wanted):,} events of {WRITERS * EACH * 2 // 3} records in {len(arrivals):,}"
        f" attempts, {1 - sum(taken.values()) / len(arrivals):.0%} of them failed by the receiver,"
        f" dispatcher killed {kills} times, {seconds:.0f} s",
        f"received {len(taken):,}, lost {lost}, foreign {foreign}, dead {dead}, doubled {doubled}"
        f" ({doubled / len(wanted):.1%}), records out of order {disordered}",
        f"verified by Python {len(arrivals) - unverified:,} of {len(arrivals):,} (with two secrets"
        f" {both:,}), by JavaScript {sum(said):,} of {len(said):,}",
    ]
    print("\n".join(figures))
    _check((lost, foreign, dead, disordered, unverified) == (0,) * 5, "not all as promised")
    _check(doubled <= MOST_DOUBLED * len(wanted), "too many came twice")
    _check(both > 0 and all(said), "the libraries do not agree")
    return figures


def _disordered(arrivals: list[Arrival]) -> int:
    """Of how many records an older event came after a newer one."""
    heard: dict[str, list[str]] = {}
    for one in arrivals:
        heard.setdefault(one.event["subject"], []).append(one.event["sequence"])
    return sum(found != sorted(found) for found in heard.values())


async def beside_a_hanging_one(drill: Drill) -> str:
    """How late a healthy address hears while another of the same unit never answers."""
    receiver = drill.receiver
    receiver.failing = 0
    await drill.webhook(HANG)
    with dispatching():
        await _arrived(drill, 9_999)  # it is up, and the other address hangs
        start = len(receiver.arrivals)
        await _arrived(drill, 10_000)
    late = sorted(
        one.at - datetime.fromisoformat(one.event["time"]).timestamp()
        for one in receiver.arrivals[start:]
    )
    p99 = late[int(len(late) * 0.99)]
    figure = f"beside a hanging address: {len(late):,} events, 99 % within {p99:.1f} s"
    print(figure)
    _check(p99 <= SLOWEST_SECONDS, "too late")
    return figure


async def _arrived(drill: Drill, version: int) -> None:
    """One more version of every record is written and has been heard of."""
    before, start = await happened(), len(drill.receiver.arrivals)
    await drill.write(version, version)
    wanted = await happened() - before
    ends = time.monotonic() + 60
    while len(drill.receiver.arrivals) - start < len(wanted):
        _check(time.monotonic() < ends, "a hanging address holds up another")
        await asyncio.sleep(0.1)


def _check(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SystemExit(f"webhooks: {otherwise}")

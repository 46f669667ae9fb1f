"""The dispatcher is killed again and again, the receiver fails: nothing is lost, all in order."""

import asyncio
import os
import random
import subprocess
import sys
import time
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import pytest

from chassis.testing import PASSWORD, ROLE, with_database
from gateway.settings import GatewaySettings
from gateway.testing import Upstream
from gateway.webhooks import signing

EVENTS, OBJECTS, FAILING = 500, 60, 0.3
KILLS = 5


@pytest.fixture
def environment(cluster: str, database: str, upstream: Upstream) -> dict[str, str]:
    """What `python -m gateway.webhooks` is started with here."""
    upstream.forget()
    name = urlsplit(database).path.lstrip("/")
    return {
        "PATH": os.environ["PATH"],
        "DATABASE_URL_GATEWAY": with_database(cluster, name, ROLE, PASSWORD),
        "GATEWAY_SECRET": "TgX3vQ9rLk2mBz7wYp4cHd8sJf6nAe1uRi5oKx0qWtE",
        "REGISTRY_URL": upstream.url,
        "WEBHOOK_ALLOW_CIDRS": "127.0.0.0/8",
        "WEBHOOK_SCALE": "0.0001",
        "LOG_LEVEL": "ERROR",
    }


async def _webhook(db: asyncpg.Connection, url: str, environment: dict[str, str]) -> None:
    """One webhook of the whole country, at the beginning of the registry's feed."""
    sealer = GatewaySettings(gateway_secret=environment["GATEWAY_SECRET"]).sealer("webhooks")
    name = "0193a1d2-0000-7000-8000-00000000000a"
    await db.execute(
        "INSERT INTO webhooks (id, name, url, types, status, sealed, version, created_at,"
        " updated_at) VALUES ($1, 'Kho', $2, '{registry}', 'active', $3, 1, now(), now())",
        name, url, sealer.seal(name.encode(), signing.new_secret()),
    )  # fmt: skip
    await db.execute("INSERT INTO webhook_cursors VALUES ($1, 'registry', 0)", name)


async def test_every_event_arrives_in_order_under_kills(
    environment: dict[str, str], db: asyncpg.Connection, receiver: Any, happen: Any
) -> None:
    chance = random.Random(7)

    def says(event: dict[str, Any]) -> tuple[int, dict[str, str], bytes, float]:
        failed = chance.random() < FAILING
        return (500 if failed else 200), {}, b"", chance.uniform(0, 0.02)

    receiver.says = says
    await _webhook(db, receiver.url, environment)
    happen(EVENTS, OBJECTS)
    program = [sys.executable, "-m", "gateway.webhooks"]
    began, kills, ends = time.monotonic(), 0, time.monotonic() + 240

    while True:
        enough = len(receiver.arrivals) + chance.randint(80, 110)
        running = subprocess.Popen(program, env=environment)
        try:
            # let it get to work, then kill it in the middle of that
            while len(receiver.arrivals) < enough:
                await asyncio.sleep(0.02)
                left = await db.fetchval(
                    "SELECT $1 - count(*) FROM webhook_deliveries WHERE status <> 'pending'", EVENTS
                )
                assert running.poll() is None, "the dispatcher fell"
                assert time.monotonic() < ends, f"{left} of {EVENTS} are left after {kills} kills"
                if not left:
                    break
        finally:
            running.kill()
            running.wait()
        if not left:
            break
        kills += 1

    delivered = [one for one in receiver.arrivals if one.status == 200]
    copies = Counter(one.event["id"] for one in delivered)
    lost = EVENTS - len(copies)
    doubled = sum(copies.values()) - len(copies)
    heard: dict[str, list[int]] = {}
    for one in receiver.arrivals:
        heard.setdefault(one.event["subject"], []).append(int(one.event["sequence"]))
    dead = await db.fetchval("SELECT count(*) FROM webhook_deliveries WHERE status = 'dead'")
    figures = (
        f"webhooks: {EVENTS} events of {OBJECTS} records, receiver failing {FAILING:.0%},"
        f" dispatcher killed {kills} times: {len(receiver.arrivals)} attempts, {lost} lost,"
        f" {doubled} doubled, {dead} dead, {time.monotonic() - began:.0f} s"
    )
    sys.stdout.write(f"\n{figures}\n")
    assert (lost, dead) == (0, 0), figures
    assert kills >= KILLS, figures
    assert doubled <= 0.05 * EVENTS, figures
    assert all(found == sorted(found) for found in heard.values()), "a record's events out of order"

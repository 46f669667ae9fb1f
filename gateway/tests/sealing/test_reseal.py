"""GATEWAY_SECRET replaced beside a running gateway: nobody is refused, and the old one is over."""

import asyncio
import base64
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import httpx
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import select

from chassis.files.sealing import Unreadable
from chassis.identity import Verifier
from gateway import main
from gateway.authenticators.models import Authenticator
from gateway.keys.sealing import opened
from gateway.running import Running
from gateway.sealing.queries import KEPT
from gateway.sealing.reseal import reseal
from gateway.settings import GatewaySettings
from gateway.webhooks.models import Webhook

SESSIONS = "/api/gateway/v1/sessions"
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"


async def rows(db: asyncpg.Connection) -> list[tuple[str, bytes, bytes]]:
    """(purpose, what it is bound to, sealed) of everything that lies sealed."""
    found = []
    for kept in KEPT:
        table, key = kept.key.class_.__tablename__, kept.key.key
        for column in kept.columns:
            for row in await db.fetch(f"SELECT {key}, {column} FROM {table}"):
                if row[1] is not None:
                    found.append((kept.purpose, kept.bound(row[0]), row[1]))
    return found


async def put_in_the_old_form(db: asyncpg.Connection, settings: GatewaySettings) -> None:
    """As secrets lay before they said by which key: nonce and ciphertext, nothing else."""
    for kept in KEPT:
        table, key = kept.key.class_.__tablename__, kept.key.key
        for column in kept.columns:
            for row in await db.fetch(f"SELECT {key}, {column} FROM {table}"):
                if row[1] is None:
                    continue
                plain = settings.sealer(kept.purpose).open(kept.bound(row[0]), row[1])
                nonce = os.urandom(12)
                cipher = AESGCM(settings.derived(kept.purpose))
                old = nonce + cipher.encrypt(nonce, plain, kept.bound(row[0]))
                await db.execute(
                    f"UPDATE {table} SET {column} = $2 WHERE {key} = $1", row[0], old
                )  # fmt: skip


Started = Callable[..., Any]


@pytest.fixture
def started(app: Any, running: Running) -> Started:
    """Puts a gateway with these secrets in the place of the one that runs."""

    @asynccontextmanager
    async def start(secret: str, before: str = "") -> AsyncIterator[Running]:
        settings = running.settings.model_copy(
            update={"gateway_secret": secret, "gateway_secret_before": before}
        )
        replica = Running(settings, main.own.state.settings)
        await replica.start(app.state.sessions)
        app.state.running = replica
        try:
            yield replica
        finally:
            app.state.running = running
            await replica.stop()

    return start


async def signs_in(client: httpx.AsyncClient, username: str, otp: str) -> httpx.AsyncClient:
    said = {"username": username, "password": SENTENCE, "otp": otp}
    answer = await client.post(SESSIONS, json=said)
    assert answer.status_code == 201, answer.text
    client.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
    return client


async def is_believed(running: Running, person: httpx.AsyncClient) -> bool:
    """Whether the identity that reaches a service verifies against the published keys."""
    running.mint.minted.clear()
    echoed = (await person.get("/api/registry/v1/x")).json()
    token = dict(echoed["headers"])["authorization"].removeprefix("Bearer ")
    actor = await Verifier("nhip-cau", "registry", running.ring.fetch).actor(token)
    return actor.unit_code == "HUFO"


async def secret_shown(running: Running, webhook_id: str) -> list[str]:
    async with running.sessions.begin() as tx:
        row = await tx.scalar(select(Webhook).where(Webhook.id == webhook_id))
    assert row is not None
    return ["whsec_" + base64.b64encode(one).decode() for one in running.webhook_secrets(row)]


async def test_the_secret_is_replaced_beside_a_running_gateway_and_the_old_one_is_over(
    running: Running,
    started: Started,
    enrolled: Callable[..., Awaitable[Any]],
    signed_in: Any,
    browser: Any,
    db: asyncpg.Connection,
) -> None:
    old, new = running.settings.gateway_secret, secrets.token_urlsafe(48)
    lan, who = await enrolled(), await signed_in("integrator")
    body = {"name": "Kho", "url": "https://kho.example.org/", "types": ["registry"]}
    made = (await who.post("/api/gateway/v1/webhooks", json=body)).json()
    rotated = await who.post(
        f"/api/gateway/v1/webhooks/{made['id']}/rotate", json={}, headers={"If-Match": '"1"'}
    )
    shown = [rotated.json()["secret"], made["secret"]]
    await put_in_the_old_form(db, running.settings)
    before = await rows(db)
    assert {purpose for purpose, _, _ in before} == {kept.purpose for kept in KEPT}
    assert len(before) == 4, "a key, one-time codes, a webhook's secret and the one before"

    async with started(new, old) as both:
        answered = []

        async def traffic(ends: asyncio.Event) -> None:
            while not ends.is_set():
                answered.append(await is_believed(both, lan.client))
                # a page that was open before sends the token that the old secret made
                gone = await lan.client.post(f"{SESSIONS}/current/confirm", json={})
                answered.append(gone.status_code == 422)

        ends = asyncio.Event()
        walking = asyncio.create_task(traffic(ends))
        assert await secret_shown(both, made["id"]) == shown
        done = await reseal(both.sessions, both.settings)
        assert await secret_shown(both, made["id"]) == shown
        again = await reseal(both.sessions, both.settings)
        ends.set()
        await walking
        assert answered, "nobody asked meanwhile"
        assert all(answered)
    assert (done.anew, done.already, done.damaged) == (4, 0, [])
    assert (again.anew, again.already, again.damaged) == (0, 4, [])

    after = await rows(db)
    for purpose, bound, sealed in after:
        with pytest.raises(Unreadable):
            running.settings.sealer(purpose).open(bound, sealed)
    async with started(new) as alone:
        assert await is_believed(alone, await signs_in(browser(), lan.username, lan.next_code()))
        assert await secret_shown(alone, made["id"]) == shown
        async with alone.sessions.begin() as tx:
            held = await tx.scalar(select(Authenticator))
        assert held is not None
        assert held.key_id == alone.sealer.current.hex()
        await alone.ring.refresh(force=True)
        (key,) = alone.ring.rows
        assert opened(alone.ring.sealer, key.kid, key.sealed).kid == key.kid


async def test_what_no_secret_opens_is_named_and_left_as_it_is(
    running: Running, enrolled: Callable[..., Awaitable[Any]], db: asyncpg.Connection
) -> None:
    await enrolled()
    await db.execute("UPDATE authenticators SET sealed = 'cái gì đó khác'::text::bytea")
    kept = await db.fetchval("SELECT sealed FROM authenticators")

    done = await reseal(running.sessions, running.settings)

    account = await db.fetchval("SELECT account_id FROM authenticators")
    assert done.damaged == [f"authenticators {account} sealed"]
    assert await db.fetchval("SELECT sealed FROM authenticators") == kept

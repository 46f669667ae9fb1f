"""Guessing from one address, or from everywhere."""

import asyncio
from collections.abc import Callable
from typing import Any

import asyncpg
import httpx
import pytest

from gateway import main
from gateway.accounts import passwords
from gateway.running import Running
from gateway.throttles.rules import of_all

URL = "/api/gateway/v1/sessions"
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"
From = Callable[[str], httpx.AsyncClient]


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The count is what is tested here; sixty real hashes would take seconds."""
    monkeypatch.setattr(passwords, "fits", lambda stored, said: said == SENTENCE)
    monkeypatch.setattr(passwords, "WAIT_SECONDS", 60.0)


@pytest.fixture
def from_(browser: Any) -> From:
    """A browser at this network address."""

    def open_(address: str) -> httpx.AsyncClient:
        one: httpx.AsyncClient = browser()
        one._transport = httpx.ASGITransport(app=main.app, client=(address, 1))
        return one

    return open_


async def guess(client: httpx.AsyncClient, name: str, **headers: str) -> int:
    said = {"username": name, "password": "sai"}
    return (await client.post(URL, json=said, headers=headers)).status_code


async def test_thirty_failures_close_an_address_for_every_name(
    cheap: None, from_: From, an_account: Any
) -> None:
    name, there = await an_account(), from_("2001:db8::1")
    said = {"username": name, "password": SENTENCE}

    wrong = await asyncio.gather(*(guess(there, f"name {n}") for n in range(34)))
    right = await there.post(URL, json=said)
    neighbour = await from_("2001:db8::2").post(URL, json=said)
    elsewhere = await from_("2001:db8:0:1::1").post(URL, json=said)

    assert sorted(wrong) == [401] * 30 + [429] * 4
    assert (right.status_code, right.json()["code"]) == (429, "sessions.too_many_tries")
    assert 290 <= int(right.headers["retry-after"]) <= 300
    assert (neighbour.status_code, elsewhere.status_code) == (429, 201)


async def test_what_a_header_claims_does_not_move_the_bucket(cheap: None, from_: From) -> None:
    there = from_("192.0.2.1")

    said = [await guess(there, f"n{n}", **{"X-Forwarded-For": f"192.0.2.{n}"}) for n in range(31)]

    assert said == [401] * 30 + [429]


async def test_failures_from_everywhere_close_signing_in(
    cheap: None, from_: From, running: Running
) -> None:
    running.proving.all = of_all(5)

    said = [await guess(from_(f"192.0.2.{n}"), f"name {n}") for n in range(6)]

    assert said == [401] * 5 + [429]


async def test_the_count_is_in_the_database_and_shows_nobody(
    cheap: None, from_: From, db: asyncpg.Connection
) -> None:
    there = from_("192.0.2.1")
    for n in range(30):
        await guess(there, f"name {n}")
    assert await guess(there, "another") == 429, "also in a process that has just started"

    await db.execute("UPDATE failures SET at = now() - interval '5 minutes'")
    assert await guess(there, "another") == 401
    await db.execute("UPDATE failures SET at = now() - interval '1 day'")
    await guess(there, "another")
    assert await db.fetchval("SELECT count(*) FROM failures") == 2


async def test_after_a_hundred_in_a_row_a_password_opens_nothing(
    cheap: None, from_: From, an_account: Any, db: asyncpg.Connection
) -> None:
    name = await an_account()
    await guess(from_("192.0.2.1"), name)
    await db.execute("UPDATE login_tries SET consecutive = 99")
    assert await guess(from_("192.0.2.2"), name) == 401

    await db.execute("UPDATE login_tries SET since = now() - interval '30 days'")
    right = await from_("192.0.2.3").post(URL, json={"username": name, "password": SENTENCE})

    assert (right.status_code, right.json()["code"]) == (429, "sessions.too_many_tries")

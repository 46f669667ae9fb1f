"""Being known and signing out: how a session lives and how it ends."""

import asyncio
from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from gateway.running import Running
from gateway.sessions import live
from gateway.sessions.tokens import digest
from gateway.settings import GatewaySettings

URL = "/api/gateway/v1/sessions"
ME = URL + "/current"
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"


async def sign_in(
    client: httpx.AsyncClient, username: str, password: str = SENTENCE, **headers: str
) -> httpx.Response:
    said = {"username": username, "password": password}
    return await client.post(URL, json=said, headers=headers)


async def test_signing_in_sets_a_cookie_that_no_script_reads(
    client: httpx.AsyncClient, an_account: Any
) -> None:
    answer = await sign_in(client, await an_account("approver", "HAIPHONG"))

    body = answer.json()
    assert answer.status_code == 201
    assert set(body) == {
        "id", "person", "csrf_token", "expires_at", "authenticated_at", "has_otp", "must_enrol",
    }  # fmt: skip
    assert body["person"]["roles"] == ["approver"]
    assert set(body["person"]) == {
        "id", "username", "name", "roles", "unit_id", "unit_code", "national", "predecessors"
    }  # fmt: skip
    name, _, rest = answer.headers["set-cookie"].partition("=")
    token, *attributes = rest.split("; ")
    assert name == "sid"
    assert len(token) == 43, "256 bits"
    assert set(attributes) == {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=36000"}
    assert token not in answer.text
    assert answer.headers["cache-control"] == "no-store"


async def test_the_token_is_not_in_the_database(
    client: httpx.AsyncClient, an_account: Any, db: asyncpg.Connection
) -> None:
    await sign_in(client, await an_account())

    stored = await db.fetchval("SELECT digest FROM sessions")
    assert stored == digest(client.cookies["sid"])


def test_over_https_the_cookie_is_bound_to_host_and_transport() -> None:
    settings = GatewaySettings(public_origin="https://nhipcau.example")

    assert (settings.cookie, settings.is_https) == ("__Host-sid", True)


async def test_who_am_i(signed_in: Any) -> None:
    person = await signed_in("viewer", "CANTHO")

    body = (await person.get(ME)).json()

    assert body["person"]["username"] == "viewer.cantho"
    assert body["csrf_token"] == person.headers["X-CSRF-Token"]


async def test_signing_out_kills_the_session_with_the_next_request(
    signed_in: Any, browser: Any
) -> None:
    person = await signed_in()
    thief = browser()
    thief.cookies.set("sid", person.cookies["sid"])
    assert (await thief.get(ME)).status_code == 200

    out = await person.delete(ME)

    assert out.status_code == 204
    assert "Max-Age=0" in out.headers["set-cookie"]
    assert (await thief.get(ME)).status_code == 401


@pytest.mark.parametrize(
    ("column", "age"),
    [("seen_at", timedelta(minutes=30)), ("created_at", timedelta(hours=10))],
)
async def test_a_session_ends_by_rest_or_by_age(
    signed_in: Any, running: Running, db: asyncpg.Connection, column: str, age: timedelta
) -> None:
    person = await signed_in()

    await db.execute(f"UPDATE sessions SET {column} = now() - $1::interval", age)
    running.live_sessions.known.clear()

    assert (await person.get(ME)).status_code == 401


async def test_use_keeps_a_session_alive_and_is_not_written_every_time(
    signed_in: Any, running: Running, db: asyncpg.Connection
) -> None:
    person = await signed_in()
    first = await db.fetchval("SELECT seen_at FROM sessions")
    running.live_sessions.known.clear()
    await person.get(ME)
    assert await db.fetchval("SELECT seen_at FROM sessions") == first

    await db.execute("UPDATE sessions SET seen_at = now() - interval '20 minutes'")
    running.live_sessions.known.clear()
    await person.get(ME)

    assert await db.fetchval("SELECT seen_at > now() - interval '1 minute' FROM sessions")


async def test_a_taken_role_is_gone_within_five_seconds(
    signed_in: Any, running: Running, db: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await signed_in("admin", "VUFO")
    await db.execute("UPDATE accounts SET roles = ARRAY['viewer']")
    monkeypatch.setattr(live, "FRESH_SECONDS", 0.0)

    assert (await person.get("/api/gateway/v1/accounts")).status_code == 403


async def test_many_requests_of_one_session_ask_the_database_once(
    signed_in: Any, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await signed_in()
    running.live_sessions.known.clear()
    asked: list[bytes] = []
    real = live.queries.find
    monkeypatch.setattr(live.queries, "find", lambda *a: asked.append(a[1]) or real(*a))

    answers = await asyncio.gather(*(person.get("/api/registry/v1/x") for _ in range(20)))

    assert {answer.status_code for answer in answers} == {200}
    assert len(asked) == 1


async def test_while_the_database_is_away_a_known_session_reads_and_does_not_write(
    signed_in: Any, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await signed_in()
    await person.get("/api/registry/v1/x")
    monkeypatch.setattr(live, "FRESH_SECONDS", 0.0)
    monkeypatch.setattr(running.live_sessions, "sessions", Away())

    assert (await person.get("/api/registry/v1/x")).status_code == 200
    assert (await person.post("/api/registry/v1/x")).status_code == 503
    monkeypatch.setattr(live, "STALE_SECONDS", 0.0)
    assert (await person.get("/api/registry/v1/x")).status_code == 503


class Away:
    """A database that refuses connections."""

    def begin(self) -> None:
        raise ConnectionRefusedError


async def test_a_machine_has_no_session(client: httpx.AsyncClient, a_token: Any) -> None:
    token = await a_token("gateway:sessions:read")

    answer = await client.get(ME, headers={"Authorization": f"Bearer {token}"})

    assert answer.status_code == 404


async def test_people_see_their_sessions_and_end_the_one_left_open_elsewhere(
    signed_in: Any, browser: Any
) -> None:
    person, elsewhere, stranger = await signed_in(), browser(), await signed_in("viewer")
    await sign_in(elsewhere, "officer.hufo", **{"User-Agent": "Firefox\x01"})

    listed = (await person.get(URL)).json()["items"]
    other = next(one for one in listed if not one["is_current"])
    foreign = await stranger.delete(f"{URL}/{other['id']}")
    ended = await person.delete(f"{URL}/{other['id']}")

    assert len(listed) == 2
    assert other["agent"] == "Firefox"
    assert (foreign.status_code, ended.status_code) == (404, 204)
    assert (await elsewhere.get(ME)).status_code == 401
    assert (await person.get(ME)).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM sessions",
        "UPDATE accounts SET disabled_at = now()",
        "UPDATE accounts SET roles = ARRAY['viewer']",
    ],
)
async def test_what_another_process_does_is_heard_here_at_once(
    signed_in: Any, running: Running, db: asyncpg.Connection, change: str
) -> None:
    person = await signed_in("admin", "VUFO")
    assert (await person.get("/api/gateway/v1/accounts")).status_code == 200

    await db.execute(change)

    async with asyncio.timeout(2):
        while running.live_sessions.known:
            await asyncio.sleep(0.01)
    assert (await person.get("/api/gateway/v1/accounts")).status_code in (401, 403)

"""Signing in, being known, signing out."""

import asyncio
import unicodedata
from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from chassis import db as chassis_db
from gateway.accounts import passwords
from gateway.running import Running
from gateway.sessions import live
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
    assert set(body) == {"person", "csrf_token", "expires_at"}
    assert body["person"]["roles"] == ["approver"]
    assert set(body["person"]) == {
        "id", "username", "name", "roles", "unit_id", "unit_code", "national"
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
    assert stored == live.digest(client.cookies["sid"])


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


async def test_signing_in_again_ends_the_earlier_session(
    signed_in: Any, browser: Any, an_account: Any
) -> None:
    person = await signed_in()
    earlier = person.cookies["sid"]

    await sign_in(person, await an_account("viewer"))

    assert person.cookies["sid"] != earlier
    stale = browser()
    stale.cookies.set("sid", earlier)
    assert (await stale.get(ME)).status_code == 401


@pytest.mark.parametrize("name", ["OFFICER.HUFO", " officer.hufo ", "ｏｆｆｉｃｅｒ.hufo"])
async def test_a_name_is_known_however_it_is_typed(
    client: httpx.AsyncClient, an_account: Any, name: str
) -> None:
    await an_account()

    decomposed = unicodedata.normalize("NFD", SENTENCE)
    assert (await sign_in(client, name, decomposed)).status_code == 201


async def test_a_wrong_name_a_wrong_password_and_a_closed_account_look_the_same(
    client: httpx.AsyncClient, an_account: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await an_account()
    await an_account("viewer", disabled_at=chassis_db.now())
    hashed: list[str] = []
    real = passwords.fits
    monkeypatch.setattr(passwords, "fits", lambda *said: hashed.append(said[0]) or real(*said))

    answers = [
        await sign_in(client, "officer.hufo", "sai rồi nhé bạn ơi"),
        await sign_in(client, "nobody.hufo"),
        await sign_in(client, "viewer.hufo"),
        await sign_in(client, "nul\x00byte"),
        await sign_in(client, "officer.hufo", "x" * 1024),
    ]

    seen = {(a.status_code, a.json()["code"], tuple(sorted(a.headers))) for a in answers}
    assert len(seen) == 1
    assert {(401, "sessions.wrong")} == {(status, code) for status, code, _ in seen}
    assert len(hashed) == len(answers), "exactly one hash on every path"


async def test_ten_failures_close_a_name_even_for_the_right_password(
    client: httpx.AsyncClient, an_account: Any, db: asyncpg.Connection
) -> None:
    name = await an_account()
    wrong = [await sign_in(client, f" {name.upper()}", "sai") for _ in range(10)]

    right = await sign_in(client, name)

    assert {answer.status_code for answer in wrong} == {401}
    assert (right.status_code, right.json()["code"]) == (429, "sessions.too_many_tries")
    assert 290 <= int(right.headers["retry-after"]) <= 300
    await db.execute("UPDATE login_tries SET closed_until = now()")
    assert (await sign_in(client, name)).status_code == 201
    assert await db.fetchval("SELECT count(*) FROM login_tries") == 0


async def test_a_name_that_nobody_has_closes_like_any_other(client: httpx.AsyncClient) -> None:
    answers = [await sign_in(client, "nobody") for _ in range(11)]

    assert [answer.status_code for answer in answers] == [401] * 10 + [429]


async def test_many_wrong_tries_at_once_get_no_more_than_ten_answers(
    client: httpx.AsyncClient, an_account: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "WAIT_SECONDS", 60.0)
    name = await an_account()

    answers = await asyncio.gather(*(sign_in(client, name, "sai") for _ in range(30)))

    assert sorted(answer.status_code for answer in answers) == [401] * 10 + [429] * 20


async def test_strangers_cannot_throw_out_who_is_signed_in(
    signed_in: Any, client: httpx.AsyncClient
) -> None:
    person = await signed_in()
    for _ in range(11):
        await sign_in(client, "officer.hufo", "sai")

    assert (await person.get(ME)).status_code == 200


async def test_who_waits_too_long_for_the_hasher_is_told_to_come_back(
    client: httpx.AsyncClient, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "WAIT_SECONDS", 0.05)
    running.passwords.turn = asyncio.Semaphore(0)

    answer = await sign_in(client, "anybody")

    assert (answer.status_code, answer.json()["code"]) == (503, "sessions.crowded")
    assert answer.headers["retry-after"] == "2"


async def test_an_account_has_ten_sessions_at_most(
    browser: Any, an_account: Any, db: asyncpg.Connection
) -> None:
    name = await an_account()
    clients = [browser() for _ in range(12)]

    for one in clients:
        assert (await sign_in(one, name)).status_code == 201

    assert await db.fetchval("SELECT count(*) FROM sessions") == 10
    kept = {bytes(row["digest"]) for row in await db.fetch("SELECT digest FROM sessions")}
    assert live.digest(clients[-1].cookies["sid"]) in kept
    assert live.digest(clients[0].cookies["sid"]) not in kept


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


async def test_a_form_of_another_page_cannot_sign_in(
    client: httpx.AsyncClient, an_account: Any
) -> None:
    name = await an_account()

    plain = await client.post(URL, content="{}", headers={"Content-Type": "text/plain"})
    foreign = await sign_in(client, name, **{"Sec-Fetch-Site": "cross-site"})

    assert plain.status_code == 415
    assert (foreign.status_code, foreign.json()["code"]) == (403, "sessions.cross_origin")


async def test_a_machine_has_no_session(client: httpx.AsyncClient, a_token: Any) -> None:
    token = await a_token("gateway:sessions:read")

    answer = await client.get(ME, headers={"Authorization": f"Bearer {token}"})

    assert answer.status_code == 404

"""Being invited, being reset, and the first administrator of a house."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest

from gateway import bootstrap
from gateway.accounts import passwords
from gateway.running import Running

URL = "/api/gateway/v1/invitations"
ACCOUNTS = "/api/gateway/v1/accounts"
SESSIONS = "/api/gateway/v1/sessions"
NEW = "một câu dài không ai đoán ra"
OF_ACCOUNTS = "SELECT action FROM changes WHERE resource = 'accounts' ORDER BY id"
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"


def body(**values: Any) -> dict[str, Any]:
    from gateway.demo import unit_id

    return {
        "username": "Hoa",
        "name": "Nguyễn Thị Hoa",
        "unit_id": str(unit_id("HUFO")),
        "unit_code": "HUFO",
        "roles": ["officer"],
    } | values


def token(answer: httpx.Response) -> str:
    assert answer.status_code in (200, 201), answer.text
    link: str = answer.json()["link"]
    assert link.startswith("http://127.0.0.1:8000/invitation#")
    return link.partition("#")[2]


async def sign_in(client: httpx.AsyncClient, name: str, password: str) -> int:
    said = {"username": name, "password": password}
    return (await client.post(SESSIONS, json=said)).status_code


async def test_who_is_invited_sets_a_password_that_nobody_else_knows(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin", "HUFO")
    said = token(await admin.post(URL, json=body(), headers={"Idempotency-Key": "k"}))
    assert await sign_in(client, "hoa", NEW) == 401

    about = (await client.post(f"{URL}/read", json={"token": said})).json()
    weak = await client.post(
        f"{URL}/accept", json={"token": said, "password": "Hoa Thị Nguyễn 1980"}
    )
    done = await client.post(f"{URL}/accept", json={"token": said, "password": NEW})
    again = await client.post(f"{URL}/accept", json={"token": said, "password": NEW + "!"})

    assert (about["kind"], about["username"], about["shortest_password"]) == (
        "invitation",
        "hoa",
        15,
    )
    assert (weak.status_code, weak.json()["code"]) == (409, "accounts.password_guessable")
    assert done.status_code == 204, done.text
    assert (again.status_code, again.json()["code"]) == (404, "not_found")
    assert await sign_in(client, "hoa", NEW) == 201
    whole = await db.fetchval("SELECT string_agg(c::text, ' ') FROM changes c")
    assert said not in whole
    assert [r["action"] for r in await db.fetch(OF_ACCOUNTS)] == [
        "invite",
        "invitation",
    ]


async def test_an_unknown_a_used_and_an_old_link_look_the_same(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin", "HUFO")
    old = token(await admin.post(URL, json=body(hours=1)))
    ends = await db.fetchval("SELECT expires_at - created_at FROM invitations")
    await db.execute("UPDATE invitations SET expires_at = now()")

    answers = [
        await client.post(f"{URL}/{verb}", json={"token": said} | more)
        for said in (old, "x" * 43)
        for verb, more in (("read", {}), ("accept", {"password": NEW}))
    ]

    assert ends.total_seconds() == 3600
    assert {(a.status_code, a.json()["code"]) for a in answers} == {(404, "not_found")}


async def test_of_ten_who_use_a_link_at_once_one_succeeds(
    signed_in: Any, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "WAIT_SECONDS", 60.0)
    admin = await signed_in("admin", "HUFO")
    said = token(await admin.post(URL, json=body()))

    answers = await asyncio.gather(
        *(client.post(f"{URL}/accept", json={"token": said, "password": NEW}) for _ in range(10))
    )

    assert sorted(answer.status_code for answer in answers) == [204] + [404] * 9


async def test_a_reset_ends_sessions_opens_a_closed_name_and_keeps_the_second_factor(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection, running: Running
) -> None:
    admin, person = await signed_in("admin", "HUFO"), await signed_in("viewer", "HUFO")
    me = (await person.get(f"{SESSIONS}/current")).json()["person"]["id"]
    await sign_in(client, "viewer.hufo", "sai")
    await db.execute("UPDATE login_tries SET consecutive = 100")
    assert await sign_in(client, "viewer.hufo", SENTENCE) == 429

    link = await admin.post(f"{ACCOUNTS}/{me}/reset", headers={"If-Match": '"1"'})
    said = token(link)
    assert (await person.get(f"{SESSIONS}/current")).status_code == 200, "until it is used"
    done = await client.post(f"{URL}/accept", json={"token": said, "password": NEW})

    assert done.status_code == 204
    assert (await person.get(f"{SESSIONS}/current")).status_code == 401
    assert await sign_in(client, "viewer.hufo", NEW) == 201
    assert await sign_in(client, "viewer.hufo", SENTENCE) == 401


async def test_a_reset_is_no_way_around_the_second_factor(
    signed_in: Any, enrolled: Any, client: httpx.AsyncClient
) -> None:
    lan = await enrolled("viewer")
    me = (await lan.client.get(f"{SESSIONS}/current")).json()["person"]["id"]
    admin = await signed_in("admin", "HUFO")

    said = token(await admin.post(f"{ACCOUNTS}/{me}/reset", headers={"If-Match": '"2"'}))
    await client.post(f"{URL}/accept", json={"token": said, "password": NEW})

    answer = await client.post(SESSIONS, json={"username": lan.username, "password": NEW})
    assert (answer.status_code, answer.json()["code"]) == (401, "sessions.otp_required")


async def test_an_administrator_of_one_union_invites_for_it_only(signed_in: Any) -> None:
    admin = await signed_in("admin", "HAIPHONG")

    refused = [await admin.post(URL, json=body()), await admin.post(URL, json=body(national=True))]

    assert {(a.status_code, a.json()["code"]) for a in refused} == {(403, "accounts.foreign_unit")}


async def first_link(running: Running, name: str = "Admin") -> str | None:
    async with running.sessions.begin() as tx:
        return await bootstrap.link(tx, "http://127.0.0.1:8000", name, "Quản trị")


async def test_the_first_administrator_comes_by_link_and_is_the_last_who_does(
    running: Running, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    link, other = await first_link(running), await first_link(running, "another")
    assert link
    assert other
    running.guard.asks_otp = True
    used = {"token": link.partition("#")[2], "password": NEW}
    late = {"token": other.partition("#")[2], "password": NEW}

    done = await client.post(f"{URL}/accept", json=used)
    second = await client.post(f"{URL}/accept", json=late)
    answer = await client.post(SESSIONS, json={"username": "admin", "password": NEW})

    assert (done.status_code, second.status_code) == (204, 404)
    assert answer.json()["must_enrol"] is True
    assert answer.json()["person"]["national"] is True
    assert await first_link(running) is None
    hashes = await db.fetch("SELECT password_hash FROM accounts")
    assert sum(row["password_hash"] != passwords.NO_PASSWORD for row in hashes) == 1


async def test_ten_first_links_used_at_once_make_one_administrator(
    running: Running, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "WAIT_SECONDS", 60.0)
    links = [await first_link(running, f"admin {n}") for n in range(10)]

    answers = await asyncio.gather(
        *(
            client.post(f"{URL}/accept", json={"token": link.partition("#")[2], "password": NEW})
            for link in links
            if link
        )
    )

    assert sorted(answer.status_code for answer in answers) == [204] + [404] * 9

"""Signing in: one answer for every failure, and patience with nobody who guesses."""

import asyncio
import os
import threading
import unicodedata
from typing import Any

import asyncpg
import httpx
import pytest

from chassis import db as chassis_db
from gateway.accounts import passwords
from gateway.running import Running
from gateway.sessions.tokens import digest

URL = "/api/gateway/v1/sessions"
ME = URL + "/current"
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"


async def sign_in(
    client: httpx.AsyncClient, username: str, password: str = SENTENCE, **headers: str
) -> httpx.Response:
    said = {"username": username, "password": password}
    return await client.post(URL, json=said, headers=headers)


def shape(answer: httpx.Response) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    """Body and headers without the request's own id."""
    rid = answer.headers["x-request-id"]
    headers = tuple(pair for pair in sorted(answer.headers.items()) if pair[1] != rid)
    return answer.content.replace(rid.encode(), b""), headers


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
        await sign_in(client, "officer.hufo", "x" * 256),
    ]

    assert {(a.status_code, a.json()["code"]) for a in answers} == {(401, "sessions.wrong")}
    assert len({shape(answer) for answer in answers}) == 1, "byte for byte"
    assert len(hashed) == len(answers), "exactly one hash on every path"


@pytest.mark.parametrize(
    ("name", "password", "status"),
    [
        ("officer.hufo", SENTENCE, 201),
        ("officer.hufo", "sai rồi nhé bạn ơi", 401),
        ("nobody.hufo", SENTENCE, 401),
        ("closed", SENTENCE, 401),
        ("invited", SENTENCE, 401),
        ("with.otp", SENTENCE, 401),
        ("with.otp", "sai rồi nhé bạn ơi", 401),
        ("nul\x00byte", SENTENCE, 401),
    ],
)
async def test_every_way_through_hashes_exactly_once(
    client: httpx.AsyncClient,
    an_account: Any,
    enrolled: Any,
    db: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    password: str,
    status: int,
) -> None:
    await enrolled("viewer")
    await db.execute("UPDATE accounts SET username = 'with.otp'")
    await an_account()
    await an_account(username="closed", disabled_at=chassis_db.now())
    await an_account(username="invited", password_hash=passwords.NO_PASSWORD)
    hashed: list[str] = []
    real_fits, real_make = passwords.fits, passwords.make
    monkeypatch.setattr(passwords, "fits", lambda *s: hashed.append("fits") or real_fits(*s))
    monkeypatch.setattr(passwords, "make", lambda *s: hashed.append("make") or real_make(*s))

    answer = await sign_in(client, name, password)

    assert (answer.status_code, hashed) == (status, ["fits"])


async def test_passwords_that_are_hashed_at_once_leave_a_core_to_others(
    client: httpx.AsyncClient, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, waiting = max(1, (os.cpu_count() or 1) - 1), threading.Event()
    inside, most, behind = 0, 0, set()
    counting = threading.Lock()

    def slowly(*_: str) -> bool:
        nonlocal inside, most
        with counting:
            inside += 1
            most = max(most, inside)
            behind.add(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
        waiting.wait(10)
        with counting:
            inside -= 1
        return False

    monkeypatch.setattr(passwords, "fits", slowly)
    monkeypatch.setattr(passwords, "WAIT_SECONDS", 60.0)
    tries = [asyncio.create_task(sign_in(client, f"name.{n}", "sai")) for n in range(4 * places)]
    while inside < places:
        await asyncio.sleep(0.01)

    # others are served while all that may hash do
    assert (await client.get("/livez")).status_code == 200
    waiting.set()
    await asyncio.gather(*tries)

    assert (most, behind) == (places, {passwords.BEHIND})


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
    assert digest(clients[-1].cookies["sid"]) in kept
    assert digest(clients[0].cookies["sid"]) not in kept


async def test_a_password_is_never_cut_short(client: httpx.AsyncClient) -> None:
    assert (await sign_in(client, "anybody", "x" * 1025)).status_code == 422
    assert (await sign_in(client, "anybody", "ệ" * 342)).status_code == 422


async def test_a_form_of_another_page_cannot_sign_in(
    client: httpx.AsyncClient, an_account: Any
) -> None:
    name = await an_account()

    plain = await client.post(URL, content="{}", headers={"Content-Type": "text/plain"})
    foreign = await sign_in(client, name, **{"Sec-Fetch-Site": "cross-site"})

    assert plain.status_code == 415
    assert (foreign.status_code, foreign.json()["code"]) == (403, "sessions.cross_origin")

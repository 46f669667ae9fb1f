"""People keep their passkeys; where a second factor is demanded, one is enough and one stays."""

from datetime import timedelta
from typing import Any

import asyncpg
import httpx

from chassis.db import now
from gateway.authenticators.passkeys import rules
from gateway.running import Running
from gateway.testing_passkeys import SIGN_IN, URL, Device

SESSIONS = "/api/gateway/v1/sessions"
ME = f"{SESSIONS}/current"
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"


async def password(client: httpx.AsyncClient, name: str, text: str = SENTENCE) -> httpx.Response:
    return await client.post(SESSIONS, json={"username": name, "password": text})


async def challenge(client: httpx.AsyncClient) -> str:
    return str((await client.post(f"{SIGN_IN}/challenge")).json()["challenge"])


async def refused(answer: httpx.Response) -> bool:
    return (answer.status_code, answer.json()["code"]) == (401, "sessions.passkey_wrong")


async def test_a_passkey_renews_an_old_proof_of_its_own_person_only(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection, running: Running
) -> None:
    lan, binh = await signed_in("officer"), await signed_in("viewer")
    device, other = Device(), Device()
    await device.join(lan)
    await other.join(binh)
    await db.execute("UPDATE sessions SET authenticated_at = now() - interval '11 minutes'")
    running.live_sessions.known.clear()

    old = await lan.post(f"{URL}/begin")
    strange = await lan.post(f"{ME}/confirm/passkey", json=other.sign(await challenge(client)))
    done = await lan.post(f"{ME}/confirm/passkey", json=device.sign(await challenge(client)))
    lan.headers["X-CSRF-Token"] = done.json()["csrf_token"]

    assert (old.status_code, strange.status_code, done.status_code) == (401, 401, 200)
    assert (await lan.post(f"{URL}/begin")).status_code == 201


async def test_where_a_second_factor_is_demanded_a_passkey_is_one_and_the_last_stays(
    signed_in: Any, running: Running
) -> None:
    running.guard.asks_otp = True
    person, device = await signed_in("approver"), Device()
    shut = await person.get("/api/gateway/v1/overview")

    added = (await device.join(person)).json()["passkey"]
    last = await person.post(f"{URL}/remove", json={"id": added["id"]})
    await Device().join(person)
    done = await person.post(f"{URL}/remove", json={"id": added["id"]})

    assert shut.json()["code"] == "identity.otp_missing"
    assert (await person.get("/api/gateway/v1/overview")).status_code == 200
    assert (last.status_code, last.json()["code"]) == (409, "authenticators.must_stay")
    assert (done.status_code, len(done.json()["items"])) == (200, 1)


async def test_passkeys_are_ones_own_and_ten_at_most(
    signed_in: Any, client: httpx.AsyncClient
) -> None:
    person, other, device = await signed_in("officer"), await signed_in("viewer"), Device()
    one = (await device.join(person)).json()["passkey"]["id"]

    twice = await device.join(other)
    meddled = [
        await other.post(f"{URL}/rename", json={"id": one, "name": "Của tôi"}),
        await other.post(f"{URL}/remove", json={"id": one}),
    ]
    named = await person.post(f"{URL}/rename", json={"id": one, "name": "Điện thoại"})
    for _ in range(9):
        assert (await Device().join(person)).status_code == 201
    full = await person.post(f"{URL}/begin")
    gone = await person.post(f"{URL}/remove", json={"id": one})

    assert twice.json()["code"] == "authenticators.passkey_there"
    assert {a.json()["code"] for a in meddled} == {"authenticators.no_such_passkey"}
    assert named.json()["items"][0]["name"] == "Điện thoại"
    assert (full.status_code, full.json()["code"]) == (409, "authenticators.too_many_passkeys")
    assert len(gone.json()["items"]) == 9
    assert await refused(await device.enter(client))


async def test_a_lost_device_and_a_new_password(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    person, admin, device = await signed_in("viewer"), await signed_in("admin"), Device()
    await device.join(person)
    me = (await person.get(ME)).json()["person"]["id"]
    change = {"password": SENTENCE, "new_password": "năm con voi đi qua cầu chiều muộn"}

    short = await person.post(
        "/api/gateway/v1/authenticators/password", json={**change, "new_password": "mười hai ký.x"}
    )
    changed = await person.post("/api/gateway/v1/authenticators/password", json=change)
    account = f"/api/gateway/v1/accounts/{me}"
    seen = (await admin.get(f"{account}/sessions")).json()["has_otp"]
    done = await admin.post(f"{account}/remove-otp", headers={"If-Match": "*"})

    assert (short.status_code, short.json()["code"]) == (409, "accounts.password_too_short")
    assert (changed.status_code, seen, done.status_code) == (200, True, 200)
    assert await refused(await device.enter(client))
    assert await db.fetchval("SELECT count(*) FROM passkeys") == 0
    assert (await password(client, "viewer.hufo", change["new_password"])).status_code == 201


async def test_answered_challenges_are_kept_no_longer_than_they_count(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    device = Device()
    await device.join(await signed_in("officer"))
    await db.execute(
        "UPDATE answered_challenges SET answered_at = $1", now() - rules.KEPT - timedelta(seconds=1)
    )

    await device.enter(client)

    assert await db.fetchval("SELECT count(*) FROM answered_challenges") == 1

"""A passkey opens the account it was made for, on our pages, once for each challenge."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest

from chassis.db import now
from gateway.authenticators.passkeys import rules
from gateway.running import Running
from gateway.testing_passkeys import PRESENT, SIGN_IN, URL, Device

SESSIONS = "/api/gateway/v1/sessions"
ME = f"{SESSIONS}/current"
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"


async def password(client: httpx.AsyncClient, name: str, text: str = SENTENCE) -> httpx.Response:
    return await client.post(SESSIONS, json={"username": name, "password": text})


async def challenge(client: httpx.AsyncClient) -> str:
    return str((await client.post(f"{SIGN_IN}/challenge")).json()["challenge"])


async def refused(answer: httpx.Response) -> bool:
    return (answer.status_code, answer.json()["code"]) == (401, "sessions.passkey_wrong")


async def test_a_person_adds_a_passkey_and_comes_in_with_it_alone(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    person, device = await signed_in("officer"), Device()

    added = await device.join(person)
    listed = (await person.get(URL)).json()["items"]
    entered = await device.enter(client)
    by_password = await password(client, "officer.hufo")

    assert added.status_code == 201, added.text
    assert added.json()["session"]["has_otp"] is True
    assert [one["name"] for one in listed] == ["Máy tính cơ quan"]
    assert entered.status_code == 201, entered.text
    assert entered.json()["person"]["username"] == "officer.hufo"
    assert (entered.json()["has_otp"], entered.json()["must_enrol"]) == (True, False)
    assert "HttpOnly" in entered.headers["set-cookie"]
    assert (await client.get(ME)).status_code == 200
    assert by_password.json()["code"] == "sessions.otp_required", "a password alone is too little"
    log = await db.fetch("SELECT action, after FROM changes ORDER BY id")
    actions = [row["action"] for row in log]
    assert actions == ["sign_in", "add_passkey", "sign_in"]
    assert '"has_otp": true' in log[2]["after"]


@pytest.mark.parametrize(
    "bent",
    [
        Device(origin="https://nhip-cau.example"),
        Device(origin="http://localhost:8001"),
        Device(origin="http://127.0.0.1:8000"),
        Device(rp_id="example.vn"),
        Device(flags=PRESENT),
        Device(flags=0),
    ],
    ids=["origin", "port", "spelling", "party", "unverified", "absent"],
)
async def test_what_the_device_says_must_be_whole(
    signed_in: Any, client: httpx.AsyncClient, bent: Device
) -> None:
    person, good = await signed_in("officer"), Device()
    await good.join(person)
    bad = await bent.join(person)
    bent.key, bent.credential_id = good.key, good.credential_id

    entered = await bent.enter(client)

    assert (bad.status_code, bad.json()["code"]) == (409, "authenticators.passkey_refused")
    assert await refused(entered)
    assert (await good.enter(client)).status_code == 201


async def test_a_challenge_is_answered_once_in_time_and_for_its_purpose(
    signed_in: Any, client: httpx.AsyncClient, running: Running
) -> None:
    # a device that never counts: nothing but the challenge stops a replay
    person, device = await signed_in("officer"), Device(counts=False)
    await device.join(person)
    ceremony = running.passkeys
    said = device.sign(await challenge(client))
    old = rules.new_challenge(ceremony.key, rules.SIGN_IN, now() - rules.LIFE)
    own = rules.new_challenge(b"x" * 32, rules.SIGN_IN, now())
    begun = (await person.post(f"{URL}/begin")).json()["challenge"]

    answers = await asyncio.gather(*(client.post(SIGN_IN, json=said) for _ in range(4)))
    others = [
        await client.post(SIGN_IN, json=device.sign(one))
        for one in (rules.encoded(old), rules.encoded(own), begun)
    ]
    swapped = await person.post(URL, json=Device().make(await challenge(client)))

    assert sorted(answer.status_code for answer in answers) == [201, 401, 401, 401]
    assert [await refused(answer) for answer in others] == [True] * 3
    assert swapped.json()["code"] == "authenticators.passkey_refused"


async def test_a_count_that_goes_back_is_a_copy(signed_in: Any, client: httpx.AsyncClient) -> None:
    device = Device()
    await device.join(await signed_in("officer"))
    for _ in range(2):
        assert (await device.enter(client)).status_code == 201

    device.count = 1
    same = await device.enter(client)
    device.count = 5
    later = await device.enter(client)

    assert await refused(same)
    assert later.status_code == 201


async def test_another_key_and_an_unknown_one_look_the_same(
    signed_in: Any, an_account: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    device = Device()
    await device.join(await signed_in("officer"))
    other_key = Device(credential_id=device.credential_id)

    answers = [await other_key.enter(client), await Device().enter(client)]
    await db.execute("UPDATE accounts SET disabled_at = now()")
    answers.append(await device.enter(client))

    assert [await refused(answer) for answer in answers] == [True] * 3
    assert len({tuple(sorted(answer.headers.keys())) for answer in answers}) == 1


async def test_strangers_who_fail_the_password_do_not_close_the_passkey(
    signed_in: Any, client: httpx.AsyncClient
) -> None:
    person, device = await signed_in("officer"), Device()
    await device.join(person)
    for _ in range(10):
        await password(client, "officer.hufo", "sai")

    assert (await password(client, "officer.hufo")).status_code == 429
    assert (await device.enter(client)).status_code == 201
    assert (await person.get(ME)).status_code == 200


async def test_tries_with_passkeys_close_the_address(
    signed_in: Any, client: httpx.AsyncClient
) -> None:
    device = Device()
    await device.join(await signed_in("officer"))

    tries = [(await Device().enter(client)).status_code for _ in range(30)]

    assert set(tries) == {401}
    assert (await device.enter(client)).status_code == 429

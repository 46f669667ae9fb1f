"""Setting one-time codes up, signing in with them, and doing without them again."""

from typing import Any

import asyncpg
import httpx
import pytest

from gateway.running import Running
from gateway.testing_otp import enrol

URL = "/api/gateway/v1/authenticators"
SESSIONS = "/api/gateway/v1/sessions"
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"


async def sign_in(client: httpx.AsyncClient, name: str, otp: str = "") -> tuple[int, str]:
    said = {"username": name, "password": SENTENCE} | ({"otp": otp} if otp else {})
    answer = await client.post(SESSIONS, json=said)
    return answer.status_code, answer.json().get("code", "")


async def test_after_the_set_up_sign_in_asks_for_a_code(
    enrolled: Any, client: httpx.AsyncClient
) -> None:
    lan = await enrolled()
    code = lan.next_code()

    assert await sign_in(client, lan.username) == (401, "sessions.otp_required")
    assert await sign_in(client, lan.username, "000000") == (401, "sessions.otp_wrong")
    assert await sign_in(client, lan.username, code) == (201, "")
    assert await sign_in(client, lan.username, code) == (401, "sessions.otp_wrong"), "used once"
    assert await sign_in(client, "nobody", code) == (401, "sessions.wrong")


async def test_the_set_up_gives_a_new_session_and_says_what_is_there(enrolled: Any) -> None:
    lan = await enrolled()

    about = (await lan.client.get(URL)).json()
    mine = (await lan.client.get(f"{SESSIONS}/current")).json()

    assert (about["has_otp"], about["codes_left"], about["shortest_password"]) == (True, 10, 12)
    assert mine["has_otp"] is True
    again = await lan.client.post(f"{URL}/otp")
    assert (again.status_code, again.json()["code"]) == (409, "authenticators.already_there")


async def test_a_recovery_code_opens_once(enrolled: Any, client: httpx.AsyncClient) -> None:
    lan = await enrolled()
    typed = lan.codes[0].lower().replace("-", "")

    assert await sign_in(client, lan.username, typed) == (201, "")
    assert await sign_in(client, lan.username, lan.codes[0]) == (401, "sessions.otp_wrong")
    assert (await lan.client.get(URL)).json()["codes_left"] == 9


async def test_new_recovery_codes_end_the_earlier_ones(
    enrolled: Any, client: httpx.AsyncClient, signed_in: Any
) -> None:
    lan = await enrolled()
    proofs = {"password": SENTENCE, "otp": lan.codes[0]}

    wrong = await lan.client.post(f"{URL}/otp/codes", json=proofs | {"password": "x" * 20})
    done = await lan.client.post(f"{URL}/otp/codes", json=proofs)
    fresh = done.json()["codes"]

    assert (wrong.status_code, done.status_code, len(set(fresh))) == (401, 200, 10)
    assert await sign_in(client, lan.username, lan.codes[1]) == (401, "sessions.otp_wrong")
    assert await sign_in(client, lan.username, fresh[0]) == (201, "")
    assert (await lan.client.get(URL)).json()["codes_left"] == 9
    minh = await signed_in("viewer")
    none = await minh.post(f"{URL}/otp/codes", json=proofs)
    assert (none.status_code, none.json()["code"]) == (409, "authenticators.not_there")


async def test_five_wrong_codes_close_even_for_the_right_one(
    enrolled: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    lan = await enrolled()

    wrong = [await sign_in(client, lan.username, "000000") for _ in range(5)]
    right = await sign_in(client, lan.username, lan.next_code())

    assert set(wrong) == {(401, "sessions.otp_wrong")}
    assert right == (429, "sessions.too_many_tries")
    await db.execute("UPDATE failures SET at = now() - interval '5 minutes'")
    assert await sign_in(client, lan.username, lan.next_code()) == (201, "")


async def test_nothing_readable_is_kept(enrolled: Any, db: asyncpg.Connection) -> None:
    lan = await enrolled()

    whole = await db.fetchval(
        "SELECT string_agg(t::text, ' ') FROM (SELECT a::text AS t FROM authenticators a UNION ALL"
        " SELECT r::text FROM recovery_codes r UNION ALL SELECT c::text FROM changes c) AS x"
    )

    assert lan.app.secret not in whole
    assert lan.app.secret.encode().hex() not in whole
    assert not [code for code in lan.codes if code in whole]
    logged = await db.fetch("SELECT action FROM changes ORDER BY id")
    assert [row["action"] for row in logged] == ["sign_in", "confirm_otp"]


async def test_a_wrong_first_code_does_not_count_as_set_up(
    signed_in: Any, client: httpx.AsyncClient
) -> None:
    person = await signed_in()
    none_begun = await person.post(f"{URL}/otp/confirm", json={"otp": "123456"})
    await person.post(f"{URL}/otp")

    wrong = await person.post(f"{URL}/otp/confirm", json={"otp": "000000"})

    assert (none_begun.status_code, wrong.status_code) == (409, 409)
    assert wrong.json()["code"] == "authenticators.wrong_code"
    assert await sign_in(client, "officer.hufo") == (201, "")


async def test_who_need_not_may_remove_it_with_both_proofs(
    enrolled: Any, client: httpx.AsyncClient
) -> None:
    lan = await enrolled()
    removal = {"password": SENTENCE, "otp": "000000"}

    wrong = await lan.client.post(f"{URL}/otp/remove", json=removal)
    done = await lan.client.post(f"{URL}/otp/remove", json=removal | {"otp": lan.next_code()})

    assert (wrong.status_code, done.status_code) == (401, 200)
    assert done.json()["has_otp"] is False
    assert await sign_in(client, lan.username) == (201, "")


async def test_where_it_is_demanded_it_stays(enrolled: Any, running: Running) -> None:
    lan = await enrolled("approver")
    running.guard.asks_otp = True

    removal = {"password": SENTENCE, "otp": lan.next_code()}
    refused = await lan.client.post(f"{URL}/otp/remove", json=removal)

    assert (refused.status_code, refused.json()["code"]) == (409, "authenticators.must_stay")


@pytest.mark.parametrize("role", ["admin", "approver", "appraiser", "auditor"])
async def test_until_it_is_set_up_only_the_set_up_answers(
    signed_in: Any, running: Running, role: str
) -> None:
    person = await signed_in(role, "VUFO")
    running.guard.asks_otp = True
    refused = [
        await person.get("/api/registry/v1/x"),
        await person.get("/api/gateway/v1/accounts"),
        await person.get("/api/gateway/v1/sessions"),
    ]
    assert {(a.status_code, a.json()["code"]) for a in refused} == {(403, "identity.otp_missing")}
    assert (await person.get(f"{SESSIONS}/current")).json()["must_enrol"] is True

    await enrol(person, role)

    assert (await person.get("/api/registry/v1/x")).status_code == 200
    assert (await person.get(f"{SESSIONS}/current")).json()["must_enrol"] is False

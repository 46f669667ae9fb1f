"""Changing one's own password."""

from typing import Any

import asyncpg
import httpx

URL = "/api/gateway/v1/authenticators/password"
SESSIONS = "/api/gateway/v1/sessions"
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"
NEW = "một câu dài không ai đoán ra"


async def test_a_new_password_ends_the_other_sessions(
    signed_in: Any, browser: Any, db: asyncpg.Connection
) -> None:
    person, other = await signed_in(), browser()
    said = {"username": "officer.hufo", "password": SENTENCE}
    await other.post(SESSIONS, json=said)
    before = person.cookies["sid"]

    done = await person.post(URL, json={"password": SENTENCE, "new_password": NEW})

    assert done.status_code == 200, done.text
    assert person.cookies["sid"] != before
    assert (await person.get(f"{SESSIONS}/current")).status_code == 200
    assert (await other.get(f"{SESSIONS}/current")).status_code == 401
    assert (await other.post(SESSIONS, json=said)).status_code == 401
    assert (await other.post(SESSIONS, json=said | {"password": NEW})).status_code == 201
    row = await db.fetchval("SELECT changes::text FROM changes WHERE action = 'change_password'")
    assert row
    assert "argon2" not in row


async def test_a_weak_or_unproved_one_changes_nothing(
    signed_in: Any, client: httpx.AsyncClient
) -> None:
    person = await signed_in()
    bodies = [
        {"password": "sai", "new_password": NEW},
        {"password": SENTENCE, "new_password": "hufo hufo hufo 2026!"},
        {"password": SENTENCE, "new_password": "mười hai ký tự"},
    ]

    answers = [await person.post(URL, json=body) for body in bodies]

    assert [(a.status_code, a.json()["code"]) for a in answers] == [
        (401, "sessions.wrong"),
        (409, "accounts.password_guessable"),
        (409, "accounts.password_too_short"),
    ]
    said = {"username": "officer.hufo", "password": SENTENCE}
    assert (await client.post(SESSIONS, json=said)).status_code == 201


async def test_beside_one_time_codes_twelve_characters_are_enough(enrolled: Any) -> None:
    lan = await enrolled()
    body = {"password": SENTENCE, "new_password": "mười hai ký tự"}

    unproved = await lan.client.post(URL, json=body)
    done = await lan.client.post(URL, json=body | {"otp": lan.next_code()})

    assert (unproved.status_code, unproved.json()["code"]) == (401, "sessions.otp_required")
    assert done.status_code == 200, done.text
    lan.client.headers["X-CSRF-Token"] = done.json()["csrf_token"]
    removal = {"password": "mười hai ký tự", "otp": lan.codes[0]}
    alone = await lan.client.post("/api/gateway/v1/authenticators/otp/remove", json=removal)
    assert alone.json()["code"] == "authenticators.password_too_weak_alone"

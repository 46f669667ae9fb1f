"""What people and programs send is in no line that the house logs, in no refusal it answers, and in
no entry about a try; and nothing that they send moves a terminal or begins a line of the log."""

import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.contract.callers import Caller, Callers
from tests.system.polling import until

pytestmark = pytest.mark.asyncio(loop_scope="session")
MARK = secrets.token_hex(5)
SENT = {
    "name": f"Nguyễn Canary {MARK}",
    "phone": f"+84 909 {MARK}",
    "passport": f"C{MARK}",
    "email": f"{MARK}@example.invalid",
    "password": f"mat-khau-{MARK}",
    "token": f"eyJhbGciOiJFZERTQSJ9.{MARK}.x",
    "cookie": f"phien-{MARK}",
    "secret": f"nc_{MARK}",
}
# A line of its own, a terminal's orders in both spellings, text turned about.
MEAN = f"\r\nready FORGED {MARK}\x1b[2J\x9b31m\u202e\u2028"
MOVES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]")
SERVICES = {"registry": "ngos", "aid": "grants", "events": "events", "gateway": "accounts"}


async def test_no_canary_is_in_a_log_or_in_a_refusal(callers: Callers) -> None:
    text = " ".join(SENT.values())
    officer, admin = await callers.as_("officer"), await callers.as_("admin", "VUFO")
    nobody, refusals = callers.nobody, []
    said = {"username": SENT["email"], "password": SENT["password"]}
    refusals.append(await nobody.post("/api/gateway/v1/sessions", json=said))
    basic = (SENT["name"].encode(), SENT["secret"].encode())
    form = {"grant_type": "client_credentials", "scope": SENT["passport"]}
    refusals.append(await nobody.post("/oauth2/token", data=form, auth=basic))
    for service, things in SERVICES.items():
        url = f"/api/{service}/v1/{things}"
        bearer, cookie = f"Bearer {SENT['token']}", f"sid={SENT['cookie']}"
        refusals += [
            await nobody.get(url, headers={"Authorization": bearer}),
            await nobody.get(url, headers={"Cookie": cookie}),
            await admin.get(url, params={"q": text, "limit": SENT["phone"]}),
            await admin.post(url, json={"name_vi": text, SENT["passport"]: SENT["phone"]}),
            await admin.post(url, content=text.encode(), headers={"If-Match": SENT["secret"]}),
        ]
        found = await admin.get(url, params={"q": SENT["name"]})
        assert found.status_code == 200
    talk = {"kind": "seminar", "title_vi": f"Gặp {text}"[:200]}
    hours = {"starts_at": "2031-05-04T08:00:00+07:00", "ends_at": "2031-05-04T11:00:00+07:00"}
    made = await officer.post("/api/events/v1/events", json={**talk, **hours})
    assert made.status_code == 201, made.text
    # what is asked last is in the log when all that came before it is
    await officer.get(f"/api/events/v1/events/{made.json()['id']}")

    log = Path(os.environ["DATA_DIR"]).parent / "house.log"
    asked_last = f"/v1/events/{made.json()['id']}"
    await until(lambda: nobody.get("/livez"), lambda _: asked_last in log.read_text("utf-8"))
    answered = "\n".join(f"{one.text} {one.headers}" for one in refusals)
    assert {one.status_code for one in refusals} <= {401, 403, 415, 422}
    assert [key for key, value in SENT.items() if value in log.read_text("utf-8")] == []
    assert [key for key, value in SENT.items() if value in answered] == []


async def _entries(auditor: Caller, service: str, resource: str) -> str:
    query = {"resource": resource, "limit": 50}
    answer = await auditor.get(f"/api/{service}/v1/changes/entries", params=query)
    assert answer.status_code == 200, answer.text
    return "\n".join(_texts(answer.json()["items"]))


def _texts(value: Any) -> Iterator[str]:
    """Every text in an answer, as it is and not as JSON writes it."""
    if isinstance(value, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _texts(one)


async def test_what_stands_in_an_address_a_name_or_an_agent_reaches_neither_log_nor_entries(
    callers: Callers,
) -> None:
    admin, auditor = await callers.as_("admin", "VUFO"), await callers.as_("auditor", "VUFO")
    viewer = await callers.as_("viewer", "CANTHO")
    agent = f"Máy {MARK}\x9b31m".encode("latin-1", "replace")
    answers = [
        await callers.nobody.post(
            "/api/gateway/v1/sessions",
            json={"username": SENT["email"] + MEAN, "password": SENT["password"]},
            headers={"User-Agent": agent},
        )
    ]
    for service, things in SERVICES.items():
        for value in (*SENT.values(), MEAN):
            url = f"/api/{service}/v1/{things}/{quote(value)}"
            answers += [
                await admin.get(url),
                await viewer.post(url, json={"name_vi": value + MEAN}),
                await viewer.get(f"/api/{service}/v1/changes/entries/{quote(value)}"),
                # the door's own denial
                await viewer.post(url, json={}, headers={"X-CSRF-Token": SENT["token"]}),
            ]
        answers.append(await viewer.get(f"/api/{service}/v1/changes/entries"))
    assert {one.status_code for one in answers} <= {400, 401, 403, 404, 405, 422}
    assert [one for one in answers if one.status_code == 403], "nothing was denied"

    told = {}
    for service in SERVICES:
        answer = await until(
            lambda service=service: auditor.get(
                f"/api/{service}/v1/changes/entries", params={"resource": "denials", "limit": 1}
            ),
            lambda answer: answer.json()["items"],
        )
        assert answer.status_code == 200
        for resource in ("denials", "sessions", "exports"):
            told[service, resource] = await _entries(auditor, service, resource)
    values = {key: value for key, value in SENT.items() if key != "cookie"}
    for text in told.values():
        assert [key for key, value in values.items() if value in text] == []
        assert MOVES.search(text) is None
    log = (Path(os.environ["DATA_DIR"]).parent / "house.log").read_text("utf-8")
    assert [key for key, value in values.items() if value in log] == []
    assert [line for line in log.splitlines() if MARK in line] == []
    assert MOVES.search(log) is None

"""What people and programs send is in no line that the house logs and in no refusal it answers."""

import os
import secrets
from pathlib import Path

import pytest

from tests.contract.callers import Callers
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

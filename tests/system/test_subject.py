"""A person who signed in, holds a post, receives aid and is named in an event is forgotten by the
whole house; what is kept proves itself afterwards."""

import asyncio
import base64
import json
import secrets
import sys
from typing import Any
from uuid import uuid4

import pytest

from tests.contract.callers import Caller, Callers
from tests.system.polling import until

pytestmark = pytest.mark.asyncio(loop_scope="session")
SERVICES = ("gateway", "registry", "aid", "events")
NAME, PHONE = f"Nguyễn Thị Canary {secrets.token_hex(4)}", f"0909 {secrets.randbelow(10**6):06}"
USERNAME = f"canary.{secrets.token_hex(4)}"
TEXTS = [NAME, PHONE, USERNAME]


async def _made(who: Caller, url: str, said: dict[str, Any]) -> str:
    answer = await who.post(url, json=said)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def _export(admin: Caller, account: str) -> dict[str, Any]:
    """What each service has of her, in one file."""
    body = {"texts": TEXTS, "account_id": account}
    answer = await admin.post("/api/gateway/v1/subject-exports", json=body)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.json()["is_whole"]
    return dict(answer.json()["parts"])


def _records(parts: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {service: part["records"] for service, part in parts.items()}


async def _grant(officer: Caller, recipient: str) -> tuple[str, str]:
    """A dossier that does not name her, and a paper of it that does, inside."""
    donor = {"kind": "enterprise", "name_vi": f"Công ty {secrets.token_hex(4)} (demo)"}
    said = {
        "donor_id": await _made(officer, "/api/aid/v1/donors", donor),
        "recipient_id": recipient, "title_vi": "Xe lăn (demo)", "form": "non_project",
        "managing_agency": "Ủy ban nhân dân Thành phố Hồ Chí Minh", "purpose": "Xe lăn",
        "sectors": [{"code": "education", "percentage": "100"}], "provinces": ["VN-79"],
        "amount": {"amount": "1250000", "currency": "VND"},
    }  # fmt: skip
    grant = await _made(officer, "/api/aid/v1/grants", said)
    answer = await officer.post(
        f"/api/aid/v1/grants/{grant}/documents",
        files={"file": ("don.txt", f"Người nhận: {NAME}, {PHONE}".encode(), "text/plain")},
        data={"kind": "other"},
    )
    assert answer.status_code == 201, answer.text
    return grant, str(answer.json()["id"])


async def _asked(admin: Caller, service: str) -> list[dict[str, Any]]:
    """The log's newest line of who looked for a person."""
    query = {"resource": "subjects", "limit": 1}
    answer = await admin.get(f"/api/{service}/v1/changes/entries", params=query)
    return list(answer.json()["items"])


async def _feeds(admin: Caller) -> str:
    """Every change that a copy can still read, as text."""
    seen = []
    for service in SERVICES:
        after = "0"
        while True:
            url = f"/api/{service}/v1/changes"
            page = (await admin.get(url, params={"after": after})).json()
            if not page["items"]:
                break
            seen.append(json.dumps(page["items"], ensure_ascii=False))
            after = page["next"]
    return "\n".join(seen).casefold()


async def test_the_whole_house_forgets_a_person_and_still_proves_its_logs(
    callers: Callers,
) -> None:
    admin, password = await callers.as_("admin", "VUFO"), secrets.token_urlsafe(15)
    account = {
        "username": USERNAME, "name": NAME, "password": password, "roles": ["officer"],
        "unit_id": callers.unit_id("HUFO"), "unit_code": "HUFO",
    }  # fmt: skip
    person = await _made(admin, "/api/gateway/v1/accounts", account)
    url = f"https://kho-{secrets.token_hex(4)}.example.invalid/hook"
    told = {"name": "Kho dữ liệu (demo)", "url": url, "types": ["registry.officers"]}
    await _made(admin, "/api/gateway/v1/webhooks", told)
    hers = await callers.sign_in_with(USERNAME, password, "officer", "HUFO")
    post = {"person": NAME, "post": "chair", "title": "Chủ tịch", "known_on": "2026-01-02"}
    await _made(hers, "/api/registry/v1/officers", post)
    given = {"kind": "public_unit", "name_vi": f"Hộ bà {NAME}", "province": "VN-79"}
    grant, paper = await _grant(hers, await _made(hers, "/api/aid/v1/recipients", given))
    talk = {"kind": "seminar", "title_vi": f"Gặp {NAME}", "description": f"Gọi {PHONE}"}
    hours = {"starts_at": "2031-05-04T08:00:00+07:00", "ends_at": "2031-05-04T11:00:00+07:00"}
    await _made(hers, "/api/events/v1/events", {**talk, **hours})

    ask = {"texts": TEXTS, "account_id": person}
    await until(
        lambda: admin.post("/api/gateway/v1/subjects/find", json=ask),
        lambda answer: '"webhooks"' in answer.text,
    )
    exported = await _export(admin, person)
    before = _records(exported)
    paper_url = f"/api/aid/v1/grants/{grant}/documents/{paper}"
    taken = await hers.delete(paper_url, headers={"If-Match": '"1"'})
    assert taken.status_code == 204, taken.text
    (file,) = exported["aid"]["files"]
    for service in SERVICES:
        (entry,) = await _asked(admin, service)
        assert (entry["action"], [t for t in TEXTS if t in str(entry)]) == ("find", [])
    said = {"id": str(uuid4()), "texts": TEXTS, "reason": "Đơn số 12 (demo)"}
    gone = await admin.change("POST", f"/api/gateway/v1/accounts/{person}/erase", said, "*")
    assert gone.status_code == 200, gone.text
    for service in SERVICES:
        named = [
            {"resource": one["resource"], "id": one["id"]}
            for one in before[service]
            if one["resource"] != "accounts"
        ]
        files = exported[service]["files"]  # her paper, which is out by now
        named += [{"resource": one["resource"], "id": one["id"]} for one in files]
        # the gateway did its part of the account above, under this id
        body = {**said, "account_id": person, "records": named}
        body |= {"id": str(uuid4())} if service == "gateway" else {}
        answer = await admin.post(f"/api/{service}/v1/subjects/erase", json=body)
        assert answer.status_code == 200, answer.text

    resources = {s: {one["resource"] for one in found} for s, found in before.items()}
    assert resources == {
        "gateway": {"accounts", "webhooks"},
        "registry": {"officers"},
        "aid": {"grants", "recipients"},  # a dossier names who receives it
        "events": {"events"},
    }
    assert base64.b64decode(file["content"]).decode() == f"Người nhận: {NAME}, {PHONE}"
    after = await _export(admin, person)
    assert [(p["records"], p["files"]) for p in after.values()] == [([], [])] * 4
    feeds = await _feeds(admin)
    assert [text for text in TEXTS if text.casefold() in feeds] == []
    proof = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "deploy.audit", stdout=asyncio.subprocess.PIPE
    )
    report = (await proof.communicate())[0].decode()
    assert (proof.returncode, report.count("blanked on record: well")) == (0, 4), report

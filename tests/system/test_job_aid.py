"""Main job 2, a grant from draft to decision by three people, none of whom does two of it."""

import asyncio
import secrets
from typing import Any

import httpx
import pytest

from tests.contract.callers import NATIONAL, Caller, Callers
from tests.system.polling import until

pytestmark = pytest.mark.asyncio(loop_scope="session")
GRANTS = "/api/aid/v1/grants"
DAY = "2026-04-15"
PAPER = b"%PDF-1.4\n% a letter\n%%EOF\n"
# What is asked of each step, with a body that it takes.
APPRAISE = ("appraise", {"opinion": "Phù hợp với quy hoạch"})
APPROVE = (
    "approve",
    {"decision_number": "JOB-1/QĐ-UBND", "decided_on": DAY, "authority": "UBND Thành phố"},
)


async def _person(callers: Callers) -> Caller:
    """Somebody of HUFO who holds all three roles: only four eyes can then refuse a step."""
    name, password = f"job.{secrets.token_hex(4)}", secrets.token_urlsafe(15)
    account = {
        "username": name, "name": "Người ba vai (demo)", "password": password,
        "unit_id": callers.unit_id("HUFO"), "unit_code": "HUFO", "roles": ["officer", "appraiser"],
    }  # fmt: skip
    admin, second = await callers.as_("admin"), await callers.as_("admin", NATIONAL)
    made = await _made(admin, "/api/gateway/v1/accounts", account)
    # The right to approve takes two administrators.
    asked = {"account_id": made["id"], "role": "approver", "reason": "Quyết định 7 (demo)"}
    grant = await _made(admin, "/api/gateway/v1/role-grants", asked)
    given = await second.change("POST", f"/api/gateway/v1/role-grants/{grant['id']}/confirm", {}, 1)
    assert given.status_code == 200, given.text
    return await callers.sign_in_with(name, password, "officer", "HUFO")


async def _made(who: Caller, url: str, said: dict[str, Any]) -> dict[str, Any]:
    answer = await who.post(url, json=said)
    assert answer.status_code == 201, answer.text
    record: dict[str, Any] = answer.json()
    return record


async def _step(who: Caller, grant: str, step: tuple[str, Any]) -> httpx.Response:
    return await who.change("POST", f"{GRANTS}/{grant}/{step[0]}", step[1], "*")


def _refused(answer: httpx.Response) -> bool:
    return (answer.status_code, answer.json()["code"]) == (403, "aid.four_eyes")


async def _draft(preparer: Caller) -> str:
    """A complete dossier, its donor an NGO that the registry has just recorded."""
    name = f"Quỹ Nhà Tài Trợ {secrets.token_hex(3)} (demo)"
    ngo = await _made(preparer, "/api/registry/v1/ngos", {"name_vi": name, "home_country": "JP"})
    copied = await until(
        lambda: preparer.get(f"/api/aid/v1/donors/{ngo['id']}"), lambda a: a.status_code == 200
    )
    assert copied.json()["name_vi"] == name
    school = {"kind": "public_unit", "name_vi": "Trường Cầu Mới (demo)", "province": "VN-79"}
    recipient = await _made(preparer, "/api/aid/v1/recipients", school)
    dossier = {
        "title_vi": "Phòng học tiếng (demo)", "form": "project", "donor_id": ngo["id"],
        "recipient_id": recipient["id"], "managing_agency": "Sở Giáo dục", "purpose": "Phòng học",
        "sectors": [
            {"code": "education", "percentage": "66.67"}, {"code": "culture", "percentage": "33.33"}
        ],
        "provinces": ["VN-79"], "amount": {"amount": "2300000000", "currency": "VND"},
        "starts_on": "2026-05-01", "ends_on": "2027-05-01",
    }  # fmt: skip
    return str((await _made(preparer, GRANTS, dossier))["id"])


async def test_three_people_carry_a_grant_from_draft_to_decision(callers: Callers) -> None:
    preparer, appraiser, approver = [await _person(callers) for _ in range(3)]
    grant = await _draft(preparer)
    files = {"file": ("de-nghi.pdf", PAPER, "application/pdf")}
    papers = f"{GRANTS}/{grant}/documents"
    paper = await preparer.post(papers, files=files, data={"kind": "request"})
    assert paper.status_code == 201, paper.text
    read = await approver.get(f"{papers}/{paper.json()['id']}/content")
    assert read.content == PAPER
    assert read.headers["content-disposition"].startswith("attachment")

    assert (await _step(preparer, grant, ("submit", {}))).json()["status"] == "submitted"
    assert _refused(await _step(preparer, grant, APPRAISE)), "who prepared cannot appraise"
    assert (await _step(appraiser, grant, APPRAISE)).json()["status"] == "appraised"
    assert _refused(await _step(preparer, grant, APPROVE)), "who prepared cannot decide"
    assert _refused(await _step(appraiser, grant, APPROVE)), "who appraised cannot decide"
    reject = ("reject", {"reason": "Thử"})
    assert _refused(await _step(appraiser, grant, reject)), "nor decide against it"
    approved = (await _step(approver, grant, APPROVE)).json()
    assert (approved["status"], approved["approved_on"]) == ("approved", DAY)

    asked = {"by": "form", "unit": "HUFO", "from": DAY, "to": DAY}
    counted = await until(
        lambda: preparer.get("/api/aid/v1/statistics/grants", params=asked),
        lambda answer: answer.json()["total"]["count"] == 1,
    )
    assert counted.json()["total"]["committed"]["VND"] == "2300000000"


async def test_who_appraised_cannot_supplement_what_was_returned(callers: Callers) -> None:
    preparer, appraiser, approver = [await _person(callers) for _ in range(3)]
    grant = await _draft(preparer)
    for who, step in (
        (preparer, ("submit", {})),
        (appraiser, APPRAISE),
        (approver, ("return", {"reason": "Thiếu dự toán"})),
    ):
        assert (await _step(who, grant, step)).status_code == 200
    changed = await appraiser.change("PATCH", f"{GRANTS}/{grant}", {"ends_on": "2028-01-01"}, "*")
    assert _refused(changed)
    assert _refused(await _step(appraiser, grant, ("submit", {})))


async def test_two_approvers_at_once_decide_once(callers: Callers) -> None:
    preparer, appraiser, one, other = [await _person(callers) for _ in range(4)]
    grant = await _draft(preparer)
    assert (await _step(preparer, grant, ("submit", {}))).status_code == 200
    assert (await _step(appraiser, grant, APPRAISE)).status_code == 200
    late = ("reject", {"reason": "Không phù hợp"})
    told = await asyncio.gather(*(_step(who, grant, late) for who in (one, other) * 10))
    assert sorted(answer.status_code for answer in told) == [200] + [409] * 19


async def test_the_printed_totals_come_with_their_rate(callers: Callers) -> None:
    asked = {"by": "form", "unit": "HUFO", "from": "2021-01-01", "to": "2021-12-01"}
    viewer = await callers.as_("viewer")
    body = (await viewer.get("/api/aid/v1/statistics/grants", params=asked)).json()
    rows = {row["key"]["form"]: row for row in body["rows"]}
    assert (rows["non_project"]["count"], rows["non_project"]["committed"]) == (
        70, {"VND": "594500000000", "USD": "25847826.09"},
    )  # fmt: skip
    assert (rows["project"]["count"], rows["project"]["committed"]) == (
        15, {"VND": "275700000000", "USD": "11986956.52"},
    )  # fmt: skip
    (rate,) = body["rates"]
    assert (rate["rate"], rate["currency"], rate["verified"]) == ("23000", "USD", False)

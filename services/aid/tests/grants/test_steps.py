"""The steps of a dossier over HTTP."""

from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller, person_id

Making = Callable[..., Awaitable[dict[str, Any]]]
DECISION = {
    "decision_number": "77/QĐ-UBND",
    "decided_on": "2021-05-04",
    "authority": "Ủy ban nhân dân Thành phố Hồ Chí Minh",
}
OPINION = {"opinion": "Phù hợp quy hoạch, đủ điều kiện."}


async def test_a_dossier_goes_from_draft_to_approval_by_three_people(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant("appraised")

    answer = await client.as_("approver").act(
        f"/v1/grants/{grant['id']}/approve", grant["version"], DECISION
    )

    approved = answer.json()
    assert answer.status_code == 200, answer.text
    assert approved["status"] == "approved"
    assert approved["approved_on"] == approved["decided_on"] == "2021-05-04"
    assert approved["decision_number"] == "77/QĐ-UBND"
    assert approved["decided_by"] == str(person_id("approver@HUFO"))
    assert approved["allowed_actions"] == []


async def test_allowed_actions_are_those_of_the_caller(client: Caller, a_grant: Making) -> None:
    url = f"/v1/grants/{(await a_grant('submitted'))['id']}"

    allowed = {
        role: (await client.as_(role).get(url)).json()["allowed_actions"]
        for role in ("officer", "appraiser", "approver", "viewer", "admin")
    }

    assert allowed == {
        "officer": ["withdraw"],
        "appraiser": ["return", "appraise"],
        "approver": [],
        "viewer": [],
        "admin": [],
    }


async def test_an_incomplete_dossier_is_told_everything_it_lacks_at_once(client: Caller) -> None:
    officer = client.as_("officer")
    draft = (await officer.post("/v1/grants", json={"title_vi": "Trống", "form": "project"})).json()

    answer = await officer.act(f"/v1/grants/{draft['id']}/submit", 1)

    assert (answer.status_code, answer.json()["code"]) == (409, "aid.incomplete")
    assert {error["pointer"] for error in answer.json()["errors"]} == {
        "/donor_id", "/recipient_id", "/managing_agency", "/purpose", "/sectors", "/provinces",
        "/amount", "/starts_on", "/ends_on",
    }  # fmt: skip


async def test_sectors_must_add_up_to_exactly_one_hundred(client: Caller, a_grant: Making) -> None:
    thirds = [{"code": c, "percentage": "33.33"} for c in ("health", "education", "culture")]
    grant = await a_grant(sectors=thirds)

    answer = await client.as_("officer").act(f"/v1/grants/{grant['id']}/submit", 1)

    assert answer.status_code == 409
    (problem,) = answer.json()["errors"]
    assert problem["pointer"] == "/sectors"
    assert "99.99" in problem["detail"]


async def test_a_returned_dossier_is_supplemented_and_submitted_again(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant("supplement_requested")
    officer, url = client.as_("officer"), f"/v1/grants/{grant['id']}"
    assert grant["reason"] == "Thiếu dự toán."

    changed = await officer.merge(url, {"purpose": "Đã bổ sung dự toán."}, grant["version"])
    again = await officer.act(f"{url}/submit", changed.json()["version"])

    assert (again.status_code, again.json()["status"]) == (200, "submitted")


async def test_a_return_and_a_rejection_need_their_reason(client: Caller, a_grant: Making) -> None:
    grant = await a_grant("appraised")
    approver, url = client.as_("approver"), f"/v1/grants/{grant['id']}"

    for verb in ("return", "reject"):
        for body in ({}, {"reason": "  "}):
            answer = await approver.act(f"{url}/{verb}", grant["version"], body)
            assert answer.status_code == 422, (verb, body)
            assert answer.json()["errors"][0]["pointer"] == "/body/reason"


async def test_a_decision_of_tomorrow_is_refused_and_one_of_years_ago_is_taken(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant("appraised")
    approver, url = client.as_("approver"), f"/v1/grants/{grant['id']}/approve"

    ahead = await approver.act(url, grant["version"], DECISION | {"decided_on": "2199-01-01"})
    past = await approver.act(url, grant["version"], DECISION | {"decided_on": "2012-02-29"})

    assert (ahead.status_code, ahead.json()["code"]) == (409, "aid.day_to_come")
    assert past.status_code == 200


@pytest.mark.parametrize("status", ["approved", "rejected", "withdrawn"])
async def test_a_closed_dossier_does_not_change(
    client: Caller, a_grant: Making, db: asyncpg.Connection, status: str
) -> None:
    grant = await a_grant(status)
    url = f"/v1/grants/{grant['id']}"

    edited = await client.as_("officer").merge(url, {"title_vi": "Khác"}, grant["version"])
    withdrawn = await client.as_("officer").act(f"{url}/withdraw", grant["version"])

    assert (edited.status_code, edited.json()["code"]) == (409, "aid.wrong_status")
    assert (withdrawn.status_code, withdrawn.json()["code"]) == (409, "aid.wrong_status")
    with pytest.raises(asyncpg.CheckViolationError, match="decided grant"):
        await db.execute("UPDATE grants SET title_vi = 'Khác' WHERE id = $1", grant["id"])


async def test_a_step_needs_the_version_it_was_made_on(client: Caller, a_grant: Making) -> None:
    grant = await a_grant("submitted")
    appraiser, url = client.as_("appraiser"), f"/v1/grants/{grant['id']}/appraise"

    without = await appraiser.post(url, json=OPINION)
    stale = await appraiser.act(url, 1, OPINION)

    assert without.status_code == 428
    assert (stale.status_code, stale.json()["version"]) == (412, grant["version"])


async def test_history_tells_every_step_with_who_and_why(client: Caller, a_grant: Making) -> None:
    grant = await a_grant("rejected")

    entries = (await client.as_("auditor").get(f"/v1/grants/{grant['id']}/history")).json()["items"]

    assert [(entry["action"], entry["actor"]["name"]) for entry in entries] == [
        ("reject", "approver@HUFO"),
        ("appraise", "appraiser@HUFO"),
        ("submit", "officer@HUFO"),
        ("create", "officer@HUFO"),
    ]
    assert entries[0]["reason"] == "Không phù hợp."

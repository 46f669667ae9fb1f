"""A unit proposes, the one that keeps the record answers, and the record says who proposed what."""

from collections.abc import Callable
from typing import Any

import asyncpg
import httpx
import pytest

from chassis.testing import Caller

Staff = Callable[..., Caller]
URL = "/v1/proposals"
CHANGES = {"website": "https://moi.example", "founded_year": 1998}


async def proposed(staff: Staff, **changes: Any) -> dict[str, Any]:
    """By Cần Thơ, of a record that HUFO keeps."""
    ngo = await staff("officer").post(
        "/v1/ngos", json={"name_vi": "Quỹ Giả Định (demo)", "home_country": "US"}
    )
    body = {"patch": changes or CHANGES, "reason": "Theo thư của tổ chức", "source": "Thư 12"}
    made = await staff("officer", "CANTHO").post(URL, json={**body, "ngo_id": ngo.json()["id"]})
    assert made.status_code == 201, made.text
    return dict(made.json())


async def step(who: Caller, made: dict[str, Any], word: str, **body: Any) -> httpx.Response:
    return await who.act(f"{URL}/{made['id']}/{word}", made["version"], json=body)


async def record(staff: Staff, made: dict[str, Any]) -> dict[str, Any]:
    return dict((await staff("viewer").get(f"/v1/ngos/{made['ngo_id']}")).json())


async def test_what_is_accepted_stands_in_the_record_with_the_reason(staff: Staff) -> None:
    made = await proposed(staff)
    assert made["allowed_actions"] == ["withdraw"]
    before = await record(staff, made)

    done = await step(staff("officer"), made, "accept", answer="Đã đối chiếu")

    after = await record(staff, made)
    told = (await staff("viewer").get(f"/v1/ngos/{made['ngo_id']}/history")).json()["items"][0]
    assert done.json()["status"] == "accepted", done.text
    assert (before["website"], after["website"], after["founded_year"]) == (
        None,
        "https://moi.example",
        1998,
    )
    assert (told["action"], told["reason"], told["version"]) == (
        "proposal",
        "Theo thư của tổ chức",
        before["version"] + 1,
    )
    assert {field["field"] for field in told["fields"]} >= set(CHANGES)


async def test_some_fields_may_be_taken_and_the_rest_left(staff: Staff) -> None:
    made = await proposed(staff)

    done = await step(staff("officer"), made, "accept", fields=["founded_year"])

    after = await record(staff, made)
    assert done.json()["taken"] == ["founded_year"]
    assert (after["website"], after["founded_year"]) == (None, 1998)


async def test_a_record_that_was_changed_meanwhile_is_not_written_over(staff: Staff) -> None:
    made, own = await proposed(staff), staff("officer")
    ngo = await record(staff, made)
    url = f"/v1/ngos/{ngo['id']}"
    await own.merge(url, {"website": "https://khac.example"}, ngo["version"])

    refused = await step(own, made, "accept")
    rest = await step(own, made, "accept", fields=["founded_year"])

    assert (refused.status_code, refused.json()["code"]) == (409, "registry.proposal_overtaken")
    assert [error["pointer"] for error in refused.json()["errors"]] == ["/body/fields/website"]
    assert rest.status_code == 200
    assert (await record(staff, made))["website"] == "https://khac.example"


async def test_only_the_steward_or_the_national_union_answers(staff: Staff) -> None:
    made = await proposed(staff)

    own = await step(staff("officer", "CANTHO"), made, "accept")
    third = await step(staff("officer", "HAIPHONG"), made, "decline", reason="Không")
    not_theirs = await step(staff("officer"), made, "withdraw")
    national = await step(staff("officer", "VUFO"), made, "decline", reason="Chưa có văn bản")

    refusals = [(one.status_code, one.json()["code"]) for one in (own, third, not_theirs)]
    assert refusals == [
        (403, "registry.not_your_proposal"),
        (403, "registry.not_a_side"),
        (403, "registry.not_your_proposal"),
    ]
    assert (national.status_code, national.json()["answer"]) == (200, "Chưa có văn bản")
    assert (await record(staff, made))["version"] == 1
    late = await step(staff("officer"), {**made, "version": 2}, "accept")
    assert (late.status_code, late.json()["code"]) == (409, "registry.wrong_status")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"home_country": "US"}, "registry.nothing_proposed"),
        ({"home_country": "ZZ"}, "registry.unknown_country"),
        ({"identifiers": [{"scheme": "lei", "value": "123"}]}, "registry.identifier_check"),
    ],
)
async def test_what_the_record_could_not_take_is_not_proposed(
    staff: Staff, changes: dict[str, Any], code: str
) -> None:
    made = await proposed(staff)
    body = {"ngo_id": made["ngo_id"], "patch": changes, "reason": "Thử"}

    refused = await staff("officer", "CANTHO").post(URL, json=body)

    assert (refused.status_code, refused.json()["code"]) == (409, code)


async def test_who_keeps_the_record_changes_it_and_proposes_nothing(staff: Staff) -> None:
    made = await proposed(staff)
    body = {"ngo_id": made["ngo_id"], "patch": CHANGES, "reason": "Thử"}

    for who in (staff("officer"), staff("officer", "VUFO")):
        refused = await who.post(URL, json=body)
        assert (refused.status_code, refused.json()["code"]) == (409, "registry.own_record")


async def test_a_proposal_is_found_by_who_keeps_the_record_and_by_the_record_it_went_into(
    staff: Staff,
) -> None:
    made, viewer = await proposed(staff), staff("viewer", "HAIPHONG")
    other = await staff("officer").post(
        "/v1/ngos", json={"name_vi": "Hội Khác Hẳn (demo)", "home_country": "FR"}
    )
    ngo = await record(staff, made)
    merge = {"into": other.json()["id"], "reason": "Là một"}
    merged = await staff("officer").act(f"/v1/ngos/{ngo['id']}/merge", ngo["version"], json=merge)
    assert merged.status_code == 200, merged.text

    async def found(**params: str) -> list[str]:
        answer = await viewer.get(URL, params=params)
        return [item["id"] for item in answer.json()["items"]]

    assert await found(steward="HUFO", status="open") == [made["id"]]
    assert await found(ngo_id=other.json()["id"]) == [made["id"]]
    assert await found(unit="HUFO") == []
    gone = await step(staff("officer"), made, "accept")
    assert gone.json()["code"] == "registry.merged_away"


async def test_a_proposal_was_open_until_the_day_of_its_answer(
    staff: Staff, db: asyncpg.Connection
) -> None:
    made = await proposed(staff)
    done = (await step(staff("officer"), made, "accept", answer="Đã đối chiếu")).json()
    assert done["closed_on"] == done["proposed_on"] == made["proposed_on"]
    await db.execute("UPDATE proposals SET proposed_on = '2026-02-02', closed_on = '2026-02-20'")

    async def on(day: str) -> list[tuple[str, str | None, bool]]:
        items = (await staff("viewer").get(URL, params={"as_of": day})).json()["items"]
        return [(one["status"], one["answer"], bool(one["taken"])) for one in items]

    assert await on("2026-02-01") == []
    assert await on("2026-02-19") == [("open", None, False)]
    assert await on("2026-02-20") == [("accepted", "Đã đối chiếu", True)]
    for status, count in (("open", 1), ("accepted", 0)):
        asked = {"as_of": "2026-02-19", "status": status}
        assert len((await staff("viewer").get(URL, params=asked)).json()["items"]) == count

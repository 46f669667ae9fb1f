"""Lists of grants: whose they are, what filters find, what waits for whom."""

import csv
import io
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import httpx

from chassis.testing import Caller, unit_id

Making = Callable[..., Awaitable[dict[str, Any]]]


def _without_request_id(answer: httpx.Response) -> str:
    return answer.text.replace(answer.json()["request_id"], "…")


async def test_a_unit_lists_its_own_and_national_staff_any(client: Caller, a_grant: Making) -> None:
    ours, theirs = await a_grant(), await a_grant(unit="CANTHO")

    async def listed(caller: Caller, **params: str) -> set[str]:
        answer = await caller.get("/v1/grants", params=params)
        assert answer.status_code == 200, answer.text
        return {item["id"] for item in answer.json()["items"]}

    assert await listed(client.as_("viewer")) == {ours["id"]}
    assert await listed(client.as_("viewer"), unit="hufo") == {ours["id"]}
    assert await listed(client.as_("viewer", "VUFO")) == {ours["id"], theirs["id"]}
    assert await listed(client.as_("viewer", unit_id=None, unit_code=None)) == set()


async def test_another_units_code_is_refused_like_one_that_never_was(
    client: Caller, db: asyncpg.Connection
) -> None:
    await db.execute(
        "INSERT INTO units (id, version, code, name, national)"
        " VALUES ($1, 1, 'CANTHO', 'Liên hiệp Cần Thơ', false)",
        unit_id("CANTHO"),
    )

    for path in ("/v1/grants", "/v1/recipients", "/v1/statistics/grants"):
        answers = [
            await client.as_("viewer").get(path, params={"unit": unit})
            for unit in ("CANTHO", "NOWHERE")
        ]
        assert [a.status_code for a in answers] == [409, 409], path
        texts = [
            _without_request_id(a).replace(u, "…")
            for a, u in zip(answers, ("CANTHO", "NOWHERE"), strict=True)
        ]
        assert texts[0] == texts[1]


async def test_filters_find_what_they_name(client: Caller, a_grant: Making) -> None:
    approved = await a_grant("approved", title_vi="Nước sạch Cần Giờ", form="recovery")
    draft = await a_grant(provinces=["VN-31"])
    viewer = client.as_("viewer")

    async def found(**params: str) -> set[str]:
        answer = await viewer.get("/v1/grants", params=params)
        assert answer.status_code == 200, answer.text
        return {item["id"] for item in answer.json()["items"]}

    both, one, other = {approved["id"], draft["id"]}, {approved["id"]}, {draft["id"]}
    assert await found() == both
    assert await found(form="recovery") == await found(status="approved") == one
    assert await found(q="nuoc sach") == await found(q="NƯỚC SẠCH") == one
    assert await found(q=approved["code"].lower()) == one
    assert await found(q="cong ty gia dinh") == both  # the donor's name
    assert await found(q="100%") == set()
    assert await found(province="VN-31") == other
    assert await found(donor_id=approved["donor_id"]) == one
    assert await found(recipient_id=draft["recipient_id"]) == other
    assert await found(approved_from="2021-11-30", approved_to="2021-11-30") == one
    assert await found(approved_from="2021-12-01") == set()
    assert await found(approved_to="2021-11-29") == set()
    assert await found(approved_to="2199-01-01") == one
    assert (await viewer.get("/v1/grants", params={"colour": "red"})).status_code == 422


async def test_waiting_for_me_names_just_what_this_person_may_take(
    client: Caller, a_grant: Making
) -> None:
    by_status = {
        status: (await a_grant(status))["id"]
        for status in ("draft", "submitted", "supplement_requested", "appraised", "approved")
    }
    await a_grant("submitted", "CANTHO")

    async def waiting(role: str, unit: str = "HUFO", **claims: Any) -> set[str]:
        answer = await client.as_(role, unit, **claims).get(
            "/v1/grants", params={"waiting_for_me": "true"}
        )
        return {item["id"] for item in answer.json()["items"]}

    assert await waiting("officer") == {by_status["supplement_requested"]}
    assert await waiting("appraiser") == {by_status["submitted"]}
    assert await waiting("approver") == {by_status["appraised"]}
    assert await waiting("viewer") == set()
    # the same person under another role: barred by what was done before
    assert await waiting("appraiser", name="officer@HUFO") == set()
    assert await waiting("approver", name="appraiser@HUFO") == set()
    assert await waiting("appraiser", "VUFO") == set()


async def test_a_file_of_grants_holds_amounts_as_numbers_and_only_ones_own(
    client: Caller, a_grant: Making
) -> None:
    ours = await a_grant(amount={"amount": "594500000000", "currency": "VND"})
    await a_grant(unit="CANTHO")

    answer = await client.as_("viewer").get("/v1/grants", headers={"Accept": "text/csv"})

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["Id"] for row in rows] == [ours["id"]]
    assert (rows[0]["Giá trị cam kết"], rows[0]["Loại tiền"]) == ("594500000000,00", "VND")

"""Working days over HTTP: counted, listed by year, and moved by the national union."""

from typing import Any

import pytest

from chassis.testing import Caller

URL = "/v1/working-days"
DAYS = f"{URL}/exceptions"
SWAP = {
    "day": "2028-03-06",
    "kind": "off",
    "name_vi": "Nghỉ hoán đổi (thử nghiệm)",
    "source": "Thông báo giả định 01/TB (thử nghiệm)",
}


@pytest.mark.parametrize(
    ("params", "until", "count"),
    [
        ({"from": "2026-11-20", "days": 10}, "2026-12-07", None),
        ({"from": "2025-12-31", "days": 1}, "2026-01-05", None),  # 2 January is moved
        ({"from": "2026-01-09", "days": 1}, "2026-01-10", None),  # a Saturday that is worked
        ({"from": "2026-11-25", "days": -1}, "2026-11-23", None),
        ({"from": "2026-11-20", "to": "2026-12-07"}, None, 10),
        ({"from": "2026-12-07", "to": "2026-11-20"}, None, -10),
        ({"from": "2026-02-13", "days": 1, "to": "2026-02-23"}, "2026-02-23", 1),
        ({"from": "2026-11-22"}, None, None),
    ],
)
async def test_working_days_are_counted_both_ways(
    client: Caller, params: dict[str, Any], until: str | None, count: int | None
) -> None:
    answer = await client.as_("viewer").get(URL, params=params)

    assert answer.status_code == 200, answer.text
    assert (answer.json()["until"], answer.json()["count"]) == (until, count)
    assert answer.json()["from"] == params["from"]


async def test_an_answer_names_the_days_off_in_between_and_how_far_they_are_trusted(
    client: Caller,
) -> None:
    answer = await client.as_("viewer").get(URL, params={"from": "2026-11-23", "days": 1})

    (mark,) = answer.json()["marks"]
    assert (mark["day"], mark["name_en"]) == ("2026-11-24", "Vietnam Cultural Day")
    assert (mark["confidence"], mark["verified"]) == ("SECONDARY", False)
    assert answer.json()["verified"] is False


@pytest.mark.parametrize(
    ("params", "status", "code"),
    [
        ({"days": 1}, 422, "invalid"),
        ({"from": "2026-11-20", "days": 1001}, 422, "invalid"),
        ({"from": "1999-12-31", "days": 1}, 409, "registry.no_calendar"),
        ({"from": "2026-11-20", "to": "2100-01-01"}, 409, "registry.no_calendar"),
    ],
)
async def test_what_cannot_be_counted_is_refused(
    client: Caller, params: dict[str, Any], status: int, code: str
) -> None:
    answer = await client.as_("viewer").get(URL, params=params)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_a_year_lists_what_is_off_and_what_is_made_up(client: Caller) -> None:
    year = (await client.as_("viewer").get(f"{URL}/calendar", params={"year": 2026})).json()

    kinds = {mark["day"]: mark["kind"] for mark in year["marks"]}
    assert {kinds[day] for day in ("2026-01-02", "2026-02-16", "2026-11-24")} == {"off"}
    assert {kinds[day] for day in ("2026-01-10", "2026-08-22")} == {"work"}
    assert year["working_days"] == 249


async def test_a_moved_day_changes_what_is_counted_until_it_is_taken_back(client: Caller) -> None:
    admin = client.as_("admin", "VUFO")
    term = {"from": "2028-03-03", "days": 1}

    made = await admin.post(DAYS, json=SWAP, headers={"Idempotency-Key": "k"})
    again = await admin.post(DAYS, json=SWAP, headers={"Idempotency-Key": "k"})
    twice = await admin.post(DAYS, json=SWAP)
    url = f"{DAYS}/{made.json()['id']}"
    moved = (await admin.get(URL, params=term)).json()
    checked = await admin.merge(url, {"verified": True, "confidence": "QUOTED"}, 1)
    stale = await admin.merge(url, {"verified": False}, 1)
    gone = await admin.delete(url, headers={"If-Match": '"2"'})
    back = (await admin.get(URL, params=term)).json()
    entries = (await admin.get(url + "/history")).status_code

    assert (made.status_code, again.json()) == (201, made.json())
    assert (twice.status_code, twice.json()["code"]) == (409, "registry.day_taken")
    assert [answer.status_code for answer in (checked, stale, gone)] == [200, 412, 204]
    assert (moved["until"], back["until"]) == ("2028-03-07", "2028-03-06")
    assert moved["marks"][-1]["source"] == SWAP["source"]
    assert entries == 404


async def test_only_the_national_administrator_moves_days(client: Caller) -> None:
    url = (await client.as_("viewer").get(DAYS)).json()["items"][0]["id"]

    local = await client.as_("admin", "HUFO").post(DAYS, json=SWAP)
    officer = await client.as_("officer", "VUFO").post(DAYS, json=SWAP)
    blind = await client.as_("admin", "VUFO").merge(f"{DAYS}/{url}", {"verified": True}, None)
    foreign = await client.as_("admin", "HUFO").merge(f"{DAYS}/{url}", {"verified": True}, 1)

    assert (local.status_code, local.json()["code"]) == (403, "registry.national_only")
    assert (officer.status_code, officer.json()["code"]) == (403, "identity.role")
    assert [blind.status_code, foreign.status_code] == [428, 403]


async def test_the_moved_days_are_listed_with_their_sources(client: Caller) -> None:
    params = {"day_from": "2026-01-01", "day_to": "2026-08-31", "sort": "day", "count": "true"}

    seen = (await client.as_("viewer").get(DAYS, params=params)).json()
    first = (await client.as_("viewer").get(DAYS, params={**params, "limit": 1})).json()
    kept = await client.as_("admin", "VUFO").get(DAYS, params=params)

    assert [item["day"] for item in seen["items"]] == [
        *("2026-01-02", "2026-01-10", "2026-08-22", "2026-08-31")
    ]
    assert seen["total"] == 4
    assert first["next_cursor"]
    assert {item["verified"] for item in seen["items"]} == {False}
    assert seen["items"][0]["allowed_actions"] == []
    assert kept.json()["items"][0]["allowed_actions"] == ["update", "delete"]

"""Certificates over HTTP: entered, corrected, listed by day and deadline."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from chassis.days import today as vietnam_today
from chassis.testing import Caller

URL = "/v1/certificates"
NOBODY = "00000000-0000-7000-8000-000000000000"
NGO = {"name_vi": "Quỹ Hữu nghị Giả Định", "home_country": "US", "sectors": ["education"]}
CERTIFICATE = {
    "kind": "operation",
    "number": "01/2024/HĐ",
    "issuer": "Bộ Ngoại giao",
    "issued_on": "2024-01-10",
    "valid_from": "2024-01-15",
    "valid_to": "2027-01-09",
    "provinces": ["VN-79"],
    "sectors": ["education"],
}


@pytest.fixture
async def ngo(client: Caller) -> str:
    """The id of an NGO whose record HUFO keeps."""
    answer = await client.as_("officer").post("/v1/ngos", json=NGO)
    return str(answer.json()["id"])


async def enter(client: Caller, ngo: str, unit: str = "HUFO", **fields: Any) -> httpx.Response:
    body = {**CERTIFICATE, "ngo_id": ngo, **fields}
    return await client.as_("officer", unit).post(URL, json=body)


async def a_certificate(client: Caller, ngo: str, **fields: Any) -> dict[str, Any]:
    answer = await enter(client, ngo, **fields)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_an_officer_enters_a_certificate_and_everybody_reads_it(
    client: Caller, ngo: str
) -> None:
    made = await a_certificate(client, ngo)

    read = await client.as_("viewer", "CANTHO").get(f"{URL}/{made['id']}")

    assert read.json() == {**made, "allowed_actions": []}
    assert read.headers["etag"] == '"1"'
    assert made["ngo_id"] == ngo


async def test_only_the_steward_and_the_national_union_enter_and_correct(
    client: Caller, ngo: str
) -> None:
    stranger = await enter(client, ngo, "CANTHO")
    national = await enter(client, ngo, "VUFO")
    url = f"{URL}/{national.json()['id']}"
    correction = await client.as_("officer", "CANTHO").merge(url, {"issuer": "X"}, 1)

    assert (stranger.status_code, stranger.json()["code"]) == (403, "registry.not_steward")
    assert national.status_code == 201
    assert (correction.status_code, correction.json()["code"]) == (403, "registry.not_steward")


async def test_a_correction_names_its_version_and_stands_in_the_history(
    client: Caller, ngo: str
) -> None:
    url, officer = f"{URL}/{(await a_certificate(client, ngo))['id']}", client.as_("officer")

    blind = await officer.merge(url, {"valid_to": "2027-01-08"}, None)
    done = await officer.merge(url, {"valid_to": "2027-01-08"}, 1)
    stale = await officer.merge(url, {"valid_to": "2027-01-07"}, 1)
    entries = (await officer.get(url + "/history")).json()["items"]

    assert [answer.status_code for answer in (blind, done, stale)] == [428, 200, 412]
    changed = {"field": "valid_to", "before": "2027-01-09", "after": "2027-01-08"}
    assert entries[0]["fields"] == [changed]
    assert [entry["action"] for entry in entries] == ["update", "create"]


@pytest.mark.parametrize(
    ("fields", "status", "code", "pointer"),
    [
        ({"valid_to": "2024-01-14"}, 409, "registry.dates_out_of_order", "/body/valid_to"),
        ({"issued_on": "2027-01-10"}, 409, "registry.dates_out_of_order", "/body/issued_on"),
        ({"ended_on": "2024-01-09"}, 409, "registry.dates_out_of_order", "/body/ended_on"),
        ({"sectors": ["no_such"]}, 409, "registry.unknown_sector", "/body/sectors"),
        ({"ngo_id": NOBODY}, 409, "registry.unknown_ngo", "/body/ngo_id"),
        ({"provinces": []}, 422, "invalid", "/body/provinces"),
        ({"kind": "diplomatic"}, 422, "invalid", "/body/kind"),
        ({"valid_to": "2026-02-30"}, 422, "invalid", "/body/valid_to"),
    ],
)
async def test_what_cannot_be_entered_is_refused_by_name(
    client: Caller, ngo: str, fields: dict[str, Any], status: int, code: str, pointer: str
) -> None:
    answer = await enter(client, ngo, **fields)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_correction_may_not_turn_the_dates_around(client: Caller, ngo: str) -> None:
    url = f"{URL}/{(await a_certificate(client, ngo))['id']}"

    answer = await client.as_("officer").merge(url, {"valid_from": "2028-01-01"}, 1)

    assert (answer.status_code, answer.json()["code"]) == (409, "registry.dates_out_of_order")


@pytest.mark.parametrize(
    ("issued_on", "province", "status"),
    [
        ("2025-06-30", "VN-74", 201),  # Bình Dương, on its last day
        ("2025-07-01", "VN-74", 409),  # merged into the city that morning
        ("2025-07-01", "VN-79", 201),
        ("2024-01-10", "VN-99", 409),
    ],
)
async def test_a_province_must_have_held_its_code_on_the_day_of_issue(
    client: Caller, ngo: str, issued_on: str, province: str, status: int
) -> None:
    day = {"issued_on": issued_on, "valid_from": issued_on, "valid_to": "2027-12-31"}

    answer = await enter(client, ngo, provinces=[province], **day)

    assert answer.status_code == status
    if status == 409:
        assert answer.json()["code"] == "registry.unknown_province"


async def test_a_number_stands_once_per_kind(client: Caller, ngo: str) -> None:
    await a_certificate(client, ngo)

    again = await enter(client, ngo, valid_from="2030-01-01", valid_to="2031-01-01")
    office = await enter(client, ngo, kind="representative_office")

    assert (again.status_code, again.json()["code"]) == (409, "registry.certificate_taken")
    assert office.status_code == 201


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"valid_from": "2027-01-09", "valid_to": "2030-01-08"}, 409),  # the last day of the first
        ({"valid_from": "2027-01-10", "valid_to": "2030-01-08"}, 201),  # the day after
        ({"valid_from": "2020-01-01", "valid_to": None, "issued_on": "2020-01-01"}, 409),
        ({"kind": "representative_office"}, 201),
    ],
)
async def test_an_ngo_operates_under_one_certificate_at_a_time(
    client: Caller, ngo: str, fields: dict[str, Any], status: int
) -> None:
    await a_certificate(client, ngo)

    answer = await enter(client, ngo, number="02/2027/HĐ", **fields)

    assert answer.status_code == status, answer.text
    if status == 409:
        assert answer.json()["code"] == "registry.certificate_overlap"


async def test_an_early_end_makes_room_for_the_next(client: Caller, ngo: str) -> None:
    url = f"{URL}/{(await a_certificate(client, ngo))['id']}"
    await client.as_("officer").merge(url, {"ended_on": "2025-01-01"}, 1)

    following = await enter(client, ngo, number="02", valid_from="2025-01-01")

    assert following.status_code == 201


async def listed(client: Caller, **params: Any) -> list[str]:
    answer = await client.as_("viewer").get(URL, params=params)
    assert answer.status_code == 200, answer.text
    return [item["number"] for item in answer.json()["items"]]


async def test_as_of_keeps_what_was_valid_that_day(client: Caller, ngo: str) -> None:
    await a_certificate(client, ngo, ended_on="2025-01-01")
    await a_certificate(client, ngo, number="02", valid_from="2025-01-01", valid_to=None)

    assert await listed(client, as_of="2024-01-14") == []
    assert await listed(client, as_of="2024-01-15") == ["01/2024/HĐ"]
    assert await listed(client, as_of="2024-12-31") == ["01/2024/HĐ"]
    assert await listed(client, as_of="2025-01-01") == ["02"]
    assert await listed(client, ngo_id=ngo) == ["02", "01/2024/HĐ"]
    assert await listed(client, number="02", province="VN-79", kind="operation") == ["02"]


async def test_expiring_within_is_what_the_deadline_board_needs(client: Caller, ngo: str) -> None:
    today = vietnam_today()
    for number, days in (("past", -1), ("today", 0), ("soon", 30), ("later", 31)):
        body = {**NGO, "name_vi": f"Quỹ của {days} ngày"}
        other = (await client.as_("officer").post("/v1/ngos", json=body)).json()["id"]
        last = (today + timedelta(days=days)).isoformat()
        await a_certificate(client, other, number=number, valid_to=last)
    await a_certificate(
        client, ngo, number="ended", valid_to=today.isoformat(), ended_on="2025-01-01"
    )

    found = await listed(client, expiring_within=30, sort="valid_to")

    assert found == ["today", "soon"]


async def test_a_program_sees_beforehand_when_a_certificate_has_run_out(
    client: Caller, ngo: str
) -> None:
    last = vietnam_today() + timedelta(days=40)
    made = await a_certificate(client, ngo, valid_to=last.isoformat())
    url, who = f"{URL}/{made['id']}", client.as_("viewer")

    statuses = [
        (await who.get(url, headers={"X-Test-Today": day.isoformat()})).json()["status"]
        for day in (last, last + timedelta(days=1))
    ]

    assert statuses == ["active", "expired"]
    due = await who.get(
        f"{URL}?expiring_within=5",
        headers={"X-Test-Today": (last - timedelta(days=3)).isoformat()},
    )
    assert [one["id"] for one in due.json()["items"]] == [made["id"]]
    assert (await who.get(f"{URL}?expiring_within=5")).json()["items"] == []

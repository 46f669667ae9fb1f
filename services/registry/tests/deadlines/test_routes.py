"""The board over HTTP: what stands on it, in which order, for whom."""

from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from fastapi import FastAPI

from chassis.days import today as vietnam_today
from chassis.testing import Caller
from registry.demo.load import Loaded
from registry.demo.procedures import PLANS, enter_procedures

URL = "/v1/deadlines"
NUMBERS = count(1000)


async def an_ngo(client: Caller, unit: str = "HUFO") -> str:
    # a number of its own, or the register warns that it may be another's
    body = {"name_vi": f"Quỹ của {next(NUMBERS)} người", "home_country": "US", "sectors": []}
    answer = await client.as_("officer", unit).post("/v1/ngos", json=body)
    return str(answer.json()["id"])


async def a_certificate(
    client: Caller, days: int, unit: str = "HUFO", **fields: Any
) -> dict[str, Any]:
    """A certificate whose last day is so many days from today."""
    today = vietnam_today()
    body = {
        "ngo_id": fields.pop("ngo_id", None) or await an_ngo(client, unit),
        "kind": "operation",
        "number": f"{days}/{unit}",
        "issuer": "Bộ Ngoại giao",
        "issued_on": str(today - timedelta(days=700)),
        "valid_from": str(today - timedelta(days=700)),
        "valid_to": str(today + timedelta(days=days)),
        "provinces": ["VN-79"],
        "sectors": [],
        **fields,
    }
    answer = await client.as_("officer", unit).post("/v1/certificates", json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def board(client: Caller, unit: str = "HUFO", **params: Any) -> list[dict[str, Any]]:
    answer = await client.as_("viewer", unit).get(URL, params=params)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    # a year's reports come and go with the day of the test: see test_others
    return [item for item in items if item["what"] != "report"]


async def test_certificates_that_run_out_stand_in_their_bands(client: Caller) -> None:
    for days in (-1, 0, 60, 61, 90, 91, 120, 121):
        await a_certificate(client, days)

    items = await board(client)

    assert [(item["days_left"], item["urgency"]) for item in items] == [
        (0, "soon"), (60, "within_60"), (61, "within_90"), (90, "within_90"),
        (91, "within_120"), (120, "within_120"),
    ]  # fmt: skip
    assert {item["what"] for item in items} == {"expiry"}
    assert len(await board(client, within=121)) == 7


async def test_a_renewed_or_ended_certificate_is_no_deadline(client: Caller) -> None:
    first = await a_certificate(client, 30)
    start = str(vietnam_today() + timedelta(days=31))
    await a_certificate(
        client, 1000, ngo_id=first["ngo_id"], number="2", valid_from=start, issued_on=start
    )
    await a_certificate(client, 40, ended_on=str(vietnam_today()))

    assert await board(client) == []


async def test_a_running_procedure_stands_with_its_step_and_its_whole(client: Caller) -> None:
    made = await a_certificate(client, 300)
    officer = client.as_("officer")
    body = {"kind": "reissue", "certificate_id": made["id"], "opened_on": "2026-03-02"}
    opened = (await officer.post("/v1/procedures", json=body)).json()
    url, version = f"/v1/procedures/{opened['id']}", 1
    paper = {"dated": "2026-03-02", "issuer": "Giả định", "summary": "Giả định"}
    for verb, said in (
        ("tick", {"item": "application", "note": "tủ 1"}),
        ("tick", {"item": "original", "note": "tủ 1"}),
        ("file", {"on": "2026-03-02", "paper": paper}),
        ("accept", {"on": "2026-03-03", "paper": paper}),
    ):
        answer = await officer.act(f"{url}/{verb}", version, said)
        version = answer.json()["version"]

    late = await board(client, overdue="true")
    pages = []
    cursor: dict[str, str] = {"ngo_id": made["ngo_id"]}
    for _ in late:
        page = (await officer.get(URL, params={"limit": 1, "overdue": "true", **cursor})).json()
        pages += page["items"]
        cursor["cursor"] = page["next_cursor"]

    told = [(item["what"], item["due_on"], item["status"]) for item in late]
    assert told == [("step", "2026-03-05", "accepted"), ("overall", "2026-04-07", "accepted")]
    assert {item["urgency"] for item in late} == {"overdue"}
    assert all(item["working_days_left"] < 0 for item in late)
    assert {item["certificate_number"] for item in late} == {"300/HUFO"}
    assert pages == late
    assert len(await board(client, what="step", kind="reissue")) == 1
    assert await board(client, kind="extend") == []
    assert len(await board(client, q="quy cua", within=300)) == 3
    assert await board(client, q="khong co") == []


async def test_an_extension_in_hand_shows_its_last_day_to_be_filed(client: Caller) -> None:
    made = await a_certificate(client, 100)
    body = {"kind": "extend", "certificate_id": made["id"]}
    await client.as_("officer").post("/v1/procedures", json=body)

    items = await board(client)

    assert [item["what"] for item in items] == ["filing", "expiry"]
    latest = vietnam_today() + timedelta(days=40)
    assert latest - timedelta(days=11) <= date.fromisoformat(items[0]["due_on"]) <= latest


@pytest.mark.parametrize(
    ("unit", "params", "count"),
    [("HUFO", {}, 1), ("CANTHO", {}, 1), ("VUFO", {}, 2), ("HUFO", {"ngo_id": "other"}, 0)],
)
async def test_a_unit_sees_its_own_deadlines_and_the_national_union_all(
    client: Caller, unit: str, params: dict[str, Any], count: int
) -> None:
    await a_certificate(client, 30)
    other = await a_certificate(client, 30, "CANTHO")
    params = {name: other["ngo_id"] for name in params}

    assert len(await board(client, unit, **params)) == count


async def test_the_demonstration_has_something_due_late_and_waiting(
    client: Caller, app: FastAPI, demo: Loaded
) -> None:
    async with app.state.sessions() as session, session.begin():
        entered = await enter_procedures(session)
    async with app.state.sessions() as session, session.begin():
        again = await enter_procedures(session)

    answer = await client.as_("viewer", "VUFO").get("/v1/procedures", params={"sort": "due"})
    items = answer.json()["items"]

    assert (entered, again) == (len(PLANS), 0)
    assert {item["status"] for item in items} == {
        *("draft", "supplement_requested", "accepted", "consulting", "submitted")
    }
    assert all(item["demo"] for item in items)
    late = await board(client, "VUFO", overdue="true")
    assert late

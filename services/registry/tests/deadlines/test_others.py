"""On the board besides certificates and procedures: what is owed, and agreements."""

from collections.abc import Callable
from typing import Any

import pytest

from chassis.testing import Caller

Staff = Callable[..., Caller]
URL = "/v1/deadlines"


async def on(who: Caller, day: str, **params: Any) -> list[dict[str, Any]]:
    answer = await who.get(URL, params=params, headers={"X-Test-Today": day})
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def an_ngo(staff: Staff, number: str = "1") -> str:
    own = staff("officer")
    ngo = {"name_vi": f"Quỹ Giả Định {number} (demo)", "home_country": "US"}
    ngo_id = str((await own.post("/v1/ngos", json=ngo)).json()["id"])
    days = {"issued_on": "2023-01-01", "valid_from": "2023-01-01", "valid_to": "2025-12-31"}
    body = {"ngo_id": ngo_id, "kind": "operation", "number": number, "issuer": "Bộ Ngoại giao"}
    made = await own.post("/v1/certificates", json={**body, **days, "provinces": ["VN-79"]})
    assert made.status_code == 201, made.text
    return ngo_id


async def test_a_years_reports_are_one_line_with_how_many_are_open(staff: Staff) -> None:
    first, _, third = [await an_ngo(staff, str(n)) for n in range(3)]
    report = {"rule": "NGO-28", "year": 2024}
    came = {"outcome": "done", "done_on": "2024-12-01", "evidence": "Báo cáo 5 (demo)"}
    own = staff("officer")
    assert (await own.post("/v1/obligations", json={**report, "ngo_id": first, **came})).is_success
    noted = {**report, "ngo_id": third, "note": "Đã nhắc"}
    assert (await own.post("/v1/obligations", json=noted)).is_success

    (line,) = await on(own, "2024-12-16", what="report")

    told = (line["rule"], line["year"], line["count"], line["due_on"], line["urgency"])
    assert told == ("NGO-28", 2024, 2, "2024-12-18", "soon")
    assert line["ngo_id"] is None
    assert await on(own, "2024-08-19", what="report") == []
    assert [one["year"] for one in await on(own, "2025-04-17", what="report")] == [2024]
    assert await on(own, "2025-04-18", what="report") == []
    assert await on(own, "2024-12-16", what="report", ngo_id=first) == []
    assert await on(staff("officer", "HAIPHONG"), "2024-12-16", what="report") == []


async def test_the_last_report_that_came_takes_the_line_off(staff: Staff) -> None:
    ngo, own = await an_ngo(staff), staff("officer")
    nothing = {"outcome": "not_applicable", "done_on": "2024-12-01", "evidence": "Đã giải thể"}
    report = {"rule": "NGO-28", "year": 2024, "ngo_id": ngo}

    assert len(await on(own, "2024-12-16", what="report")) == 1
    assert (await own.post("/v1/obligations", json={**report, **nothing})).is_success

    assert await on(own, "2024-12-16", what="report") == []


async def test_comingos_report_is_the_national_unions_line(staff: Staff) -> None:
    lines = await on(staff("viewer", "VUFO", national=True), "2024-12-16", what="report")

    assert [(one["rule"], one["due_on"]) for one in lines] == [("NGO-32", "2024-12-25")]


async def test_what_an_ngo_owes_is_due_until_it_came(staff: Staff) -> None:
    ngo, own = await an_ngo(staff), staff("officer")
    body = {"rule": "NGO-30", "ngo_id": ngo, "since": "2024-03-04"}
    made = (await own.post("/v1/obligations", json=body)).json()

    (line,) = await on(own, "2024-03-20", what="duty")
    other = await on(staff("officer", "HAIPHONG"), "2024-03-20", what="duty")
    came = {"outcome": "done", "done_on": "2024-03-20", "evidence": "Công văn 7 (demo)"}
    await own.merge(f"/v1/obligations/{made['id']}", came, 1)

    assert (line["obligation_id"], line["rule"], line["due_on"], line["urgency"]) == (
        made["id"], "NGO-30", "2024-03-14", "overdue",
    )  # fmt: skip
    assert line["ngo_id"] == ngo
    assert other == []
    assert await on(own, "2024-03-20", what="duty") == []


@pytest.fixture
async def agreement(staff: Staff) -> dict[str, Any]:
    """Of HUFO and Cần Thơ, kept by HUFO, in force from 2024 to the end of June 2025."""
    units = (await staff("viewer").get("/v1/units", params={"limit": 200})).json()["items"]
    ids = {one["code"]: one["id"] for one in units}
    body = {
        "kind": "coordination",
        "title_vi": "Quy chế phối hợp Giả Định (demo)",
        "parties": [{"name": code, "unit_id": ids[code]} for code in ("HUFO", "CANTHO")],
        "starts": {"date": "2024-01-01"},
        "ends": {"date": "2025-06-30"},
        "clauses": [
            {"number": "1", "text": "Trao đổi thông tin"},
            {"number": "2", "text": "Tập huấn", "due_on": "2024-10-15"},
        ],
    }
    made = await staff("officer").post("/v1/agreements", json=body)
    assert made.status_code == 201, made.text
    return dict(made.json())


@pytest.mark.parametrize("unit", ["HUFO", "CANTHO"])
async def test_an_agreement_stands_with_its_end_for_each_union_that_is_a_party(
    staff: Staff, agreement: dict[str, Any], unit: str
) -> None:
    who = staff("viewer", unit)

    (line,) = await on(who, "2025-05-01", what="agreement")

    assert (line["agreement_id"], line["due_on"]) == (agreement["id"], "2025-06-30")
    assert line["agreement_title_vi"] == agreement["title_vi"]
    assert await on(who, "2025-03-01", what="agreement") == []
    assert await on(who, "2025-07-01", what="agreement") == []
    assert len(await on(who, "2025-05-01", what="agreement", q="quy che")) == 1
    assert await on(staff("viewer", "HAIPHONG"), "2025-05-01", what="agreement") == []


async def test_an_agreement_that_is_continued_or_was_ended_is_no_deadline(
    staff: Staff, agreement: dict[str, Any]
) -> None:
    own = staff("officer")
    fields = ("kind", "title_vi", "parties")
    after = {
        "starts": {"date": "2025-07-01"},
        "ends": {"date": "2030-06-30"},
        "predecessor_id": agreement["id"],
    }
    body = {**{name: agreement[name] for name in fields}, **after}
    made = await own.post("/v1/agreements", json=body)

    assert made.status_code == 201, made.text
    assert await on(own, "2025-05-01", what="agreement") == []
    await own.merge(f"/v1/agreements/{made.json()['id']}", {"ended_on": "2026-01-01"}, 1)
    assert await on(own, "2030-05-01", what="agreement") == []


async def test_the_next_half_year_without_a_review_is_due(
    staff: Staff, agreement: dict[str, Any]
) -> None:
    own = staff("officer")
    where = f"/v1/agreements/{agreement['id']}/reviews"

    async def due(day: str) -> list[str]:
        return [one["due_on"] for one in await on(own, day, what="review")]

    assert await due("2024-05-01") == await due("2025-01-10") == ["2024-06-30"]
    review = {"period_end": "2024-06-30", "held_on": "2024-07-05", "findings": "Đạt (demo)"}
    assert (await own.act(where, 1, review)).status_code == 200
    assert await due("2025-01-10") == ["2024-12-31"]
    assert await due("2023-12-31") == await due("2025-07-01") == []
    stands = (await own.get(f"/v1/agreements/{agreement['id']}")).json()
    assert stands["reviews"][0]["period_end"] == "2024-06-30"


async def test_a_clause_with_a_day_is_due_until_something_shows_it_was_kept(
    staff: Staff, agreement: dict[str, Any]
) -> None:
    own = staff("officer")
    (line,) = await on(own, "2024-10-20", what="clause")
    shown = {"clause": "1", "on": "2024-10-01", "kind": "training", "summary": "Lớp (demo)"}
    where = f"/v1/agreements/{agreement['id']}/evidence"

    await own.act(where, 1, shown)
    still = await on(own, "2024-10-20", what="clause")
    await own.act(where, 2, {**shown, "clause": "2"})

    assert (line["clause"], line["due_on"], line["urgency"]) == ("2", "2024-10-15", "overdue")
    assert len(still) == 1
    assert await on(own, "2024-10-20", what="clause") == []


async def test_every_line_of_the_board_is_on_one_page_only(
    staff: Staff, agreement: dict[str, Any]
) -> None:
    own, day = staff("officer"), "2024-12-16"
    await own.post(
        "/v1/obligations",
        json={"rule": "NGO-30", "ngo_id": await an_ngo(staff), "since": "2024-12-10"},
    )
    whole, pages, cursor = await on(own, day, within=365), [], {}
    for _ in whole:
        answer = await own.get(
            URL, params={"limit": 1, "within": 365, **cursor}, headers={"X-Test-Today": day}
        )
        pages += answer.json()["items"]
        cursor = {"cursor": answer.json()["next_cursor"]}

    assert pages == whole
    assert {one["what"] for one in whole} == {"clause", "review", "report", "duty", "agreement"}

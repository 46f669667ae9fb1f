"""Agreements over HTTP: the two of HUFO and Hậu Giang, evidence by clause, reviews by half-year."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from chassis.days import today as vietnam_today
from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]
SIDES = [{"name": "Liên hiệp (demo)"}, {"name": "Sở Giả Định (demo)"}]


def body(**said: Any) -> dict[str, Any]:
    return {
        "kind": "coordination",
        "title_vi": "Quy chế phối hợp (demo)",
        "parties": SIDES,
        "starts": {"date": "2026-01-01"},
        "ends": {"date": "2030-01-01", "precision": "year"},
        "clauses": [{"number": "1", "text": "Trao đổi thông tin"}],
        **said,
    }


async def test_one_regulation_held_in_2020_and_its_successor_holds_since_2023(
    staff: Staff, demo: Loaded
) -> None:
    async def in_force(unit: str, day: str) -> list[dict[str, Any]]:
        params = {"unit": unit, "as_of": day}
        items = (await staff("viewer").get("/v1/agreements", params=params)).json()["items"]
        return list(items)

    (first,) = await in_force("HUFO", "2020-06-01")
    (second,) = await in_force("HAUGIANG", "2024-06-01")
    assert first["ends"] == {"date": "2023-01-01", "precision": "year", "planned": False}
    assert second["predecessor_id"] == first["id"]
    assert first["standing"] == second["standing"] == "in_force"
    assert len(second["clauses"]) == 4


async def test_evidence_belongs_to_a_clause_and_a_review_to_a_half_year(staff: Staff) -> None:
    own = staff("officer", "HUFO")
    made = await own.post("/v1/agreements", json=body())
    where = f"/v1/agreements/{made.json()['id']}"
    shown = {"clause": "1", "on": "2026-03-01", "kind": "training", "summary": "Tập huấn (demo)"}
    review = {"period_end": "2026-06-30", "held_on": "2026-07-05", "findings": "Đạt (demo)"}

    stray = await own.act(f"{where}/evidence", 1, {**shown, "clause": "9"})
    kept = await own.act(f"{where}/evidence", 1, shown)
    reviewed = await own.act(f"{where}/reviews", 2, review)
    twice = await own.act(f"{where}/reviews", 3, review)

    assert made.status_code == 201, made.text
    assert made.json()["next_review"] == "2026-06-30"
    assert (stray.status_code, stray.json()["code"]) == (409, "registry.no_such_clause")
    assert kept.json()["evidence"][0]["summary"] == "Tập huấn (demo)"
    assert reviewed.json()["next_review"] == "2026-12-31"
    assert (twice.status_code, twice.json()["code"]) == (409, "registry.not_a_review")


async def test_what_expires_within_a_month_is_warned_of(staff: Staff) -> None:
    own, soon = staff("officer", "HUFO"), vietnam_today() + timedelta(days=20)
    await own.post("/v1/agreements", json=body(ends={"date": soon.isoformat()}))
    await own.post("/v1/agreements", json=body())

    found = (await own.get("/v1/agreements", params={"expiring_within": "30"})).json()["items"]

    assert [item["expires_in"] for item in found] in ([20], [19])


async def test_a_party_that_is_on_no_record_and_a_clause_twice_are_refused(staff: Staff) -> None:
    own = staff("officer", "HUFO")
    unknown = {"name": "Ai đó", "party_id": "01890000-0000-7000-8000-000000000000"}
    clause = {"number": "1", "text": "Một"}

    stranger = await own.post("/v1/agreements", json=body(parties=[SIDES[0], unknown]))
    repeated = await own.post("/v1/agreements", json=body(clauses=[clause, clause]))

    assert stranger.json()["code"] == "registry.no_such_party"
    assert repeated.json()["code"] == "registry.clause_repeated"

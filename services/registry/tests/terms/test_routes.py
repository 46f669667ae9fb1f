"""Terms over HTTP: they belong to a union, and a plan stays readable beside what came of it."""

from collections.abc import Callable
from typing import Any

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]
YEARS: dict[str, Any] = {
    "ordinal": 9,
    "starts": {"date": "2031-01-01", "precision": "year"},
    "ends": {"date": "2036-01-01", "precision": "year"},
}


async def test_term_v_of_hai_phong_is_not_term_v_of_the_national_union(
    staff: Staff, demo: Loaded
) -> None:
    async def under_way(unit: str, day: str) -> list[tuple[int, str, str]]:
        params = {"unit": unit, "as_of": day}
        items = (await staff("viewer").get("/v1/terms", params=params)).json()["items"]
        return [(t["ordinal"], t["starts"]["date"][:4], t["ends"]["date"][:4]) for t in items]

    assert await under_way("HAIPHONG", "2023-01-09") == [(5, "2018", "2023")]
    assert await under_way("VUFO", "2018-01-16") == [(5, "2013", "2018")]
    # terms need not touch: one ended in 2018, the next began in 2019
    assert await under_way("VUFO", "2019-01-01") == [(6, "2019", "2024")]


async def test_a_congress_expected_in_a_quarter_keeps_its_plan_when_it_was_held(
    staff: Staff, demo: Loaded
) -> None:
    items = (await staff("viewer").get("/v1/terms", params={"unit": "VUFO"})).json()["items"]
    planned = {"date": "2018-10-01", "precision": "quarter", "planned": True}

    assert items[0]["congress_planned"] == planned
    assert items[0]["congress_held"]["date"] == "2019-12-05"
    assert items[0]["verified"] is False


async def test_a_union_keeps_its_terms_and_the_national_union_those_of_all(staff: Staff) -> None:
    own, national = staff("officer", "HAIPHONG"), staff("officer", "VUFO")
    made = await own.post("/v1/terms", json=YEARS)
    where = f"/v1/terms/{made.json()['id']}"

    twice = await own.post("/v1/terms", json=YEARS)
    foreign = await staff("officer", "HUFO").merge(where, {"statute": "Quy chế"}, 1)
    by_national = await national.merge(where, {"statute": "Quy chế"}, 1)
    stale = await own.merge(where, {"statute": None}, 1)
    backwards = await own.merge(where, {"ends": {"date": "2030-01-01", "precision": "year"}}, 2)

    assert made.status_code == 201, made.text
    assert (twice.status_code, twice.json()["code"]) == (409, "registry.term_taken")
    assert (foreign.status_code, foreign.json()["code"]) == (403, "registry.not_steward")
    assert (by_national.status_code, by_national.json()["version"]) == (200, 2)
    assert stale.status_code == 412
    assert backwards.json()["code"] == "registry.dates_out_of_order"

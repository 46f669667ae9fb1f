"""Coverage over HTTP: the provinces of 2017 under the boundaries of then and of now."""

from collections.abc import Callable
from typing import Any

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]


async def coverage(staff: Staff, **params: str) -> dict[str, Any]:
    answer = await staff("viewer").get("/v1/coverage", params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_at_the_end_of_2017_52_provinces_had_a_union_6_a_case_and_5_neither(
    staff: Staff, demo: Loaded
) -> None:
    found = await coverage(staff, as_of="2017-12-31")

    assert found["totals"] == {"union": 52, "case": 6, "none": 5}
    assert found["provinces"] == len(found["items"]) == 63


async def test_the_same_day_under_the_boundaries_of_now_has_34_rows_with_63_parts(
    staff: Staff, demo: Loaded
) -> None:
    found = await coverage(staff, as_of="2017-12-31", boundaries="now")

    assert found["provinces"] == 34
    assert sum(found["totals"].values()) == 34
    assert sum(len(row["parts"]) for row in found["items"]) == 63
    quang_ngai = next(row for row in found["items"] if row["name_en"].startswith("Quang Ngai"))
    assert quang_ngai["status"] == "case"
    assert {part["name_vi"] for part in quang_ngai["parts"]} == {"Tỉnh Quảng Ngãi", "Tỉnh Kon Tum"}


async def test_before_its_founding_month_a_province_had_no_union(
    staff: Staff, demo: Loaded
) -> None:
    before = await coverage(staff, as_of="2017-07-31")
    after = await coverage(staff, as_of="2017-08-31", status="union")

    son_la = next(row for row in before["items"] if row["province_code"] == "VN-14")
    assert son_la["status"] == "case"
    assert "VN-14" in {row["province_code"] for row in after["items"]}
    # asking for one status narrows the rows, not the totals
    assert sum(after["totals"].values()) == after["provinces"] == 63


async def test_no_province_of_today_is_counted_twice(staff: Staff, demo: Loaded) -> None:
    found = await coverage(staff, as_of="2026-01-01")

    assert found["provinces"] == 34 == sum(found["totals"].values())

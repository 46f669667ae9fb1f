"""Which provinces a union covers: who enters them, what is refused, and what a merger does."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from chassis.testing import Caller

Staff = Callable[..., Caller]
UNION: dict[str, Any] = {
    "name_vi": "Liên hiệp Thử (demo)",
    "source": "thử nghiệm",
    "founded": "2010-01-01",
}


async def a_union(staff: Staff, code: str, *provinces: str) -> str:
    body = {**UNION, "code": code, "provinces": list(provinces)}
    made = await staff("officer", "VUFO").post("/v1/units", json=body)
    assert made.status_code == 201, made.text
    return f"/v1/units/{made.json()['id']}/provinces"


def cover(code: str, **given: Any) -> dict[str, Any]:
    return {"province_code": code, "source": "Nghị quyết giả định (thử nghiệm)", **given}


async def test_a_merger_moves_a_province_to_another_union_on_its_day(staff: Staff) -> None:
    old, new = await a_union(staff, "THUCU", "VN-01"), await a_union(staff, "THUMOI")
    national = staff("officer", "VUFO")
    held = (await national.get(old)).json()["items"][0]
    after = cover("VN-01", valid_from="2026-03-01")

    early = await national.post(new, json=after)
    ended = await national.merge(f"{old}/{held['id']}", {"valid_to": "2026-02-28"}, 1)
    moved = await national.post(new, json=after)

    assert (early.status_code, early.json()["code"]) == (409, "registry.cover_overlap")
    assert "Liên hiệp Thử" in early.json()["detail"]
    assert (ended.status_code, moved.status_code) == (200, 201)
    for day, code in (("2026-02-28", "THUCU"), ("2026-03-01", "THUMOI")):
        report = (await national.get("/v1/coverage", params={"as_of": day})).json()
        (ha_noi,) = (row for row in report["items"] if row["province_code"] == "VN-01")
        assert ha_noi["unit"]["code"] == code


async def test_an_entry_agrees_with_the_provinces_of_its_days(staff: Staff) -> None:
    where = await a_union(staff, "THUDIA")
    national = staff("officer", "VUFO")
    codes = {
        "registry.unknown_province": cover("VN-93", valid_from="2026-01-01"),
        "registry.no_former_province": cover(
            "VN-93", basis="former_territory", valid_from="2024-01-01"
        ),
        "registry.dates_out_of_order": cover(
            "VN-01", valid_from="2026-02-01", valid_to="2026-01-01"
        ),
    }

    refused = {code: await national.post(where, json=body) for code, body in codes.items()}
    taken = await national.post(
        where, json=cover("VN-93", basis="former_territory", valid_from="2026-01-01")
    )
    twice = await national.post(
        where, json=cover("VN-93", basis="former_territory", valid_from="2027-01-01")
    )

    assert {code: (a.status_code, a.json()["code"]) for code, a in refused.items()} == {
        code: (409, code) for code in codes
    }
    assert taken.status_code == 201, taken.text
    assert (twice.status_code, twice.json()["code"]) == (409, "registry.cover_overlap")


async def test_only_the_national_union_says_what_a_union_covers(staff: Staff) -> None:
    where = await a_union(staff, "THUQUYEN", "VN-01")
    other = await a_union(staff, "THUKHAC")
    national, local = staff("officer", "VUFO"), staff("officer", "HUFO")
    held = (await national.get(where)).json()["items"][0]
    one = f"{where}/{held['id']}"

    refused = [
        await local.post(where, json=cover("VN-22")),
        await local.merge(one, {"verified": True}, 1),
        await local.delete(one, headers={"If-Match": '"1"'}),
    ]
    elsewhere = await national.merge(f"{other}/{held['id']}", {"verified": True}, 1)
    stranger = await national.merge(f"{other}/{uuid4()}", {"verified": True}, 1)
    checked = await national.merge(one, {"verified": True}, 1)
    stale = await national.delete(one, headers={"If-Match": '"1"'})
    gone = await national.delete(one, headers={"If-Match": '"2"'})

    assert {(a.status_code, a.json()["code"]) for a in refused} == {(403, "registry.national_only")}
    assert (elsewhere.status_code, stranger.status_code) == (404, 404)
    assert (checked.json()["verified"], checked.json()["confidence"]) == (True, "QUOTED")
    assert (stale.status_code, gone.status_code) == (412, 204)
    assert (await national.get(where)).json()["items"] == []


async def test_a_union_that_merged_later_still_stood_and_is_shown_so(staff: Staff) -> None:
    viewer = staff("viewer")

    async def listed(**params: str) -> list[tuple[str, str]]:
        found = (await viewer.get("/v1/units", params={"q": "Hậu Giang", **params})).json()
        return [(unit["code"], unit["status"]) for unit in found["items"]]

    assert await listed() == [("HAUGIANG", "merged")]
    assert await listed(as_of="2025-06-30") == [("HAUGIANG", "active")]
    assert await listed(as_of="2025-06-30", status="active") == [("HAUGIANG", "active")]
    assert await listed(as_of="2025-06-30", status="merged") == []
    assert await listed(as_of="2025-07-01") == []


async def test_unions_are_counted_on_a_day_and_the_rows_add_up(staff: Staff) -> None:
    viewer = staff("viewer")

    async def counts(**params: str) -> dict[str, int]:
        answer = (await viewer.get("/v1/statistics/units", params=params)).json()
        rows = {next(iter(row["key"].values())): row["count"] for row in answer["rows"]}
        assert answer["total"]["count"] == sum(rows.values())
        return rows

    before = await counts(as_of="2016-12-31")
    after = await counts(as_of="2017-12-31")
    years = await counts(as_of="2017-12-31", by="founded")

    assert after["local"] - before["local"] == 4  # those founded in 2017
    assert (years["2017"], years["1950"]) == (4, 1)

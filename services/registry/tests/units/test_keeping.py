"""Keeping a union's record: who may, and what the history then says."""

from collections.abc import Callable
from typing import Any

from chassis.testing import Caller

Staff = Callable[..., Caller]


async def the(caller: Caller, code: str) -> dict[str, Any]:
    return (await caller.get("/v1/units", params={"code": code})).json()["items"][0]


async def test_a_union_mends_its_own_phone_but_not_its_name(staff: Staff) -> None:
    own = staff("officer", "HAIPHONG")
    unit = await the(own, "HAIPHONG")

    mended = await own.merge(f"/v1/units/{unit['id']}", {"phone": "0225.0000000"}, 1)
    refused = await own.merge(f"/v1/units/{unit['id']}", {"name_vi": "Tên khác"}, 2)
    foreign = await staff("officer", "HUFO").merge(f"/v1/units/{unit['id']}", {"phone": "1"}, 2)
    history = (await own.get(f"/v1/units/{unit['id']}/history")).json()["items"]

    assert (mended.status_code, mended.json()["phone"]) == (200, "0225.0000000")
    assert (refused.status_code, refused.json()["code"]) == (403, "registry.national_only")
    assert (foreign.status_code, foreign.json()["code"]) == (403, "registry.not_steward")
    changed = [field["field"] for field in history[0]["fields"]]
    assert (history[0]["action"], changed) == ("update", ["phone"])


async def test_the_national_union_enters_a_union_and_the_province_it_covers(staff: Staff) -> None:
    body: dict[str, Any] = {
        "code": "THUNGHIEM",
        "name_vi": "Liên hiệp Thử (demo)",
        "source": "thử nghiệm",
    }
    body |= {"provinces": ["VN-01"], "founded": "2025-07-01"}
    national = staff("officer", "VUFO")

    refused = await staff("officer", "HUFO").post("/v1/units", json=body)
    made = await national.post("/v1/units", json=body)
    again = await national.post("/v1/units", json=body)
    where = f"/v1/units/{made.json()['id']}/provinces"

    assert refused.json()["code"] == "registry.national_only"
    assert made.status_code == 201, made.text
    assert (again.status_code, again.json()["code"]) == (409, "registry.unit_taken")
    coverage = await national.get("/v1/coverage", params={"as_of": "2026-01-01"})
    ha_noi = next(r for r in coverage.json()["items"] if r["province_code"] == "VN-01")
    assert ha_noi["unit"]["code"] == "THUNGHIEM"
    listed = (await staff("viewer").get(where)).json()["items"]
    assert [(c["province_code"], c["verified"]) for c in listed] == [("VN-01", False)]


async def test_four_unions_were_founded_in_2017(staff: Staff) -> None:
    params = {"founded_from": "2017-01-01", "founded_to": "2017-12-31", "count": "true"}
    found = (await staff("viewer").get("/v1/units", params=params)).json()

    assert found["total"] == 4
    assert {u["code"] for u in found["items"]} == {"BINHPHUOC", "TAYNINH", "HOABINH", "SONLA"}

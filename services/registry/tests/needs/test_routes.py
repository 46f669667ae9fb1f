"""Needs over HTTP: what a locality asks for, while it is open."""

from collections.abc import Callable

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]


async def test_a_need_is_listed_while_it_is_open(staff: Staff, demo: Loaded) -> None:
    async def open_on(day: str) -> list[str]:
        params = {"as_of": day, "province": "VN-93"}
        items = (await staff("viewer").get("/v1/needs", params=params)).json()["items"]
        return [need["title_vi"] for need in items]

    assert await open_on("2019-02-28") == []
    assert await open_on("2020-12-31") == ["Nước sạch cho xã Giả Định (demo)"]
    assert await open_on("2021-01-01") == []


async def test_a_need_names_a_province_of_its_day_and_closes_after_it_opened(
    staff: Staff,
) -> None:
    own = staff("officer", "CANTHO")
    body = {"title_vi": "Trạm y tế (demo)", "province_code": "VN-93", "open_from": "2026-01-01"}

    gone = await own.post("/v1/needs", json=body)
    made = await own.post("/v1/needs", json={**body, "province_code": "VN-92"})
    early = await own.merge(f"/v1/needs/{made.json()['id']}", {"closed_on": "2025-12-31"}, 1)

    assert gone.json()["code"] == "registry.unknown_province"
    assert made.status_code == 201, made.text
    assert early.json()["code"] == "registry.dates_out_of_order"

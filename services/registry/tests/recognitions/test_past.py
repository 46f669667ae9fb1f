"""What was taken back later had stood until then: in lists and in figures of a day."""

from collections.abc import Callable

from chassis.testing import Caller

from .test_routes import BODY

Staff = Callable[..., Caller]
URL = "/v1/recognitions"


async def test_a_recognition_stood_from_its_decision_until_it_was_revoked(staff: Staff) -> None:
    own, viewer = staff("officer", "HUFO"), staff("viewer")
    made = (await own.post(URL, json=BODY)).json()  # decided on 9 January 2026
    where = f"{URL}/{made['id']}/revoke"

    early = await own.act(where, 1, {"reason": "Trao nhầm", "revoked_on": "2026-01-08"})
    await own.act(where, 1, {"reason": "Trao nhầm", "revoked_on": "2026-03-02"})

    async def on(day: str) -> tuple[list[tuple[str, str | None]], int]:
        asked = {"as_of": day}
        items = (await viewer.get(URL, params=asked)).json()["items"]
        figure = (await viewer.get("/v1/statistics/recognitions", params=asked)).json()
        assert figure["filters"]["as_of"] == day
        return [(item["status"], item["reason"]) for item in items], figure["total"]["count"]

    assert (early.status_code, early.json()["code"]) == (409, "registry.dates_out_of_order")
    assert await on("2026-01-08") == ([], 0)
    assert await on("2026-01-09") == ([("granted", None)], 1)
    assert await on("2026-03-01") == ([("granted", None)], 1)
    assert await on("2026-03-02") == ([("revoked", "Trao nhầm")], 0)
    for day, status, count in (
        ("2026-03-01", "granted", 1),
        ("2026-03-01", "revoked", 0),
        ("2026-03-02", "granted", 0),
        ("2026-03-02", "revoked", 1),
    ):
        found = await viewer.get(URL, params={"as_of": day, "status": status})
        assert len(found.json()["items"]) == count


async def test_what_is_decided_for_a_day_to_come_can_be_taken_back_before(staff: Staff) -> None:
    own = staff("officer", "HUFO")
    body = {**BODY, "decided": {"date": "2199-01-09"}}
    made = (await own.post(URL, json=body)).json()

    done = await own.act(f"{URL}/{made['id']}/revoke", 1, {"reason": "Đổi quyết định"})

    assert (done.status_code, done.json()["revoked_on"]) == (200, "2199-01-09")

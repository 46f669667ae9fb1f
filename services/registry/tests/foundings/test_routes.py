"""Cases over HTTP: six in progress at the end of 2017, four founded in it, one led to its end."""

from collections.abc import Callable

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]


async def test_six_cases_were_in_progress_at_the_end_of_2017_and_four_ended_in_it(
    staff: Staff, demo: Loaded
) -> None:
    viewer = staff("viewer")
    open_ = await viewer.get("/v1/foundings", params={"as_of": "2017-12-31", "count": "true"})
    year = {"congress_from": "2017-01-01", "congress_to": "2017-12-31", "count": "true"}
    ended = await viewer.get("/v1/foundings", params=year)

    assert open_.json()["total"] == 6
    assert {f["province_code"] for f in open_.json()["items"]} == {
        "VN-11", "VN-20", "VN-33", "VN-51", "VN-62", "VN-68"
    }  # fmt: skip
    assert ended.json()["total"] == 4


async def test_a_case_is_led_from_guidance_to_its_congress(staff: Staff) -> None:
    officer = staff("officer", "VUFO")
    body = {"province_code": "VN-01", "guided": {"date": "2026-01-01", "precision": "month"}}
    made = await officer.post("/v1/foundings", json=body)
    where = f"/v1/foundings/{made.json()['id']}"

    early = await officer.act(f"{where}/found", 1, {"congress": {"date": "2026-09-01"}})
    filed = await officer.act(f"{where}/file", 1, {"dossier": {"date": "2026-05-01"}})
    backwards = await officer.act(f"{where}/found", 2, {"congress": {"date": "2026-04-01"}})
    founded = await officer.act(f"{where}/found", 2, {"congress": {"date": "2026-09-01"}})
    open_ = await officer.get("/v1/foundings", params={"as_of": "2026-10-01"})

    assert made.json()["allowed_actions"] == ["update", "file", "stop"]
    assert (early.status_code, early.json()["code"]) == (409, "registry.wrong_status")
    assert filed.json()["status"] == "dossier"
    assert backwards.json()["code"] == "registry.dates_out_of_order"
    assert (founded.status_code, founded.json()["status"]) == (200, "founded")
    assert open_.json()["items"] == []


async def test_a_case_that_stops_says_why_in_its_history(staff: Staff) -> None:
    officer = staff("officer", "VUFO")
    body = {"province_code": "VN-01", "guided": {"date": "2026-01-01"}}
    made = await officer.post("/v1/foundings", json=body)
    where = f"/v1/foundings/{made.json()['id']}"

    why = {"stopped_on": "2026-03-01", "reason": "Tỉnh lập tổ chức chuyên trách"}
    stopped = await officer.act(f"{where}/stop", 1, why)
    history = (await officer.get(f"{where}/history")).json()["items"]

    assert stopped.json()["allowed_actions"] == []
    assert (history[0]["action"], history[0]["reason"]) == ("stop", why["reason"])

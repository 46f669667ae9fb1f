"""Posts over HTTP: who it was on a day, with what they held elsewhere."""

from collections.abc import Callable

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]


async def test_who_was_standing_deputy_chair_of_hai_phong_on_9_january_2023(
    staff: Staff, demo: Loaded
) -> None:
    params = {"unit": "HAIPHONG", "post": "standing_deputy_chair", "as_of": "2023-01-09"}
    found = (await staff("viewer").get("/v1/officers", params=params)).json()["items"]

    assert [officer["person"] for officer in found] == ["Vũ Văn Trà"]


async def test_one_person_holds_posts_in_several_bodies_at_once(staff: Staff, demo: Loaded) -> None:
    found = (await staff("viewer").get("/v1/officers", params={"q": "khanh ha"})).json()["items"]

    (officer,) = [o for o in found if o["person"] == "Đào Khánh Hà"]
    assert "Trưởng Ban Tuyên giáo Thành uỷ" in officer["concurrent"]


async def test_a_post_takes_a_term_of_its_own_union_only(staff: Staff, demo: Loaded) -> None:
    own = staff("officer", "HAIPHONG")
    params = {"unit": "VUFO", "ordinal": "5"}
    foreign = (await own.get("/v1/terms", params=params)).json()["items"][0]["id"]
    body = {"person": "Người Giả Định (demo)", "post": "chair", "title": "Chủ tịch"}

    refused = await own.post("/v1/officers", json={**body, "term_id": foreign})
    made = await own.post("/v1/officers", json={**body, "starts": {"date": "2024-01-01"}})
    ended = await own.merge(
        f"/v1/officers/{made.json()['id']}", {"ends": {"date": "2024-12-31"}}, 1
    )

    assert (refused.status_code, refused.json()["code"]) == (409, "registry.no_such_term")
    assert made.json()["held_to"] == "9999-12-31"
    assert ended.json()["held_to"] == "2024-12-31"

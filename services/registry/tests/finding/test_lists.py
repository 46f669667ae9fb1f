"""The unions' lists are searched as the register is: abbreviations, tones wherever they stand."""

import unicodedata
from collections.abc import Callable

import pytest

from chassis.testing import Caller

Staff = Callable[..., Caller]


async def names(caller: Caller, url: str, q: str) -> list[str]:
    answer = await caller.get(url, params={"q": q})
    assert answer.status_code == 200, answer.text
    return [item["name_vi"] for item in answer.json()["items"]]


@pytest.mark.parametrize("typed", ["LHHN thành phố Hải Phòng", "lhhn tp hai phong", "haiphong"])
async def test_a_union_is_found_by_what_its_name_is_shortened_to(staff: Staff, typed: str) -> None:
    found = await names(staff("viewer"), "/v1/units", typed)

    assert found == ["Liên hiệp các tổ chức hữu nghị thành phố Hải Phòng"]


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "UBND TP HCM"),
        ("Câu lạc bộ Hoà Bình", "hòa bình"),
        (unicodedata.normalize("NFD", "Quỹ Nguyễn"), "quỹ nguyễn"),
        ("Ban PCPNN", "phi chính phủ nước ngoài"),
        ("Hội Đường", "duong"),
    ],
)
async def test_a_party_is_found_however_its_name_is_written(
    staff: Staff, stored: str, typed: str
) -> None:
    officer = staff("officer")
    made = await officer.post("/v1/parties", json={"kind": "authority", "name_vi": stored})
    assert made.status_code == 201, made.text

    assert await names(officer, "/v1/parties", typed) == [made.json()["name_vi"]]
    assert await names(officer, "/v1/parties", "không liên quan") == []


async def test_what_is_written_with_the_marks_asked_for_comes_first(staff: Staff) -> None:
    officer = staff("officer")
    for name in ("Hội Dương Giả Định", "Hội ĐƯỜNG Giả Định", "Hội Đường Giả Định"):
        made = await officer.post("/v1/parties", json={"kind": "firm", "name_vi": name})
        assert made.status_code == 201, made.text

    async def paged(q: str) -> list[str]:
        params, found = {"q": q, "limit": "1"}, []
        while True:
            page = (await officer.get("/v1/parties", params=params)).json()
            found += [one["name_vi"] for one in page["items"]]
            if not page["next_cursor"]:
                return found
            params["cursor"] = page["next_cursor"]

    bare, marked = await paged("duong gia"), await paged(unicodedata.normalize("NFD", "đường giả"))

    assert bare[0] == "Hội Dương Giả Định"
    assert marked[2:] == ["Hội Dương Giả Định"]
    assert len(bare) == len(marked) == 3

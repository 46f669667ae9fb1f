"""Search as people type: marks first, then without; abbreviations; places that have merged."""

import unicodedata
from typing import Any

import pytest

from chassis.testing import Caller
from registry.ngos.finding import derived, written_out
from registry.places.rules import related

from .making import an_ngo

PAPER = {
    "kind": "operation", "issuer": "Bộ Ngoại giao", "issued_on": "2024-01-05",
    "valid_from": "2024-01-05", "valid_to": "2026-12-31", "sectors": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Quỹ TP.HCM", "Quỹ Thành phố Hồ Chí Minh"),
        ("quỹ tphcm", "quỹ Thành phố Hồ Chí Minh"),
        ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("tổ chức PCPNN", "tổ chức phi chính phủ nước ngoài"),
        ("LHHN Việt Nam", "Liên hiệp các tổ chức hữu nghị Việt Nam"),
        ("Hufo", "Liên hiệp các tổ chức hữu nghị Thành phố Hồ Chí Minh"),
        ("Stpcp", "Stpcp"),
    ],
)
def test_abbreviations_are_written_out(short: str, full: str) -> None:
    assert written_out(short) == full


def test_what_was_typed_stays_beside_what_it_means() -> None:
    assert derived(["Quỹ TP.HCM"], [])["search"] == "quy tp.hcm | quy thanh pho ho chi minh"


def test_a_place_is_what_it_became_and_what_it_came_from_but_not_its_neighbour() -> None:
    links = [("VN-93", "VN-92"), ("VN-94", "VN-92"), ("VN-92", "VN-92")]

    assert related(["VN-93"], links) == {"VN-93", "VN-92"}
    assert related(["VN-92"], links) == {"VN-92", "VN-93", "VN-94"}


async def names(client: Caller, q: str, **params: str) -> list[str]:
    answer = await client.as_("viewer").get("/v1/ngos", params={"q": q, **params})
    assert answer.status_code == 200, answer.text
    return [item["name_vi"] for item in answer.json()["items"]]


async def test_what_is_written_exactly_so_comes_first(client: Caller) -> None:
    for name in ("Hội An Dương", "Quỹ Đường Mới", "Hội Ánh Đường"):
        await an_ngo(client, name_vi=name)

    assert await names(client, "đường") == ["Hội Ánh Đường", "Quỹ Đường Mới", "Hội An Dương"]
    assert await names(client, "dương") == ["Hội An Dương", "Hội Ánh Đường", "Quỹ Đường Mới"]
    assert len(await names(client, "duong")) == 3
    assert (await names(client, "đường", sort="name"))[0] == "Hội An Dương"


async def test_pages_of_a_search_follow_each_other(client: Caller) -> None:
    for name in ("Hội Dương A", "Hội Đường B", "Hội Đường C", "Hội Dương D"):
        await an_ngo(client, name_vi=name)
    viewer, seen, cursor = client.as_("viewer"), [], None

    for _ in range(4):
        params = {"q": "đường", "limit": 1, **({"cursor": cursor} if cursor else {})}
        page = (await viewer.get("/v1/ngos", params=params)).json()
        seen += [item["name_vi"][-1] for item in page["items"]]
        cursor = page["next_cursor"]

    assert (seen, cursor) == (["B", "C", "A", "D"], None)


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("Quỹ Hoà Bình", "hòa bình"),
        ("Quỹ Hòa Bình", "hoà bình"),
        (unicodedata.normalize("NFD", "Quỹ Nguyễn"), "quỹ nguyễn"),
        ("Quỹ Nguyễn", unicodedata.normalize("NFD", "nguyễn")),
        ("Quỹ Ðường", "ĐƯỜNG"),
        ("Quỹ TP.HCM", "thành phố hồ chí minh"),
        ("Hội các tổ chức phi chính phủ nước ngoài", "PCPNN"),
        ("Bạn của Hufo", "LHHN Thành phố Hồ Chí Minh"),
    ],
)
async def test_different_writings_of_one_name_find_each_other(
    client: Caller, stored: str, typed: str
) -> None:
    await an_ngo(client, name_vi="Tổ chức Không Liên Quan")
    ngo = await an_ngo(client, name_vi=stored)

    assert await names(client, typed) == [ngo["name_vi"]]


async def paper(client: Caller, ngo: dict[str, Any], number: str, **fields: Any) -> None:
    body = {**PAPER, "ngo_id": ngo["id"], "number": number, **fields}
    answer = await client.as_("officer").post("/v1/certificates", json=body)
    assert answer.status_code == 201, answer.text


async def test_a_province_is_found_under_its_name_of_any_time(client: Caller) -> None:
    old, new, named, other = [
        await an_ngo(client, name_vi=name)
        for name in ("Quỹ Cũ", "Quỹ Mới", "Bạn của Hậu Giang", "Quỹ Hà Nội")
    ]
    later = {"issued_on": "2025-08-01", "valid_from": "2025-08-01"}
    await paper(client, old, "A/1", provinces=["VN-93"])
    await paper(client, new, "A/2", provinces=["VN-92"], **later)
    await paper(client, other, "A/3", provinces=["VN-01"])

    assert await names(client, "Hậu Giang") == ["Bạn của Hậu Giang", "Quỹ Cũ", "Quỹ Mới"]
    assert await names(client, "can tho") == ["Quỹ Cũ", "Quỹ Mới"]
    assert await names(client, "TP.HCM") == []
    assert named["public_id"] != old["public_id"]


async def test_a_certificate_number_leads_to_its_ngo(client: Caller) -> None:
    ngo = await an_ngo(client)
    await paper(client, ngo, "CNV-VN-123/CNV-HĐ", provinces=["VN-01"])

    answer = await client.as_("viewer").get(
        "/v1/ngos", params={"identifier": "CNV-VN-123/CNV-HĐ", "count": "true"}
    )

    assert [item["id"] for item in answer.json()["items"]] == [ngo["id"]]
    assert answer.json()["total"] == 1


async def test_a_certificate_number_is_found_where_names_are_looked_for(client: Caller) -> None:
    ngo, other = await an_ngo(client), await an_ngo(client, name_vi="Hội Khóa 123")
    await paper(client, ngo, "123/CNV-HĐ", provinces=["VN-01"])

    assert await names(client, "123/CNV-HĐ") == [ngo["name_vi"]]
    assert await names(client, " 123/cnv-hđ ") == [ngo["name_vi"]]
    assert await names(client, "khoa 123") == [other["name_vi"]]
    assert await names(client, "123/CNV") == []

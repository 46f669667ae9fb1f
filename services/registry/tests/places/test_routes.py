"""Reference data over HTTP, with the boundaries of the day."""

import re
from typing import Any

import pytest

from chassis.testing import Caller
from registry.places import load


async def items(client: Caller, url: str, **params: Any) -> list[dict[str, Any]]:
    answer = await client.as_("viewer").get(url, params={"limit": 200, **params})
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


@pytest.mark.parametrize(
    ("day", "provinces", "cities"),
    [("2021-11-11", 58, 5), ("2025-06-30", 57, 6), ("2025-07-01", 28, 6), ("2026-05-01", 27, 7)],
)
async def test_there_are_as_many_provinces_as_the_day_had(
    client: Caller, day: str, provinces: int, cities: int
) -> None:
    found = await items(client, "/v1/provinces", as_of=day)

    kinds = [row["kind"] for row in found]
    assert (kinds.count("province"), kinds.count("city")) == (provinces, cities)
    assert len({row["code"] for row in found}) == len(found)


async def test_a_code_that_changed_hands_has_a_row_for_each_time(client: Caller) -> None:
    found = await items(client, "/v1/provinces", code="VN-80")

    assert {(row["name_vi"], row["valid_to"]) for row in found} == {
        ("Tỉnh Long An", "2025-06-30"),
        ("Tỉnh Tây Ninh", None),
    }


async def test_provinces_come_in_vietnamese_order(client: Caller) -> None:
    names = [row["short_vi"] for row in await items(client, "/v1/provinces", as_of="2021-11-11")]

    assert names.index("Đà Nẵng") > names.index("Cao Bằng")
    assert names.index("Đắk Lắk") < names.index("Gia Lai")


async def test_countries_are_found_without_marks_and_by_region(client: Caller) -> None:
    for words in ("han quoc", "Hàn Quốc", "korea"):
        assert "KR" in {row["code"] for row in await items(client, "/v1/countries", q=words)}
    regions = {row["region"] for row in await items(client, "/v1/countries", region="europe")}
    assert regions == {"europe"}


async def test_regions_and_sectors_say_where_they_come_from(client: Caller) -> None:
    regions = await items(client, "/v1/regions")
    sectors = await items(client, "/v1/sectors")

    assert [row["code"] for row in regions] == ["americas", "europe", "asia_pacific", "other"]
    assert len(sectors) == 27
    assert all(row["source"] and row["confidence"] for row in regions + sectors)


async def test_reference_data_is_for_staff(client: Caller) -> None:
    answer = await client.get("/v1/provinces")

    assert (answer.status_code, answer.json()["code"]) == (401, "identity.required")


async def test_a_sector_names_every_dac_code_it_may_be_of(client: Caller) -> None:
    found = {row["code"]: row for row in await items(client, "/v1/sectors")}

    codes = {code: row["dac_codes"] for code, row in found.items()}
    assert codes["biomedical_research"] == ["12182", "12382"]
    assert codes["emergency_relief"] == ["72010", "72011", "72012", "72040", "72050"]
    assert codes["climate_change"] == ["41010", "41020", "41030", "41081"]
    assert codes["tourism"] == []
    assert sum(map(len, codes.values())) == len(load.read("sector_codes"))


def test_a_code_is_of_a_sector_that_is_listed_and_has_five_digits() -> None:
    rows = load.read("sector_codes")
    known = {(row["taxonomy"], row["code"]) for row in load.read("sectors")}

    assert {(row["taxonomy"], row["sector"]) for row in rows} - known == set()
    assert [row for row in rows if not re.fullmatch("[1-9][0-9]{4}", row["dac_code"])] == []

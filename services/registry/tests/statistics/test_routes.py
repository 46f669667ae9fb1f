"""NGOs counted on a day: the published figures of seed S0, and rows that add up to their total."""

import re
from datetime import date
from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller
from registry.demo.load import Loaded
from registry.statistics.queries import ngos_by

URL = "/v1/statistics/ngos"
DAY = "2021-11-11"
# day, NGOs of the city's code VN-79, NGOs of HUFO. Since 2025-07-01 HUFO covers former Bình Dương
# and Bà Rịa - Vũng Tàu as well: a certificate of before that still names one of them is HUFO's now.
DAYS = [
    ("2021-11-10", 129, 129),
    (DAY, 129, 129),
    ("2021-11-12", 131, 131),
    ("2026-11-22", 110, 111),
]


async def count(client: Caller, **params: str) -> dict[str, Any]:
    answer = await client.as_("viewer").get(URL, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def by_key(found: dict[str, Any]) -> dict[str, int]:
    return {next(iter(row["key"].values())): row["count"] for row in found["rows"]}


async def test_hufo_counts_129_ngos_in_three_regions_on_the_day_that_was_published(
    client: Caller, demo: Loaded
) -> None:
    found = await count(client, by="region", unit="HUFO", as_of=DAY)

    assert by_key(found) == {"americas": 47, "europe": 50, "asia_pacific": 32}
    assert found["total"] == {"count": 129}
    assert found["rows"][0]["label"] == {"vi": "Châu Mỹ", "en": "Americas"}
    understood = {"by": "region", "unit": "HUFO", "as_of": DAY, "boundaries": "then"}
    assert found["filters"] == understood


async def test_every_other_dimension_adds_up_to_the_same_129(client: Caller, demo: Loaded) -> None:
    for by in ("country", "sector", "province", "kind"):
        found = await count(client, by=by, unit="HUFO", as_of=DAY)
        assert found["total"]["count"] == 129 == sum(by_key(found).values()), by
    assert by_key(await count(client, by="province", unit="HUFO", as_of=DAY)) == {"VN-79": 129}


async def test_the_days_around_it_count_as_their_own_certificates_say(
    client: Caller, demo: Loaded
) -> None:
    for day, city, union in DAYS:
        of_city = await count(client, province="VN-79", as_of=day)
        of_union = await count(client, unit="HUFO", as_of=day)
        assert (of_city["total"]["count"], of_union["total"]["count"]) == (city, union), day


async def test_the_boundaries_are_those_of_the_day(client: Caller, demo: Loaded) -> None:
    """By today's boundaries HUFO covers Bình Dương and Bà Rịa - Vũng Tàu too: that would be 131."""
    for province, expected in (("VN-74", 0), ("VN-77", 0), ("VN-79", 129)):
        found = await count(client, unit="HUFO", province=province, as_of=DAY)
        assert found["total"]["count"] == expected, province
    neighbour = await count(client, province="VN-74", as_of=DAY)
    assert neighbour["total"]["count"] > 0


async def test_status_divides_all_ngos_of_the_area(client: Caller, demo: Loaded) -> None:
    """130 NGOs had or would have a certificate covering the city; all 169 somewhere."""
    here = by_key(await count(client, by="status", unit="HUFO", as_of=DAY))
    everywhere = await count(client, by="status", as_of=DAY)

    assert here["valid"] == 129
    assert set(here) == {"valid", "expired", "none"}
    assert everywhere["total"]["count"] == 169


async def test_an_ngo_without_certificate_has_the_status_none(client: Caller) -> None:
    body = {"name_vi": "Quỹ Chưa Có Giấy", "home_country": "US", "sectors": []}
    await client.as_("officer").post("/v1/ngos", json=body)

    assert by_key(await count(client, by="status", as_of=DAY)) == {"none": 1}
    assert (await count(client, by="region", as_of=DAY))["total"]["count"] == 0


async def test_the_national_union_counts_the_whole_country(client: Caller, demo: Loaded) -> None:
    national = await count(client, unit="VUFO", as_of=DAY)

    assert national["total"] == (await count(client, as_of=DAY))["total"]
    assert national["total"]["count"] > 129


async def test_the_list_of_ngos_has_as_many_as_the_statistic(client: Caller, demo: Loaded) -> None:
    params = {"unit": "HUFO", "as_of": DAY, "count": "true", "limit": "1"}

    answer = await client.as_("viewer").get("/v1/ngos", params=params)

    assert answer.json()["total"] == 129


async def test_filters_narrow_and_still_add_up(client: Caller, demo: Loaded) -> None:
    for narrow in ({"sector": "health"}, {"region": "europe"}, {"country": "US"}):
        found = await count(client, by="country", unit="HUFO", as_of=DAY, **narrow)
        params = {"unit": "HUFO", "as_of": DAY, "count": "true", "limit": "1"}
        same = {"home_country" if name == "country" else name: v for name, v in narrow.items()}
        listed = await client.as_("viewer").get("/v1/ngos", params=params | same)
        assert 0 < found["total"]["count"] < 129, narrow
        assert listed.json()["total"] == found["total"]["count"], narrow


async def test_a_union_nobody_knows_is_refused(client: Caller) -> None:
    answer = await client.as_("viewer").get(URL, params={"unit": "NOWHERE"})

    assert (answer.status_code, answer.json()["code"]) == (409, "registry.unknown_unit")
    assert answer.json()["errors"][0]["pointer"] == "/query/unit"


@pytest.mark.parametrize("by", ["region", "country", "sector", "province", "kind", "status"])
async def test_one_statement_reads_certificates_once(
    demo: Loaded, db: asyncpg.Connection, by: str
) -> None:
    statement = ngos_by(by, frozenset({"provinces"}))
    values = {"as_of": date.fromisoformat(DAY), "provinces": ["VN-79"]}

    plan = await db.fetch("EXPLAIN " + statement.sql, *statement.arguments(values))

    text = "\n".join(row[0] for row in plan)
    assert len(re.findall(r" on certificates\b(?!_)", text)) == 1, text

"""The counts beside the filters say what choosing them shows."""

from collections.abc import Callable
from typing import Any

import pytest

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]
NARROWED: list[dict[str, str]] = [
    {},
    {"region": "europe"},
    {"sector": "health", "region": "americas"},
    {"unit": "HUFO", "as_of": "2021-11-11"},
    {"q": "demo", "home_country": "US"},
    {"q": "Hậu Giang"},
    {"province": "VN-79", "as_of": "2021-11-11"},
    {"province": "VN-79", "sector": "health", "as_of": "2021-11-11", "boundaries": "now"},
    {"unit": "HUFO", "boundaries": "now"},
]


async def listed(caller: Caller, **params: str) -> int:
    answer = await caller.get("/v1/ngos", params={**params, "limit": "1", "count": "true"})
    assert answer.status_code == 200, answer.text
    total: int = answer.json()["total"]
    return total


@pytest.mark.parametrize("params", NARROWED)
async def test_each_count_is_the_length_of_the_list_it_offers(
    staff: Staff, demo: Loaded, params: dict[str, str]
) -> None:
    viewer = staff("viewer")

    found: dict[str, Any] = (await viewer.get("/v1/ngo-facets", params=params)).json()

    assert found.keys() == {"region", "home_country", "sector", "province"}
    for name, rows in found.items():
        others = {key: value for key, value in params.items() if key != name}
        for row in rows[:3]:
            assert row["count"] == await listed(viewer, **others, **{name: row["key"]}), name
    everything = await listed(viewer, **{k: v for k, v in params.items() if k != "region"})
    assert sum(row["count"] for row in found["region"]) == everything


async def test_a_facet_does_not_narrow_itself(staff: Staff, demo: Loaded) -> None:
    found = (await staff("viewer").get("/v1/ngo-facets", params={"region": "europe"})).json()

    assert {row["key"] for row in found["region"]} >= {"americas", "europe", "asia_pacific"}
    assert "US" not in {row["key"] for row in found["home_country"]}

"""The same certificates counted by the provinces of then and by those of now."""

from typing import Any

import pytest

from chassis.testing import Caller
from registry.places.rules import absorbed

OLD = {
    "kind": "operation", "issuer": "Bộ Ngoại giao", "issued_on": "2024-01-05",
    "valid_from": "2024-01-05", "valid_to": "2026-12-31", "sectors": [],
}  # fmt: skip
AREAS = {"A": ["VN-92"], "B": ["VN-93"], "C": ["VN-92", "VN-94"], "D": ["VN-93", "VN-01"]}


def test_a_province_absorbs_what_became_it_by_way_of_another_too() -> None:
    links = [("VN-93", "VN-92"), ("VN-92", "VN-92"), ("VN-70", "VN-75"), ("VN-75", "VN-76")]

    assert absorbed(["VN-92"], links) == {"VN-92", "VN-93"}
    assert absorbed(["VN-76"], links) == {"VN-76", "VN-75", "VN-70"}


@pytest.fixture
async def register(client: Caller) -> Caller:
    officer = client.as_("officer")
    for name, provinces in AREAS.items():
        body = {"name_vi": f"Quỹ {name * 8}", "home_country": "US", "sectors": []}
        ngo = (await officer.post("/v1/ngos", json=body)).json()["id"]
        paper = {**OLD, "ngo_id": ngo, "number": name, "provinces": provinces}
        assert (await officer.post("/v1/certificates", json=paper)).status_code == 201
    return client.as_("viewer")


async def counted(viewer: Caller, **params: str) -> tuple[dict[str, int], int]:
    asked: dict[str, Any] = {"by": "province", "as_of": "2024-06-01", **params}
    body = (await viewer.get("/v1/statistics/ngos", params=asked)).json()
    return {row["key"]["province"]: row["count"] for row in body["rows"]}, body["total"]["count"]


async def test_both_ways_count_each_ngo_once_and_add_up(register: Caller) -> None:
    then, total_then = await counted(register)
    now, total_now = await counted(register, boundaries="now")

    assert then == {"VN-92": 1, "VN-93": 1, "other": 2}
    assert now == {"VN-92": 3, "other": 1}
    assert total_then == total_now == 4


async def test_a_province_of_now_lists_what_was_in_a_province_of_then(register: Caller) -> None:
    async def listed(**params: str) -> list[str]:
        asked = {"as_of": "2024-06-01", **params}
        items = (await register.get("/v1/ngos", params=asked)).json()["items"]
        return [item["name_vi"][-1] for item in items]

    assert await listed(province="VN-92") == ["A", "C"]
    assert await listed(province="VN-92", boundaries="now") == ["A", "B", "C", "D"]
    assert await listed(unit="CANTHO") == ["A", "C"]
    assert await listed(unit="CANTHO", boundaries="now") == ["A", "B", "C", "D"]
    assert (await counted(register, province="VN-92", boundaries="now"))[1] == 4

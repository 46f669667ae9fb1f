"""A province asked about within today's boundaries is also what has become a part of it."""

from collections.abc import Callable
from typing import Any

import pytest

from chassis.testing import Caller

Staff = Callable[..., Caller]
CANTHO, HAUGIANG = "VN-92", "VN-93"  # the second became a part of the first on 1 July 2025


@pytest.fixture
async def there(staff: Staff) -> None:
    """A certificate, a member and a need in Hậu Giang, of days when it was a province."""
    own = staff("officer", "VUFO", national=True)
    ngo = {"name_vi": "Quỹ Giả Định (demo)", "home_country": "US"}
    ngo_id = (await own.post("/v1/ngos", json=ngo)).json()["id"]
    days = {"issued_on": "2023-01-01", "valid_from": "2023-01-01", "valid_to": "2199-12-31"}
    place: dict[str, Any] = {"province_code": HAUGIANG}
    for resource, body in (
        (
            "certificates",
            {"ngo_id": ngo_id, "kind": "operation", "number": "1", "issuer": "Bộ Ngoại giao"}
            | {"provinces": [HAUGIANG], **days},
        ),
        ("members", {"name_vi": "Hội Giả Định (demo)", "level": "local", "kind": "club", **place}),
        (
            "needs",
            {"title_vi": "Nước sạch (demo)", "sectors": ["education"], "open_from": "2024-01-01"}
            | place,
        ),
    ):
        made = await own.post(f"/v1/{resource}", json=body)
        assert made.status_code == 201, made.text


@pytest.mark.parametrize("resource", ["certificates", "members", "needs"])
@pytest.mark.parametrize(
    ("province", "boundaries", "count"),
    [(CANTHO, "then", 0), (CANTHO, "now", 1), (HAUGIANG, "then", 1), ("VN-79", "now", 0)],
)
async def test_what_became_a_part_of_a_province_is_found_within_todays_boundaries(
    staff: Staff, there: None, resource: str, province: str, boundaries: str, count: int
) -> None:
    asked = {"province": province, "boundaries": boundaries}
    for day in ({}, {"as_of": "2024-06-01"}):
        answer = await staff("viewer").get(f"/v1/{resource}", params={**asked, **day})
        assert answer.status_code == 200, answer.text
        assert len(answer.json()["items"]) == count, day

"""A sector is named of days on which it held: in an NGO's record and a certificate."""

from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller

OVER = "registry.sector_not_in_force"
NGO = {"name_vi": "Quỹ Giả Định (demo)", "home_country": "US", "sectors": ["tourism"]}
CERTIFICATE = {
    "kind": "operation",
    "number": "01/2024/HĐ",
    "issuer": "Bộ Ngoại giao",
    "issued_on": "2024-06-30",
    "valid_from": "2024-07-01",
    "valid_to": "2027-06-30",
    "provinces": ["VN-79"],
    "sectors": ["tourism", "education"],
}


@pytest.fixture
async def ngo(client: Caller, db: asyncpg.Connection) -> dict[str, Any]:
    """An NGO of a sector that is over since: tourism ended, sports began on 1 July 2024."""
    made = await client.as_("officer").post("/v1/ngos", json=NGO)
    await db.execute("UPDATE sectors SET valid_to = '2024-06-30' WHERE code = 'tourism'")
    await db.execute("UPDATE sectors SET valid_from = '2024-07-01' WHERE code = 'sports'")
    return dict(made.json())


async def test_a_new_ngo_is_of_sectors_that_hold_today(client: Caller, ngo: dict[str, Any]) -> None:
    own = client.as_("officer")
    other = {**NGO, "name_vi": "Hội Hư Cấu (demo)"}
    refused = await own.post("/v1/ngos", json=other)
    where = f"/v1/ngos/{ngo['id']}"

    kept = await own.merge(where, {"sectors": ["sports", "tourism"]}, 1)
    gone = await own.merge(where, {"sectors": ["sports"]}, 2)
    again = await own.merge(where, {"sectors": ["sports", "tourism"]}, 3)

    problem = refused.json()
    assert (refused.status_code, problem["code"]) == (409, OVER)
    assert problem["errors"][0]["pointer"] == "/body/sectors"
    assert "tourism" in problem["detail"]
    assert [kept.status_code, gone.status_code, again.json()["code"]] == [200, 200, OVER]


@pytest.mark.parametrize(
    ("issued_on", "sectors", "code"),
    [
        ("2024-06-30", ["tourism"], None),
        ("2024-07-01", ["tourism"], OVER),
        ("2024-06-30", ["education", "sports"], OVER),
        ("2024-07-01", ["sports"], None),
        ("2024-07-01", ["no_such"], "registry.unknown_sector"),
    ],
)
async def test_a_certificate_is_of_sectors_that_held_when_it_was_issued(
    client: Caller, ngo: dict[str, Any], issued_on: str, sectors: list[str], code: str | None
) -> None:
    body = {**CERTIFICATE, "ngo_id": ngo["id"], "issued_on": issued_on, "sectors": sectors}

    made = await client.as_("officer").post("/v1/certificates", json=body)

    assert (made.status_code, made.json().get("code")) == (409 if code else 201, code)

"""Referrals over HTTP: from introduction to outcome, and credit that is never counted twice."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import asyncpg

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]


async def introduced(staff: Staff, db: asyncpg.Connection) -> tuple[dict[str, Any], str]:
    """HUFO introduces an NGO to Cần Thơ."""
    cantho = str(await db.fetchval("SELECT id FROM units WHERE code = 'CANTHO'"))
    ngo = {"name_vi": "Quỹ Giả Định (demo)", "home_country": "US"}
    own = staff("officer", "HUFO")
    ngo_id = (await own.post("/v1/ngos", json=ngo)).json()["id"]
    body = {"to_unit_id": cantho, "ngo_id": ngo_id, "introduced_on": "2026-02-01"}
    made = await own.post("/v1/referrals", json=body)
    assert made.status_code == 201, made.text
    return made.json(), f"/v1/referrals/{made.json()['id']}"


async def test_the_receiving_union_leads_a_referral_to_its_outcome(
    staff: Staff, db: asyncpg.Connection
) -> None:
    made, where = await introduced(staff, db)
    there = staff("officer", "CANTHO")

    stranger = await staff("officer", "HAIPHONG").act(
        f"{where}/accept", 1, {"accepted_on": "2026-02-03"}
    )
    giver = await staff("officer", "HUFO").act(f"{where}/accept", 1, {"accepted_on": "2026-02-03"})
    corrected = await there.merge(where, {"letter": "01/LH"}, 1)
    await there.act(f"{where}/accept", 1, {"accepted_on": "2026-02-03"})
    early = await there.act(f"{where}/visit", 2, {"visited_on": "2026-01-01"})
    await there.act(f"{where}/visit", 2, {"visited_on": "2026-02-10"})
    ends: dict[str, Any] = {"concluded_on": "2026-03-01", "outcome": "agreed"}
    ended = await there.act(f"{where}/conclude", 3, ends)

    assert (stranger.status_code, stranger.json()["code"]) == (403, "registry.not_a_side")
    assert (giver.status_code, giver.json()["code"]) == (403, "registry.other_side")
    assert (corrected.status_code, corrected.json()["code"]) == (403, "registry.other_side")
    assert made["allowed_actions"] == ["update"]
    assert early.json()["code"] == "registry.dates_out_of_order"
    assert (ended.status_code, ended.json()["status"]) == (200, "concluded")
    shares = {credit["unit_id"]: credit["percentage"] for credit in ended.json()["credits"]}
    assert shares == {made["unit_id"]: "50", made["to_unit_id"]: "50"}


async def test_a_union_does_not_introduce_an_ngo_to_itself(
    staff: Staff, db: asyncpg.Connection
) -> None:
    made, _ = await introduced(staff, db)
    body = {name: made[name] for name in ("ngo_id", "introduced_on")}

    refused = await staff("officer", "HUFO").post(
        "/v1/referrals", json={**body, "to_unit_id": made["unit_id"]}
    )

    assert (refused.status_code, refused.json()["code"]) == (409, "registry.same_union")


async def test_two_unions_share_a_referral_that_the_country_counts_once(
    staff: Staff, demo: Loaded
) -> None:
    params = {"year": "2019"}
    found = (await staff("viewer").get("/v1/statistics/referrals", params=params)).json()

    assert found["total"]["count"] == 1 == sum(row["count"] for row in found["rows"])
    credits = {row["key"]["unit"]: Decimal(row["credit"]) for row in found["rows"]}
    assert credits == {"HUFO": Decimal("0.5"), "HAUGIANG": Decimal("0.5")}
    assert Decimal(found["total"]["credit"]) == sum(credits.values()) == 1

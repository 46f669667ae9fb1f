"""Rates: dated, sourced, never two at once, and honest where none is known."""

from collections.abc import Awaitable, Callable
from datetime import date
from decimal import Decimal
from typing import Any

import asyncpg
import pytest
from fastapi import FastAPI

from aid.rates import load, queries
from chassis.testing import Caller

Making = Callable[..., Awaitable[dict[str, Any]]]


async def test_rates_say_where_they_come_from(client: Caller) -> None:
    params = {"currency": "USD", "as_of": "2021-12-31"}

    (rate,) = (await client.as_("viewer").get("/v1/rates", params=params)).json()["items"]

    assert (rate["rate"], rate["valid_from"], rate["valid_to"]) == (
        "23000", "2021-01-01", "2021-12-31",
    )  # fmt: skip
    assert (rate["confidence"], rate["verified"], rate["demo"]) == ("DERIVED", False, True)
    assert rate["source"]


async def test_the_rate_on_a_day_is_the_one_in_force(app: FastAPI) -> None:
    async with app.state.sessions() as tx:
        first = await queries.rate_on(tx, "USD", date(2021, 1, 1))
        last = await queries.rate_on(tx, "USD", date(2021, 12, 31))
        before = await queries.rate_on(tx, "USD", date(1999, 1, 1))

    assert first is not None
    assert last is not None
    assert first.id == last.id
    assert (first.rate, before) == (Decimal(23000), None)


async def test_two_rates_of_one_currency_never_overlap(db: asyncpg.Connection) -> None:
    with pytest.raises(asyncpg.ExclusionViolationError, match="rates_no_overlap"):
        await db.execute(
            "INSERT INTO rates (id, version, created_at, updated_at, currency, rate,"
            " valid_from, valid_to, source, confidence, verified, demo) VALUES (gen_random_uuid(),"
            " 1, now(), now(), 'USD', 1, '2021-06-01', NULL, 'x', 'x', false, false)"
        )


async def test_loading_the_file_again_changes_nothing_but_the_time(
    app: FastAPI, db: asyncpg.Connection
) -> None:
    told = "SELECT array_agg((id, currency, rate, valid_from, source)::text ORDER BY id) FROM rates"
    before = await db.fetchval(told)

    async with app.state.sessions() as tx, tx.begin():
        await (await tx.connection()).run_sync(load.load)

    assert await db.fetchval(told) == before


async def test_a_grant_of_a_day_without_a_rate_is_approved_and_named_as_unconverted(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant("appraised", amount={"amount": "500", "currency": "CHF"})
    body = {"decision_number": "9", "decided_on": "1999-05-04", "authority": "UBND TP"}
    approved = await client.as_("approver").act(
        f"/v1/grants/{grant['id']}/approve", grant["version"], body
    )

    counted = (await client.as_("viewer").get("/v1/statistics/grants")).json()

    assert approved.status_code == 200
    assert counted["total"] == {"count": 1, "committed": {"VND": "0", "USD": "0.00"}}
    assert counted["unconverted"] == [
        {"amount": "500", "currency": "CHF", "into": ["VND", "USD"], "count": 1}
    ]

"""Unions over HTTP."""

from collections.abc import Callable
from uuid import uuid4

import asyncpg
import pytest

from chassis.testing import Caller


@pytest.mark.parametrize("words", ["Hufo", "hufo", "TP.HM", "tp.hm", "Thanh pho Ho Chi Minh"])
async def test_a_union_is_found_by_short_name_and_by_the_misprints_on_record(
    client: Caller, words: str
) -> None:
    found = (await client.as_("viewer").get("/v1/units", params={"q": words})).json()["items"]

    assert [unit["code"] for unit in found] == ["HUFO"]


async def test_a_merged_union_names_its_successor(client: Caller) -> None:
    params = {"code": "HAUGIANG"}
    found = (await client.as_("viewer").get("/v1/units", params=params)).json()["items"][0]

    read = await client.as_("viewer", "CANTHO").get(f"/v1/units/{found['id']}")

    assert read.headers["etag"] == '"1"'
    assert (read.json()["status"], read.json()["successor_code"]) == ("merged", "CANTHO")


async def test_an_unknown_union_is_not_found(client: Caller) -> None:
    answer = await client.as_("viewer").get(f"/v1/units/{uuid4()}")

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_every_union_on_record_has_its_first_line_in_the_feed(
    staff: Callable[..., Caller], db: asyncpg.Connection
) -> None:
    units = await db.fetchval("SELECT count(*) FROM units")

    assert units == 16
    assert await db.fetchval("SELECT count(*) FROM changes WHERE resource = 'units'") == units

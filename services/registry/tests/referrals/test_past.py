"""A list and a figure of a day show referrals as far as they had come by then."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller

Staff = Callable[..., Caller]
URL = "/v1/referrals"


@pytest.fixture
async def concluded(staff: Staff, db: asyncpg.Connection) -> dict[str, Any]:
    """Introduced on 1 February 2026, accepted on the 3rd, visited on the 10th, ended on 1 March."""
    there, own = staff("officer", "CANTHO"), staff("officer", "HUFO")
    ngo = await own.post("/v1/ngos", json={"name_vi": "Quỹ Giả Định (demo)", "home_country": "US"})
    cantho = str(await db.fetchval("SELECT id FROM units WHERE code = 'CANTHO'"))
    body = {"to_unit_id": cantho, "ngo_id": ngo.json()["id"], "introduced_on": "2026-02-01"}
    where = f"{URL}/{(await own.post(URL, json=body)).json()['id']}"
    await there.act(f"{where}/accept", 1, {"accepted_on": "2026-02-03"})
    visit = {"visited_on": "2026-02-10", "visit": "Thăm trường"}
    await there.act(f"{where}/visit", 2, visit)
    ends = {"concluded_on": "2026-03-01", "outcome": "agreed", "result": "Đã ký"}
    return dict((await there.act(f"{where}/conclude", 3, ends)).json())


@pytest.mark.parametrize(
    ("day", "status", "shown"),
    [
        ("2026-02-01", "introduced", set()),
        ("2026-02-03", "accepted", {"accepted_on"}),
        ("2026-02-28", "visited", {"accepted_on", "visited_on", "visit"}),
        (
            "2026-03-01",
            "concluded",
            {"accepted_on", "visited_on", "visit", "concluded_on", "outcome", "result", "credits"},
        ),
    ],
)
async def test_a_list_of_a_day_shows_no_step_that_came_later(
    staff: Staff, concluded: dict[str, Any], day: str, status: str, shown: set[str]
) -> None:
    viewer = staff("viewer")
    (item,) = (await viewer.get(URL, params={"as_of": day})).json()["items"]
    steps = ("accepted_on", "visited_on", "visit", "concluded_on", "outcome", "result", "credits")

    assert item["status"] == status
    assert {name for name in steps if item[name]} == shown
    for asked in ("introduced", "accepted", "visited", "concluded"):
        found = (await viewer.get(URL, params={"as_of": day, "status": asked})).json()["items"]
        assert len(found) == (asked == status), asked


async def test_nothing_was_introduced_before_its_day(
    staff: Staff, concluded: dict[str, Any]
) -> None:
    asked = {"as_of": "2026-01-31"}

    assert (await staff("viewer").get(URL, params=asked)).json()["items"] == []
    figure = await staff("viewer").get("/v1/statistics/referrals", params=asked)
    assert figure.json()["total"]["count"] == len(figure.json()["rows"]) == 0


async def test_credit_counts_from_the_day_of_the_outcome(
    staff: Staff, concluded: dict[str, Any]
) -> None:
    async def total(day: str) -> tuple[int, Decimal]:
        answer = await staff("viewer").get("/v1/statistics/referrals", params={"as_of": day})
        said = answer.json()["total"]
        return said["count"], Decimal(said["credit"])

    assert await total("2026-02-28") == (1, Decimal(0))
    assert await total("2026-03-01") == (1, Decimal(1))


async def test_a_referral_was_open_until_it_was_declined(
    staff: Staff, db: asyncpg.Connection, concluded: dict[str, Any]
) -> None:
    body = {name: concluded[name] for name in ("to_unit_id", "ngo_id")}
    made = await staff("officer").post(URL, json={**body, "introduced_on": "2026-04-01"})
    there, where = staff("officer", "CANTHO"), f"{URL}/{made.json()['id']}/decline"
    said = {"reason": "Không phù hợp", "declined_on": "2026-04-20"}

    early = await there.act(where, 1, {**said, "declined_on": "2026-03-31"})
    await there.act(where, 1, said)

    async def on(day: str) -> tuple[str, str | None]:
        (item,) = (await staff("viewer").get(URL, params={"as_of": day, "limit": "1"})).json()[
            "items"
        ]
        return item["status"], item["reason"]

    assert (early.status_code, early.json()["code"]) == (409, "registry.dates_out_of_order")
    assert await on("2026-04-19") == ("introduced", None)
    assert await on("2026-04-20") == ("declined", "Không phù hợp")


async def test_what_is_introduced_for_a_day_to_come_can_be_declined_before(
    staff: Staff, concluded: dict[str, Any]
) -> None:
    body = {name: concluded[name] for name in ("to_unit_id", "ngo_id")}
    made = await staff("officer").post(URL, json={**body, "introduced_on": "2199-04-01"})
    where = f"{URL}/{made.json()['id']}/decline"

    done = await staff("officer", "CANTHO").act(where, 1, {"reason": "Không phù hợp"})

    assert (done.status_code, done.json()["declined_on"]) == (200, "2199-04-01")

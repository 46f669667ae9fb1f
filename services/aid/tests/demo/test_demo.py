"""The demonstration data over HTTP: the figures that the seeds print."""

from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

import asyncpg
import pytest
from fastapi import FastAPI

from aid.demo import __main__ as command
from aid.demo.load import enter
from chassis.testing import Caller

NAMESPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")
HUFO = {"unit_id": str(uuid5(NAMESPACE, "unit/HUFO"))}
PERIOD = {"unit": "HUFO", "from": "2021-01-01", "to": "2021-12-01"}


@pytest.fixture(autouse=True)
async def _loaded(app: FastAPI) -> None:
    async with app.state.sessions() as tx, tx.begin():
        await enter(tx)


async def statistics(client: Caller, **params: str) -> dict[str, Any]:
    answer = await client.as_("viewer", **HUFO).get("/v1/statistics/grants", params=PERIOD | params)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_f05_to_f10_are_what_the_seeds_print(client: Caller) -> None:
    body = await statistics(client, by="form")

    rows = {row["key"]["form"]: row for row in body["rows"]}
    assert rows["non_project"]["count"] == 70
    assert rows["non_project"]["committed"] == {"VND": "594500000000", "USD": "25847826.09"}
    assert rows["project"]["count"] == 15
    assert rows["project"]["committed"] == {"VND": "275700000000", "USD": "11986956.52"}
    assert Decimal(rows["non_project"]["committed"]["USD"]) < 26_000_000
    assert Decimal(rows["project"]["committed"]["USD"]) < 12_000_000
    assert body["total"]["count"] == 70 + 15, "the seeds print no other form for these days"
    assert body["total"]["committed"]["VND"] == "870200000000"
    assert body["unconverted"] == []
    (rate,) = body["rates"]
    assert (rate["currency"], rate["rate"], rate["verified"]) == ("USD", "23000", False)


@pytest.mark.parametrize(
    "by",
    ["year", "form,year", "sector", "province", "donor", "donor_country", "recipient_kind",
     "form,sector", "sector,year,recipient_kind"],
)  # fmt: skip
async def test_every_breakdown_adds_up_to_the_same_total(client: Caller, by: str) -> None:
    body = await statistics(client, by=by)

    total = (await statistics(client, by="form"))["total"]
    assert body["total"] == total
    assert sum(row["count"] for row in body["rows"]) == total["count"]
    for currency in ("VND", "USD"):
        parts = sum(Decimal(row["committed"][currency]) for row in body["rows"])
        assert parts == Decimal(total["committed"][currency])


async def test_national_staff_see_the_same_figures_by_code_and_by_id(client: Caller) -> None:
    national = client.as_("viewer", "VUFO")
    by_code = (await national.get("/v1/statistics/grants", params=PERIOD)).json()
    by_id = (
        await national.get("/v1/statistics/grants", params=PERIOD | {"unit": HUFO["unit_id"]})
    ).json()

    assert by_code["rows"] == by_id["rows"]
    assert by_code["rows"] == (await statistics(client))["rows"]


async def test_loading_again_enters_nothing(app: FastAPI, db: asyncpg.Connection) -> None:
    counts = "SELECT (SELECT count(*) FROM grants), (SELECT count(*) FROM changes)"
    before = await db.fetchrow(counts)

    async with app.state.sessions() as tx, tx.begin():
        loaded = await enter(tx)

    assert (loaded.grants, loaded.recipients, loaded.there) == (0, 0, 158)
    assert await db.fetchrow(counts) == before


async def test_a_demonstration_grant_tells_its_steps_by_three_people(
    client: Caller, db: asyncpg.Connection
) -> None:
    grant = await db.fetchval("SELECT id FROM grants WHERE code = 'VT-2021-0003'")

    history = await client.as_("auditor", **HUFO).get(f"/v1/grants/{grant}/history")

    entries = history.json()["items"]
    assert [entry["action"] for entry in entries] == ["approve", "appraise", "submit", "create"]
    assert len({entry["actor"]["id"] for entry in entries}) == 3
    assert [entry["version"] for entry in entries] == [4, 3, 2, 1]


async def test_a_new_dossier_goes_on_after_the_running_numbers_of_the_file(
    client: Caller,
) -> None:
    made = await client.as_("officer", **HUFO).post(
        "/v1/grants", json={"title_vi": "Khoản mới", "form": "project"}
    )

    assert int(made.json()["code"].split("-")[2]) > 103


def test_production_takes_no_demonstration_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL_AID", "postgresql://nobody@127.0.0.1:9/none")
    monkeypatch.setenv("MODE", "production")

    with pytest.raises(SystemExit, match="production"):
        command.main()

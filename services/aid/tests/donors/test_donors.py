"""Donors: NGOs copied from the registry's feed, others recorded here."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from aid.donors import queries as donors
from aid.store import Mirror
from aid.units import queries as units
from chassis import db as engines
from chassis import mirror
from chassis.testing import Caller

Making = Callable[..., Awaitable[dict[str, Any]]]
APPLIED = {"ngos": donors.apply, "units": units.apply}


def ngo(version: int = 1, **fields: Any) -> dict[str, Any]:
    record = {"name_vi": "Quỹ Đường Mới", "name_en": "New Road Fund", "home_country": "US"}
    return {"resource": "ngos", "version": version, "record": record | {"demo": True} | fields}


class Registry:
    """The registry's feed as the gateway would hand it on; away when told so."""

    service = "registry"

    def __init__(self) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.away = False

    async def page(self, after: str, wait: int) -> Mapping[str, Any]:
        if self.away:
            raise httpx.ConnectError("away")
        new = self.events[int(after) :]
        items = [{"subject": subject, "data": data} for subject, data in new]
        return {"items": items, "next": str(len(self.events))}


@pytest.fixture
async def engine(app: FastAPI) -> AsyncIterator[AsyncEngine]:
    made = engines.connect(app.state.settings.database_url, 1, "test-mirror")
    yield made
    await made.dispose()


async def follow(engine: AsyncEngine, registry: Registry) -> None:
    await mirror.follow(engine, registry, Mirror, APPLIED, 0)  # type: ignore[arg-type]


async def listed(client: Caller, unit: str = "HUFO", **params: str) -> dict[str, Any]:
    answer = await client.as_("viewer", unit).get("/v1/donors", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_an_ngo_of_the_feed_is_a_donor_of_every_unit(
    client: Caller, engine: AsyncEngine
) -> None:
    registry, ngo_id = Registry(), str(uuid4())
    registry.events.append((ngo_id, ngo()))
    assert (await listed(client))["source"] == {"as_of": None, "stale": True}

    await follow(engine, registry)

    for unit in ("HUFO", "CANTHO"):
        body = await listed(client, unit, q="duong moi", country="US")
        assert [item["id"] for item in body["items"]] == [ngo_id]
        assert body["source"]["stale"] is False
    donor = (await client.as_("viewer").get(f"/v1/donors/{ngo_id}")).json()
    assert (donor["kind"], donor["unit_id"], donor["allowed_actions"]) == ("ngo", None, [])


async def test_only_a_higher_version_is_taken_over(client: Caller, engine: AsyncEngine) -> None:
    registry, ngo_id = Registry(), str(uuid4())
    registry.events = [(ngo_id, ngo(3, name_vi="Mới nhất")), (ngo_id, ngo(2, name_vi="Cũ"))]

    await follow(engine, registry)
    registry.events += [(ngo_id, ngo(3, name_vi="Lặp lại"))]
    await follow(engine, registry)

    donor = (await client.as_("viewer").get(f"/v1/donors/{ngo_id}")).json()
    assert (donor["name_vi"], donor["version"]) == ("Mới nhất", 3)


async def test_the_copy_serves_on_while_the_registry_is_away_and_says_how_old_it_is(
    client: Caller, engine: AsyncEngine, db: asyncpg.Connection
) -> None:
    registry = Registry()
    registry.events.append((str(uuid4()), ngo()))
    await follow(engine, registry)
    await db.execute("UPDATE mirrors SET as_of = as_of - interval '5 minutes'")
    registry.away = True

    with pytest.raises(httpx.ConnectError):
        await follow(engine, registry)

    body = await listed(client)
    assert len(body["items"]) == 1
    assert body["source"]["stale"] is True
    registry.away = False
    await follow(engine, registry)
    assert (await listed(client))["source"]["stale"] is False


async def test_an_ngo_deleted_in_the_registry_is_offered_no_more(
    client: Caller, engine: AsyncEngine, a_grant: Making
) -> None:
    registry, ngo_id = Registry(), str(uuid4())
    registry.events.append((ngo_id, ngo()))
    await follow(engine, registry)
    grant = await a_grant(donor_id=ngo_id)

    registry.events.append((ngo_id, {"resource": "ngos", "version": 2, "record": None}))
    await follow(engine, registry)

    assert (await listed(client))["items"] == []
    kept = (await client.as_("viewer").get(f"/v1/grants/{grant['id']}")).json()
    assert kept["donor_name"] == "Quỹ Đường Mới"
    answer = await client.as_("officer").post(
        "/v1/grants", json={"title_vi": "x", "form": "project", "donor_id": ngo_id}
    )
    assert answer.json()["code"] == "aid.unknown_donor"


async def test_a_union_of_the_feed_can_be_named_by_code_and_by_id(
    client: Caller, engine: AsyncEngine
) -> None:
    registry, union = Registry(), str(uuid4())
    record = {"code": "SONLA", "name_vi": "Liên hiệp Sơn La", "national": False}
    registry.events.append((union, {"resource": "units", "version": 1, "record": record}))
    national = client.as_("viewer", "VUFO")
    before = await national.get("/v1/grants", params={"unit": "SONLA"})

    await follow(engine, registry)

    assert (before.status_code, before.json()["code"]) == (409, "aid.unknown_unit")
    for name in ("SONLA", "sonla", union):
        answer = await national.get("/v1/statistics/grants", params={"unit": name})
        assert (answer.status_code, answer.json()["filters"]["unit_id"]) == (200, union)


async def test_a_unit_records_other_donors_for_itself(client: Caller, a_donor: Making) -> None:
    donor = await a_donor(name_vi="Công ty Tràng Duệ Giả Định")
    url = f"/v1/donors/{donor['id']}"

    changed = await client.as_("officer").merge(url, {"name_en": "Trang Due (fictional)"}, 1)
    history = (await client.as_("auditor").get(f"{url}/history")).json()["items"]

    assert donor["allowed_actions"] == ["update"]
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    assert [entry["action"] for entry in history] == ["update", "create"]
    assert (await client.as_("viewer", "CANTHO").get(url)).status_code == 404
    assert (await client.as_("officer", "CANTHO").merge(url, {"note": "x"}, 2)).status_code == 404
    assert (await client.as_("viewer", "VUFO").get(url)).status_code == 200
    assert (await listed(client, "CANTHO"))["items"] == []


async def test_an_ngo_is_neither_recorded_nor_changed_here(
    client: Caller, engine: AsyncEngine
) -> None:
    registry, ngo_id = Registry(), str(uuid4())
    registry.events.append((ngo_id, ngo()))
    await follow(engine, registry)
    officer = client.as_("officer")

    made = await officer.post("/v1/donors", json={"kind": "ngo", "name_vi": "Quỹ Khác"})
    changed = await officer.merge(f"/v1/donors/{ngo_id}", {"name_vi": "Khác"}, 1)

    assert (made.status_code, made.json()["errors"][0]["pointer"]) == (422, "/body/kind")
    assert (changed.status_code, changed.json()["code"]) == (409, "aid.donor_is_a_copy")


async def test_two_readers_of_one_feed_do_no_harm(client: Caller, engine: AsyncEngine) -> None:
    registry = Registry()
    registry.events = [(str(uuid4()), ngo(name_vi=f"Quỹ {n}")) for n in range(20)]

    await asyncio.gather(follow(engine, registry), follow(engine, registry))

    assert len((await listed(client, limit="200"))["items"]) == 20

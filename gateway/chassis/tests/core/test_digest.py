"""The digest of a feed is that of a copy made from it, at any position; a lost position is 410."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller, unit_id

GOOD = {"name": "một", "day": "2021-11-11"}
Sequenced = Callable[[], Any]


async def feed(reader: Caller, after: int = 0) -> list[dict[str, Any]]:
    return (await reader.get("/v1/changes", params={"after": after})).json()["items"]


def folded(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What a reader of the contract alone computes, with nothing but the standard library."""
    copy: dict[tuple[str, str, str], Any] = {}
    for event in events:
        said = event["data"]
        copy[event.get("unitid", ""), said["resource"], event["subject"]] = said["record"]
    parts: dict[tuple[str, str], list[bytes]] = {}
    for (unit, resource, record_id), record in sorted(copy.items()):
        if record is not None:
            text = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            digest = hashlib.sha256(text.encode()).hexdigest()
            line = f"{record_id} {digest}\n".encode()
            parts.setdefault((unit, resource), []).append(line)
    return [
        {
            "unit_id": unit or None,
            "resource": resource,
            "count": len(lines),
            "hash": hashlib.sha256(b"".join(lines)).hexdigest(),
        }
        for (unit, resource), lines in parts.items()
    ]


async def test_a_copy_made_from_the_feed_has_the_digest_of_its_position(
    client: Caller, sequenced: Sequenced
) -> None:
    for unit in ("HUFO", "CANTHO"):
        writer = client.as_("writer", unit)
        made = [
            (await writer.post("/v1/things", json={**GOOD, "name": f"{unit} {n} Ữ\u00a0🙂"})).json()
            for n in range(3)
        ]
        await writer.merge(f"/v1/things/{made[0]['id']}", {"note": "khác"}, 1)
        await writer.delete(f"/v1/things/{made[1]['id']}", headers={"If-Match": '"1"'})
    await sequenced()

    for reader in (client.as_("reader"), client.as_("reader", "VUFO")):
        events = await feed(reader)
        for at in (4, 5, 10):
            said = (await reader.get("/v1/changes/digest", params={"at": at})).json()
            seen = [event for event in events if int(event["sequence"]) <= at]
            # no unit stands last, as the database sorts
            assert sorted(said["items"], key=str) == sorted(folded(seen), key=str)
            assert said["position"] == str(at)
        units = {part["unit_id"] for part in said["items"]}
        assert str(unit_id("HUFO")) in units
    newest = (await client.as_("reader", "VUFO").get("/v1/changes/digest")).json()
    assert newest == said


async def test_a_date_means_the_last_position_of_that_day(
    client: Caller, db: asyncpg.Connection, sequenced: Sequenced
) -> None:
    for n in range(3):
        await client.as_("writer").post("/v1/things", json={**GOOD, "name": str(n)})
    await sequenced()
    await db.execute("UPDATE changes SET at = '2026-01-31 23:59:59Z' WHERE pos <= 2")

    reader = client.as_("reader")
    said = (await reader.get("/v1/changes/digest", params={"date": "2026-01-31"})).json()
    before = (await reader.get("/v1/changes/digest", params={"date": "2026-01-30"})).json()

    assert (said["position"], said["items"][0]["count"]) == ("2", 2)
    assert before == {"position": "0", "newest": "3", "items": []}


@pytest.mark.parametrize("path", ["/v1/changes?after=2", "/v1/changes/digest?at=2"])
async def test_a_position_the_feed_never_had_is_gone(
    client: Caller, sequenced: Sequenced, path: str
) -> None:
    """A copy that has seen more than there is: the house was restored from a backup."""
    await client.as_("writer").post("/v1/things", json=GOOD)
    await sequenced()

    answer = await client.as_("reader").get(path)

    assert (answer.status_code, answer.json()["code"]) == (410, "changes.ahead")


async def test_beyond_its_retention_a_feed_cannot_be_resumed(
    client: Caller, db: asyncpg.Connection, sequenced: Sequenced, app: Any
) -> None:
    for n in range(3):
        await client.as_("writer").post("/v1/things", json={**GOOD, "name": str(n)})
    await sequenced()
    await db.execute("UPDATE changes SET at = now() - interval '100 days' WHERE pos <= 2")
    reader = client.as_("reader")
    kept = await reader.get("/v1/changes?after=0")
    app.state.settings = app.state.settings.model_copy(update={"feed_days": 90})

    old, fresh = (await reader.get("/v1/changes?after=0"), await reader.get("/v1/changes?after=2"))

    assert kept.status_code == 200
    assert (old.status_code, old.json()["code"]) == (410, "changes.gone")
    assert (fresh.status_code, len(fresh.json()["items"])) == (200, 1)

"""A union went into another: whoever signed in for the one now does so for the other."""

import asyncio
from typing import Any
from uuid import UUID, uuid4, uuid5

import asyncpg

from gateway.edge.caller import Caller
from gateway.moves.lineage import Lineage

URL = "/api/gateway/v1/moves"


def unit_id(code: str) -> UUID:
    return uuid5(UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500"), f"unit/{code}")


def body(**said: Any) -> dict[str, Any]:
    return {
        "from_unit_id": str(unit_id("HAUGIANG")),
        "to_unit_id": str(unit_id("CANTHO")),
        "to_unit_code": "CANTHO",
        "reason": "Nghị quyết hợp nhất (demo)",
    } | said


async def test_accounts_and_clients_follow_with_their_sessions_and_tokens(
    signed_in: Any, a_token: Any, running: Any, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin", "VUFO")
    hers, theirs = await signed_in("officer", "HAUGIANG"), await signed_in("officer", "CANTHO")
    token = await a_token(unit="HAUGIANG", name="haugiang-1")

    async def speaks_for() -> str | None:
        caller: Caller = await running.live_clients.find(token)
        return caller.unit_code

    before = await speaks_for()
    moved = await admin.post(URL, json=body())

    assert moved.status_code == 200, moved.text
    assert (moved.json()["accounts"], moved.json()["clients"]) == (1, 1)
    mine = "/api/gateway/v1/sessions/current"
    assert (await hers.get(mine)).status_code == 401
    assert (await theirs.get(mine)).status_code == 200
    assert (before, await speaks_for()) == ("HAUGIANG", "CANTHO")
    units = await db.fetch("SELECT unit_code, version FROM accounts WHERE name LIKE '%HAUGIANG'")
    assert [tuple(row) for row in units] == [("CANTHO", 2)]


async def test_each_one_is_told_in_the_log_and_nobody_else_is_touched(
    signed_in: Any, a_machine: Any, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin", "VUFO")
    await signed_in("officer", "HAUGIANG")
    await a_machine(unit="HAUGIANG", name="haugiang-1")
    await signed_in("officer", "HUFO")

    await admin.post(URL, json=body())

    told = await db.fetch(
        "SELECT resource, reason, after ->> 'unit_code' AS unit FROM changes"
        " WHERE action = 'move' ORDER BY resource"
    )
    assert [tuple(row) for row in told] == [
        ("accounts", body()["reason"], "CANTHO"),
        ("clients", body()["reason"], "CANTHO"),
        ("successions", body()["reason"], None),
    ]
    assert await db.fetchval("SELECT unit_code FROM accounts WHERE name = 'officer HUFO'") == "HUFO"


async def test_only_the_national_administrator_moves_a_unit_and_never_half_of_it(
    signed_in: Any, db: asyncpg.Connection
) -> None:
    admin, local = await signed_in("admin", "VUFO"), await signed_in("admin", "HAUGIANG")
    await signed_in("officer", "CANTHO")

    refused = {
        "local": await local.post(URL, json=body()),
        "itself": await admin.post(URL, json=body(to_unit_id=body()["from_unit_id"])),
        "code": await admin.post(URL, json=body(to_unit_code="CANTO")),
        "empty": await admin.post(URL, json=body(from_unit_id=str(uuid4()))),
    }

    codes = {name: (one.status_code, one.json()["code"]) for name, one in refused.items()}
    assert codes == {
        "local": (403, "moves.national"),
        "itself": (409, "moves.same_unit"),
        "code": (409, "moves.other_code"),
        "empty": (409, "moves.nobody"),
    }
    left = await db.fetchval("SELECT unit_code FROM accounts WHERE name = 'admin HAUGIANG'")
    assert left == "HAUGIANG"


async def test_from_then_on_the_other_unit_sees_the_records_of_the_one_that_is_gone(
    signed_in: Any, running: Any, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin", "VUFO")
    await signed_in("officer", "HAUGIANG")
    gone, into = unit_id("HAUGIANG"), unit_id("CANTHO")

    before = await running.lineage.of(into)
    moved = await admin.post(URL, json=body())
    after = (await running.lineage.of(into), await running.lineage.of(gone))
    heir = await signed_in("officer", "CANTHO")
    told_heir = (await heir.get("/api/gateway/v1/sessions/current")).json()["person"]
    back = await admin.post(
        URL, json=body(from_unit_id=str(into), to_unit_id=str(gone), to_unit_code="HAUGIANG")
    )
    undone = (await running.lineage.of(into), await running.lineage.of(gone))

    assert (moved.status_code, back.status_code) == (200, 200), back.text
    assert (before, after) == ((), ((gone,), ()))
    assert told_heir["predecessors"] == [str(gone)]
    assert undone == ((), (into,))
    told = await db.fetch(
        "SELECT action, after ->> 'to_unit_code' AS into FROM changes"
        " WHERE resource = 'successions' ORDER BY id"
    )
    assert [tuple(row) for row in told] == [
        ("move", "CANTHO"), ("delete", None), ("move", "HAUGIANG"),
    ]  # fmt: skip


async def test_nobody_is_answered_before_the_first_look(running: Any, signed_in: Any) -> None:
    admin, into = await signed_in("admin", "VUFO"), unit_id("CANTHO")
    await signed_in("officer", "HAUGIANG")
    assert (await admin.post(URL, json=body())).status_code == 200
    anew = Lineage()
    anew.sessions = running.sessions

    found = await asyncio.gather(*(anew.of(into) for _ in range(5)))

    assert set(found) == {(unit_id("HAUGIANG"),)}

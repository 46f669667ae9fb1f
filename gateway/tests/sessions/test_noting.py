"""Sign-ins stand in the change log, those that failed too."""

import json
from typing import Any

import asyncpg
import httpx

from gateway.sessions import noting

URL = "/api/gateway/v1/sessions"
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"


async def test_who_came_in_and_who_was_kept_out_stands_in_the_log(
    client: httpx.AsyncClient, an_account: Any, db: asyncpg.Connection
) -> None:
    name = await an_account()
    for who, password in ((name, "sai"), (name, SENTENCE), ("nobody", SENTENCE)):
        said = {"username": who, "password": password}
        await client.post(URL, json=said, headers={"User-Agent": "a test"})

    found = await db.fetch(
        "SELECT action, operation, actor_name, unit_id, after FROM changes"
        " WHERE resource = 'sessions' ORDER BY id"
    )

    assert [row["action"] for row in found] == ["sign_in_refused", "sign_in", "sign_in_refused"]
    assert [row["actor_name"] for row in found] == ["", "officer HUFO", ""]
    assert {row["operation"] for row in found} == {"create_session"}
    known, same, nobodys = (json.loads(row["after"])["account_id"] for row in found)
    assert (known, nobodys) == (same, None)
    assert found[2]["unit_id"] == noting.NO_UNIT
    assert all('"address"' in row["after"] and SENTENCE not in str(row) for row in found)

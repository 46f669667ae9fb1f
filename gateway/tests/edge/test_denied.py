"""What the door denies stands in the gateway's log, beside what its own operations deny."""

import json
from typing import Any

import asyncpg
import pytest
from fastapi import FastAPI

from gateway.running import Running


async def test_a_forged_a_foreign_and_an_unproved_try_stand_in_the_log(
    signed_in: Any,
    running: Running,
    app: FastAPI,
    db: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    officer, admin = await signed_in(), await signed_in("admin", "VUFO")
    forged = await officer.post("/api/registry/v1/echo", headers={"X-CSRF-Token": "x"})
    foreign = await officer.get("/api/gateway/v1/accounts")
    monkeypatch.setattr(running.guard, "asks_otp", True)
    unproved = await admin.get("/api/registry/v1/echo")
    assert [one.status_code for one in (forged, foreign, unproved)] == [403] * 3
    await app.state.denials.flush(app.state.sessions)

    rows = await db.fetch("SELECT * FROM changes WHERE resource = 'denials' ORDER BY id")

    told = [(r["operation"], r["actor_name"], json.loads(r["after"])["code"]) for r in rows]
    assert told == [
        ("door", "", "sessions.csrf"),
        ("list_accounts", "officer HUFO", "identity.role"),
        ("door", "admin VUFO", "identity.otp_missing"),
    ]
    assert {json.loads(row["after"])["address"] for row in rows} == {"127.0.0.1"}

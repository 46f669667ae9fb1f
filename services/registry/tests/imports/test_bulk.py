"""Records that travel as one JSON text: entered whole, and never over somebody quicker."""

import json
from typing import Any

import asyncpg
import pytest
from fastapi import FastAPI

from registry.demo.load import Loaded
from registry.imports import bulk
from registry.ngos.models import Ngo

WHOLE = "SELECT to_jsonb(ngos) FROM ngos WHERE name_vi LIKE '%số 001%'"


@pytest.fixture
async def held(db: asyncpg.Connection, demo: Loaded) -> dict[str, Any]:
    """One NGO as it stands on record."""
    await db.set_type_codec("jsonb", encoder=str, decoder=json.loads, schema="pg_catalog")
    return dict(await db.fetchval(WHOLE))


async def upsert(app: FastAPI, row: dict[str, Any]) -> list[str]:
    async with app.state.sessions() as session, session.begin():
        return await bulk.upsert(session, Ngo.__table__, [row], ("note",))


async def test_a_record_is_changed_at_the_version_that_was_read(
    app: FastAPI, db: asyncpg.Connection, held: dict[str, Any]
) -> None:
    (written,) = await upsert(app, {**held, "note": "mới", "name_en": "not to be changed"})

    after = await db.fetchval(WHOLE)
    assert after == {**held, "note": "mới", "version": held["version"] + 1}
    assert '"mới"' in written


async def test_a_record_that_moved_on_is_left_alone_and_missing_from_the_answer(
    app: FastAPI, db: asyncpg.Connection, held: dict[str, Any]
) -> None:
    answered = await upsert(app, {**held, "note": "mới", "version": held["version"] - 1})

    assert answered == []
    assert await db.fetchval(WHOLE) == held

"""The registry under test: its own database, callers by role, and the demonstration data."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import asyncpg
import pytest
from fastapi import FastAPI

from registry.demo.load import Loaded, enter

if TYPE_CHECKING:  # pytest rewrites the plugin's assertions, so it must be the first to import it
    from chassis.testing import Caller

pytest_plugins = ["chassis.testing"]


@pytest.fixture(scope="session")
def service() -> str:
    return "registry"


@pytest.fixture
async def demo(app: FastAPI) -> Loaded:
    """The demonstration data, entered by the application's own role."""
    async with app.state.sessions() as session, session.begin():
        return await enter(session)


@pytest.fixture
async def staff(client: "Caller", db: asyncpg.Connection) -> "Callable[..., Caller]":
    """Callers of the unions on record: `staff("officer", "CANTHO")`."""
    units = {row["code"]: str(row["id"]) for row in await db.fetch("SELECT code, id FROM units")}

    def someone(role: str, unit: str = "HUFO") -> "Caller":
        return client.as_(role, unit, unit_id=units[unit])

    return someone

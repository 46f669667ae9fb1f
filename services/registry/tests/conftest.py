"""The registry under test: its own database, callers by role, and the demonstration data."""

import asyncio
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import asyncpg
import pytest
from fastapi import FastAPI

from chassis import db
from registry.demo.load import Loaded, enter

if TYPE_CHECKING:  # pytest rewrites the plugin's assertions, so it must be the first to import it
    from chassis.testing import Caller

pytest_plugins = ["chassis.testing"]


@pytest.fixture(scope="session")
def service() -> str:
    return "registry"


async def _entered(url: str) -> Loaded:
    engine = db.connect(url, 1, "tests")
    try:
        async with db.sessions(engine)() as session, session.begin():
            return await enter(session)
    finally:
        await engine.dispose()


@pytest.fixture(scope="session")
def filled(cluster: str, template: str) -> "Iterator[tuple[str, Loaded]]":
    """A database with the demonstration data, entered once by the application's own role."""
    from chassis.testing import PASSWORD, ROLE, execute, with_database

    name = f"{template}_filled"
    asyncio.run(execute(cluster, f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield name, asyncio.run(_entered(with_database(cluster, name, ROLE, PASSWORD)))
    asyncio.run(execute(cluster, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def source(request: pytest.FixtureRequest, template: str) -> str:
    """A test that asks for the demonstration gets a copy of the filled database."""
    if "demo" not in request.fixturenames:
        return template
    return str(request.getfixturevalue("filled")[0])


@pytest.fixture
def demo(app: FastAPI, filled: tuple[str, Loaded]) -> Loaded:
    """The demonstration data is there."""
    return filled[1]


@pytest.fixture
async def staff(client: "Caller", db: asyncpg.Connection) -> "Callable[..., Caller]":
    """Callers of the unions on record: `staff("officer", "CANTHO")`."""
    units = {row["code"]: str(row["id"]) for row in await db.fetch("SELECT code, id FROM units")}

    def someone(role: str, unit: str = "HUFO", **claims: object) -> "Caller":
        return client.as_(role, unit, unit_id=units[unit], **claims)

    return someone

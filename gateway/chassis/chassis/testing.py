"""Fixtures for a service's tests: a real PostgreSQL built by its migrations, and callers by role.

A suite says `pytest_plugins = ["chassis.testing"]` and gives a fixture `service` with its name.
The cluster's superuser URL comes from TEST_POSTGRES_URL; the service itself connects as a role with
just the rights that migrations grant. Every answer in every test is held to the query budget.
"""

import asyncio
import contextlib
import importlib
import logging
import os
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

import asyncpg
import httpx
import pytest
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import OKPKey

from chassis import migrate
from chassis.identity import Verifier
from chassis.settings import Settings

BUDGET = 10
ROLE, PASSWORD = "t_app", "t_app"
KEY = OKPKey.generate_key("Ed25519", {"kid": "test", "use": "sig", "alg": "Ed25519"})
ISSUER = "nhip-cau"


def unit_id(code: str) -> UUID:
    """The id that a unit code stands for in tests."""
    return uuid5(NAMESPACE_URL, f"unit/{code}")


def person_id(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"person/{name}")


def token(audience: str, role: str, unit: str = "HUFO", **claims: Any) -> str:
    """A signed identity as the gateway mints it; `claims` override single claims."""
    now = int(time.time())
    name = claims.pop("name", f"{role}@{unit}")
    said = {
        "iss": ISSUER, "aud": audience, "sub": str(person_id(name)), "kind": "person", "name": name,
        "roles": [role], "unit_id": str(unit_id(unit)), "unit_code": unit,
        "national": unit == "VUFO", "jti": uuid4().hex, "iat": now, "nbf": now, "exp": now + 60,
    } | claims  # fmt: skip
    header = {"alg": "Ed25519", "typ": "at+jwt", "kid": "test"}
    return jwt.encode(header, said, KEY, algorithms=["Ed25519"])


def with_database(url: str, database: str, user: str | None = None, password: str = "") -> str:
    parts = urlsplit(url)
    place = parts.netloc.rsplit("@", 1)[-1]
    netloc = f"{user}:{password}@{place}" if user else parts.netloc
    return urlunsplit(parts._replace(netloc=netloc, path=f"/{database}"))


async def execute(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def cluster() -> str:
    """The superuser's URL of the test cluster."""
    url = os.environ.get("TEST_POSTGRES_URL")
    if not url:
        pytest.fail("TEST_POSTGRES_URL is not set: run the tests through `make test`.")
    return url


@pytest.fixture(scope="session")
def template(cluster: str, service: str) -> Iterator[str]:
    """A database of this service, built by its migrations, that each test copies."""
    name = f"t_{service}_{uuid4().hex[:8]}"
    role = (
        f"DO $$ BEGIN CREATE ROLE {ROLE} LOGIN PASSWORD '{PASSWORD}';"
        " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
    )
    asyncio.run(execute(cluster, role, f"CREATE DATABASE {name}"))
    owner = with_database(cluster, name)
    asyncio.run(
        execute(
            owner,
            "CREATE EXTENSION IF NOT EXISTS btree_gist",
            "CREATE EXTENSION IF NOT EXISTS pg_trgm",
        )
    )
    migrate.upgrade(service, owner, with_database(cluster, name, ROLE, PASSWORD))
    yield name
    asyncio.run(execute(cluster, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def source(template: str) -> str:
    """What this test's own database is copied from; a suite may offer one that is filled."""
    return template


@pytest.fixture
async def database(cluster: str, source: str) -> AsyncIterator[str]:
    """The superuser's URL of this test's own database."""
    name = f"{source}_{uuid4().hex[:8]}"
    await execute(cluster, f"CREATE DATABASE {name} TEMPLATE {source}")
    yield with_database(cluster, name)
    await execute(cluster, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def db(database: str) -> AsyncIterator[asyncpg.Connection]:
    """A superuser's connection, to look behind the service."""
    connection = await asyncpg.connect(database)
    yield connection
    await connection.close()


@pytest.fixture
async def app(service: str, cluster: str, database: str, tmp_path: Path) -> AsyncIterator[FastAPI]:
    """The service, started on this test's database."""
    application: FastAPI = importlib.import_module(f"{service}.main").app
    name = urlsplit(database).path.lstrip("/")
    application.state.settings = Settings(
        name=service,
        database_url=with_database(cluster, name, ROLE, PASSWORD),
        data_dir=tmp_path,
        gateway_url="http://127.0.0.1:9",
        log_level="WARNING",
    )

    async def keys() -> dict[str, Any]:
        return {"keys": [KEY.as_dict(private=False)]}

    application.state.verifier = Verifier(ISSUER, service, keys)
    async with application.router.lifespan_context(application):
        yield application


class Caller(httpx.AsyncClient):
    """A client of the service that can take on a role."""

    def __init__(self, app: FastAPI, service: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(
            transport=httpx.ASGITransport(app=app, raise_app_exceptions=False),
            base_url="http://service",
            headers=headers,
        )
        self.app, self.service = app, service

    def as_(self, role: str, unit: str = "HUFO", **claims: Any) -> "Caller":
        """The same service, called by somebody with this role in this unit."""
        bearer = f"Bearer {token(self.service, role, unit, **claims)}"
        return Caller(self.app, self.service, {"Authorization": bearer})

    async def merge(
        self, url: str, json: Any, version: int | None, **headers: str
    ) -> httpx.Response:
        """A merge patch made on `version`."""
        import json as text

        sent = {"Content-Type": "application/merge-patch+json", **headers}
        if version is not None:
            sent["If-Match"] = f'"{version}"'
        return await self.patch(url, content=text.dumps(json), headers=sent)

    async def act(self, url: str, version: int, json: Any = None, **headers: str) -> httpx.Response:
        """A state change made on `version`."""
        return await self.post(url, json=json, headers={"If-Match": f'"{version}"', **headers})


class _Budget(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.over: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        fields = getattr(record, "fields", {})
        if fields.get("queries", 0) > BUDGET:
            self.over.append(f"{fields['method']} {fields['path']}: {fields['queries']} queries")


@pytest.fixture
async def client(app: FastAPI, service: str) -> AsyncIterator[Caller]:
    """An anonymous caller; every answer must keep within the query budget."""
    access, budget = logging.getLogger("chassis.access"), _Budget()
    access.addHandler(budget)
    access.setLevel(logging.INFO)
    async with contextlib.AsyncExitStack() as stack:
        yield await stack.enter_async_context(Caller(app, service))
    access.removeHandler(budget)
    assert not budget.over, f"over the budget of {BUDGET} queries: {budget.over}"


@pytest.fixture
def sequenced(db: asyncpg.Connection) -> Callable[[], Any]:
    """Waits until every committed change has its position (bounded)."""

    async def wait() -> None:
        for _ in range(100):
            if not await db.fetchval("SELECT count(*) FROM changes WHERE pos IS NULL"):
                return
            await asyncio.sleep(0.05)
        pytest.fail("the sequencer gave no position within 5 s")

    return wait


async def stored(db: asyncpg.Connection) -> str:
    """Every row of every table as text, in small letters: where a forgotten value would show."""
    names = await db.fetch(
        "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r'"
        " AND relnamespace = 'public'::regnamespace"
    )
    rows = [await db.fetch(f"SELECT t::text AS row FROM {one['name']} t") for one in names]
    return "\n".join(row["row"] for table in rows for row in table).casefold()

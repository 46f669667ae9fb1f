"""The gateway under test: its own database, real people and clients, a real service behind it."""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5

import asyncpg
import httpx
import pytest
from fastapi import FastAPI

from chassis.settings import Settings
from chassis.testing import PASSWORD, ROLE, with_database
from gateway import main
from gateway.accounts import passwords
from gateway.clients import rules as clients
from gateway.running import Running
from gateway.testing import Upstream
from gateway.testing_otp import Enrolled, enrol

ORIGIN = "http://127.0.0.1:8000"
SECRET = secrets.token_urlsafe(48)
SPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")
SENTENCE = "bốn con ngựa đi qua cầu sáng sớm"
# One hash for every account of the suite: hashing is what it tests least and waits for most.
HASHED = passwords.make(SENTENCE)


@pytest.fixture(scope="session")
def service() -> str:
    return "gateway"


@pytest.fixture(scope="session")
def upstream() -> Iterator[Upstream]:
    """One real server on loopback that stands for registry and aid; events stays away."""
    server = Upstream()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A small build of the app."""
    root = tmp_path / "dist"
    (root / "assets").mkdir(parents=True)
    (root / "index.html").write_text("<!doctype html><title>Nhịp Cầu</title>", "utf-8")
    (root / "favicon.svg").write_text("<svg/>", "utf-8")
    (root / "assets" / "index-B4xZ91ab.js").write_text("export const x = 1;" * 50, "utf-8")
    (root / "assets" / "index-B4xZ91ab.js.br").write_bytes(b"packed by brotli")
    (root / "assets" / "index-B4xZ91ab.js.gz").write_bytes(b"packed by gzip")
    return root


@pytest.fixture
async def app(
    cluster: str,
    database: str,
    tmp_path: Path,
    pages: Path,
    upstream: Upstream,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[FastAPI]:
    """The gateway's own application, started on this test's database, its door ready."""
    upstream.forget()
    away = "http://127.0.0.1:9"
    said = {"GATEWAY_SECRET": SECRET, "PUBLIC_ORIGIN": ORIGIN, "SPA_DIR": str(pages)}
    said |= {"REGISTRY_URL": upstream.url, "AID_URL": upstream.url, "EVENTS_URL": away}
    said |= {"CONTRACTS_DIR": str(tmp_path), "CLIENT_ID_AID": "aid"}
    said |= {"CLIENT_SECRET_AID": clients.new_secret()}
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    name = urlsplit(database).path.lstrip("/")
    main.own.state.settings = Settings(
        name="gateway",
        database_url=with_database(cluster, name, ROLE, PASSWORD),
        data_dir=tmp_path,
        log_level="WARNING",
    )
    async with main.own.router.lifespan_context(main.own):
        yield main.own


@pytest.fixture
def running(app: FastAPI) -> Running:
    here: Running = app.state.running
    return here


Client = httpx.AsyncClient
Open = Callable[[], Client]


@pytest.fixture
async def browser(app: FastAPI) -> AsyncIterator[Open]:
    """Opens clients at the door, each with a cookie jar of its own."""
    opened: list[Client] = []

    def open_() -> Client:
        transport = httpx.ASGITransport(app=main.app, raise_app_exceptions=False)
        opened.append(httpx.AsyncClient(transport=transport, base_url=ORIGIN))
        return opened[-1]

    yield open_
    for one in opened:
        await one.aclose()


@pytest.fixture
async def client(browser: Open) -> Client:
    """Nobody, at the door."""
    return browser()


def unit_id(code: str) -> UUID:
    return uuid5(SPACE, f"unit/{code}")


@pytest.fixture
def an_account(db: asyncpg.Connection) -> Callable[..., Awaitable[str]]:
    """Adds an account and gives its username."""

    async def add(role: str = "officer", unit: str = "HUFO", **values: Any) -> str:
        username = values.pop("username", f"{role}.{unit.lower()}")
        row = {
            "id": uuid5(SPACE, f"account/{username}"),
            "username": username,
            "name": f"{role} {unit}",
            "password_hash": HASHED,
            "unit_id": unit_id(unit),
            "unit_code": unit,
            "national": unit == "VUFO",
            "roles": [role],
            "version": 1,
        } | values
        names, marks = ", ".join(row), ", ".join(f"${n}" for n in range(1, len(row) + 1))
        await db.execute(
            f"INSERT INTO accounts ({names}, created_at, updated_at)"
            f" VALUES ({marks}, now(), now())",
            *row.values(),
        )
        return str(username)

    return add


SignIn = Callable[..., Awaitable[Client]]


@pytest.fixture
def signed_in(browser: Open, an_account: Callable[..., Awaitable[str]]) -> SignIn:
    """A browser in which a new account of this role and unit is signed in."""

    async def sign_in(role: str = "officer", unit: str = "HUFO", **values: Any) -> Client:
        username = await an_account(role, unit, **values)
        one = browser()
        said = {"username": username, "password": SENTENCE}
        answer = await one.post("/api/gateway/v1/sessions", json=said)
        assert answer.status_code == 201, answer.text
        one.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        return one

    return sign_in


@pytest.fixture
def a_machine(db: asyncpg.Connection) -> Callable[..., Awaitable[tuple[str, str]]]:
    """Adds a machine client and gives its id and secret."""

    async def add(
        *scopes: str, name: str = "hufo-1", unit: str = "HUFO", days: int = 365
    ) -> tuple[str, str]:
        secret = clients.new_secret()
        await db.execute(
            "INSERT INTO clients (id, client_id, name, secret_digest, unit_id, unit_code, national,"
            " scopes, version, created_at, updated_at, secret_expires_at)"
            " VALUES ($1, $2, $2, $3, $4, $5, false, $6, 1, now(), now(), now() + $7::interval)",
            uuid5(SPACE, f"client/{name}"),
            name,
            clients.digest(secret),
            unit_id(unit),
            unit,
            list(scopes or ("registry:ngos:read", "registry:ngos:write", "aid:grants:read")),
            timedelta(days=days),
        )
        return name, secret

    return add


@pytest.fixture
def a_token(
    client: Client, a_machine: Callable[..., Awaitable[tuple[str, str]]]
) -> Callable[..., Awaitable[str]]:
    """An access token of a new machine client."""

    async def get(*scopes: str, **values: Any) -> str:
        credentials = await a_machine(*scopes, **values)
        answer = await client.post(
            "/oauth2/token", data={"grant_type": "client_credentials"}, auth=credentials
        )
        assert answer.status_code == 200, answer.text
        return str(answer.json()["access_token"])

    return get


@pytest.fixture
def enrolled(signed_in: SignIn) -> Callable[..., Awaitable[Enrolled]]:
    """A signed-in person of this role and unit who has set one-time codes up."""

    async def make(role: str = "officer", unit: str = "HUFO") -> Enrolled:
        return await enrol(await signed_in(role, unit), f"{role}.{unit.lower()}")

    return make

"""The demonstration accounts."""

import json
import stat
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from gateway import demo
from gateway.accounts import passwords


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty-six real hashes take seconds, and their strength is proved elsewhere."""
    made = passwords.make("x")
    monkeypatch.setattr(passwords, "make", lambda _: made)


@pytest.fixture
def environment(app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("DATABASE_URL_GATEWAY", app.state.settings.database_url)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MODE", "demo")
    return monkeypatch


async def test_every_role_in_every_unit_and_two_machines(
    environment: Any, cheap: None, tmp_path: Path, client: httpx.AsyncClient
) -> None:
    await demo.main()

    path = tmp_path / "demo-accounts.json"
    said = json.loads(path.read_text())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(said["people"]) == 36
    assert set(said["people"][0]) == {"username", "password", "roles", "unit_id", "unit_code"}
    assert {one["unit_code"] for one in said["people"]} == set(demo.UNITS)
    assert len({one["password"] for one in said["people"]}) == 36
    assert set(said["clients"][0]) == {
        "client_id", "client_secret", "unit_id", "unit_code", "scopes"
    }  # fmt: skip
    for one in said["clients"]:
        answer = await client.post(
            "/oauth2/token",
            data={"grant_type": "client_credentials"},
            auth=(one["client_id"], one["client_secret"]),
        )
        assert answer.status_code == 200


async def test_a_password_of_the_file_opens_its_account(
    environment: Any, tmp_path: Path, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "UNITS", ("HUFO",))
    await demo.main()
    people = json.loads((tmp_path / "demo-accounts.json").read_text())["people"]
    officer = next(one for one in people if one["roles"] == ["officer"])

    said = {"username": officer["username"], "password": officer["password"]}
    answer = await client.post("/api/gateway/v1/sessions", json=said)

    assert answer.status_code == 201
    assert answer.json()["person"]["unit_id"] == officer["unit_id"]


async def test_a_second_start_changes_nothing_and_a_lost_file_makes_new_secrets(
    environment: Any, cheap: None, tmp_path: Path, db: asyncpg.Connection
) -> None:
    path = tmp_path / "demo-accounts.json"
    await demo.main()
    first = path.read_text()

    await demo.main()
    assert path.read_text() == first
    path.unlink()
    await demo.main()

    assert path.read_text() != first
    assert await db.fetchval("SELECT count(*) FROM accounts") == 36


async def test_production_takes_none(environment: Any, tmp_path: Path) -> None:
    environment.setenv("MODE", "production")

    with pytest.raises(SystemExit):
        await demo.main()

    assert not (tmp_path / "demo-accounts.json").exists()

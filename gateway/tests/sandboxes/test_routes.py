"""In a demonstration a program gets a union of its own; in production nobody does."""

from typing import Any

import asyncpg
import pytest

from gateway.clients import internal
from gateway.running import Running
from gateway.sandboxes import rules
from gateway.testing import Upstream

URL = "/api/gateway/v1/sandboxes"
BODY = {"name": "Thử phần mềm", "scopes": ["registry:ngos:read"]}
MAY = "gateway:sandboxes:write"


async def test_it_is_a_new_union_each_time_with_a_program_for_a_day(
    signed_in: Any, client: Any, upstream: Upstream, db: asyncpg.Connection
) -> None:
    who = await signed_in("integrator")

    one, other = [(await who.post(URL, json=BODY)).json() for _ in range(2)]

    assert one["unit_id"] != other["unit_id"]
    assert [said["id"] for said in upstream.asked] == [one["unit_id"], other["unit_id"]]
    assert upstream.asked[0]["code"] == one["unit_code"]
    token = await client.post(
        "/oauth2/token",
        data={"grant_type": "client_credentials"},
        auth=(one["client_id"], one["client_secret"]),
    )
    assert (token.status_code, token.json()["scope"]) == (200, "registry:ngos:read")
    left = await db.fetchval(
        "SELECT max(secret_expires_at) - now() FROM clients WHERE NOT national"
    )
    assert left <= rules.LASTS
    logged = await db.fetchval("SELECT string_agg(changes::text, '') FROM changes")
    assert one["client_secret"] not in logged


async def test_a_program_gives_no_more_than_it_has(client: Any, a_token: Any) -> None:
    client.headers["Authorization"] = f"Bearer {await a_token(MAY, 'registry:ngos:read')}"
    client.headers["Idempotency-Key"] = "one"

    may = await client.post(URL, json=BODY)
    may_not = await client.post(URL, json=BODY | {"scopes": ["registry:ngos:write"]})

    assert may.status_code == 201, may.text
    assert (may_not.status_code, may_not.json()["code"]) == (403, "identity.scope")


async def test_without_the_registry_nothing_is_made(
    signed_in: Any, upstream: Upstream, db: asyncpg.Connection
) -> None:
    upstream.takes_units = 409

    answer = await (await signed_in("integrator")).post(URL, json=BODY)

    assert (answer.status_code, answer.json()["code"]) == (502, "edge.service_broken")
    assert await db.fetchval("SELECT count(*) FROM clients WHERE NOT national") == 0


async def test_there_are_not_more_than_a_day_can_need(
    signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "MOST", 1)
    who = await signed_in("admin")
    await who.post(URL, json=BODY)

    answer = await who.post(URL, json=BODY)

    assert (answer.status_code, answer.json()["code"]) == (409, "sandboxes.too_many")


async def test_production_has_none_and_does_not_start_beside_one(
    signed_in: Any, running: Running, upstream: Upstream
) -> None:
    who = await signed_in("admin")
    assert (await who.post(URL, json=BODY)).status_code == 201
    running.is_demonstration = False

    answer = await who.post(URL, json=BODY)

    assert (answer.status_code, answer.json()["code"]) == (403, "sandboxes.not_here")
    assert len(upstream.asked) == 1
    async with running.sessions() as tx:
        with pytest.raises(SystemExit):
            await internal.refuse_demonstration(tx)

"""Keys in the database: sealed, shared by replicas, rotated without a gap."""

from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from chassis.db import now
from chassis.files.sealing import Unreadable
from chassis.identity import Verifier
from gateway.clients import rules
from gateway.keys import queries
from gateway.keys.ring import KeyRing
from gateway.keys.sealing import opened
from gateway.running import Running
from gateway.sealing.sealer import Sealer


async def kids(client: httpx.AsyncClient) -> list[str]:
    answer = await client.get("/.well-known/jwks.json")
    assert answer.status_code == 200
    return [key["kid"] for key in answer.json()["keys"]]


async def test_the_first_start_makes_one_key_and_shows_its_public_half(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get("/.well-known/jwks.json")

    (key,) = answer.json()["keys"]
    assert set(key) == {"kty", "crv", "x", "kid", "use", "alg"}
    assert (key["crv"], key["use"]) == ("Ed25519", "sig")
    assert answer.headers["cache-control"] == "public, max-age=300"


async def test_the_metadata_names_the_addresses(client: httpx.AsyncClient) -> None:
    said = (await client.get("/.well-known/oauth-authorization-server")).json()

    assert said["issuer"] == "http://127.0.0.1:8000"
    assert said["token_endpoint"] == "http://127.0.0.1:8000/oauth2/token"
    assert said["grant_types_supported"] == ["client_credentials"]


async def test_the_metadata_names_every_scope_and_none_that_no_program_gets(
    client: httpx.AsyncClient,
) -> None:
    said = (await client.get("/.well-known/oauth-authorization-server")).json()["scopes_supported"]

    assert said == sorted(set(said))
    assert all(rules.SCOPE.fullmatch(one) for one in said)
    assert {"aid:recipients:write", "registry:changes:read", "gateway:webhooks:write"} <= set(said)
    assert "gateway:accounts:write" not in said, "accounts are people's"
    assert "gateway:keys:read" not in said, "public: nothing is needed"


async def test_replicas_that_start_together_share_one_key(
    running: Running, db: asyncpg.Connection
) -> None:
    await db.execute("DELETE FROM signing_keys")
    rings = [KeyRing(running.ring.sealer) for _ in range(4)]
    for ring in rings:
        ring.sessions = running.sessions

    for ring in rings:
        await ring.refresh()

    assert await db.fetchval("SELECT count(*) FROM signing_keys") == 1


async def rotate(running: Running, moment: Any) -> str:
    async with running.sessions.begin() as tx:
        key = await queries.rotate(tx, running.ring.sealer, moment)
    await running.ring.refresh(force=True)
    return key.kid


async def test_a_rotation_publishes_first_and_signs_later(
    client: httpx.AsyncClient, running: Running
) -> None:
    (old,) = await kids(client)

    new = await rotate(running, now())

    assert await kids(client) == [new, old]
    claims = {"iss": "nhip-cau", "aud": "aid", "sub": "x"}
    before = running.ring.sign(claims, now())
    after = running.ring.sign(claims, now() + timedelta(minutes=11))
    assert (_kid(before), _kid(after)) == (old, new)


async def test_repeating_a_rotation_that_is_under_way_changes_nothing(
    client: httpx.AsyncClient, running: Running
) -> None:
    first = await rotate(running, now())

    assert await rotate(running, now()) == first
    assert len(await kids(client)) == 2


async def test_tokens_of_the_old_and_the_new_key_are_valid_side_by_side(
    running: Running, signed_in: Any, db: asyncpg.Connection
) -> None:
    person = await signed_in()
    await db.execute("UPDATE signing_keys SET usable_from = now() - interval '1 day'")
    await running.ring.refresh(force=True)
    verifier = Verifier("nhip-cau", "registry", running.ring.fetch)
    before = await _identity(person)

    await rotate(running, now() - timedelta(minutes=11))  # as if it had been asked for then
    running.mint.minted.clear()
    after = await _identity(person)

    assert _kid(before) != _kid(after)
    assert (await verifier.actor(before)).id == (await verifier.actor(after)).id


async def _identity(person: httpx.AsyncClient) -> str:
    headers = dict((await person.get("/api/registry/v1/x")).json()["headers"])
    return str(headers["authorization"].removeprefix("Bearer "))


def _kid(token: str) -> str:
    from joserfc.jws import extract_compact

    return str(extract_compact(token.encode()).headers()["kid"])


async def test_a_private_key_opens_with_our_secret_and_in_its_own_row_only(
    running: Running, db: asyncpg.Connection
) -> None:
    row = await db.fetchrow("SELECT kid, sealed, public_jwk FROM signing_keys")
    assert row is not None

    assert opened(running.ring.sealer, row["kid"], row["sealed"]).kid == row["kid"]
    assert b'"d"' not in row["sealed"]
    assert '"d"' not in row["public_jwk"]
    with pytest.raises(Unreadable):
        opened(Sealer(b"x" * 32), row["kid"], row["sealed"])
    with pytest.raises(Unreadable):
        opened(running.ring.sealer, "another", row["sealed"])

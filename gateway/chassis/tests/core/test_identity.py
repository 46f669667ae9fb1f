"""Only the gateway's token for this service is believed."""

import base64
import hmac
import json
import time
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import OKPKey

from chassis.identity import Actor, StandIn
from chassis.testing import KEY, Caller, token

CLAIMS: dict[str, Any] = {
    "iss": "nhip-cau",
    "aud": "specimen",
    "sub": "00000000-0000-0000-0000-000000000001",
    "roles": ["reader"],
    "jti": "1",
}


def signed(header: dict[str, Any], key: Any = KEY, **claims: Any) -> str:
    now = int(time.time())
    said = {**CLAIMS, "iat": now, "nbf": now, "exp": now + 60} | claims
    algorithm = header.get("alg", "Ed25519")
    base = {"alg": algorithm, "typ": "at+jwt", "kid": "test"}
    return jwt.encode({**base, **header}, said, key, algorithms=[algorithm])


def with_public_key_as_secret() -> str:
    """HS256 "signed" with the public key: joserfc refuses to make it, an attacker does not."""

    def packed(raw: bytes) -> str:
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    now = int(time.time())
    header = {"alg": "HS256", "typ": "at+jwt", "kid": "test"}
    claims = CLAIMS | {"iat": now, "nbf": now, "exp": now + 60}
    head = ".".join(packed(json.dumps(part).encode()) for part in (header, claims))
    return f"{head}.{packed(hmac.digest(KEY.as_pem(private=False), head.encode(), 'sha256'))}"


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "x.y.z",
        token("aid", "reader"),
        signed({"typ": "JWT"}),
        signed({"kid": "another"}),
        signed({"jku": "http://127.0.0.1/keys"}),
        signed({}, OKPKey.generate_key("Ed25519")),
        with_public_key_as_secret(),
        signed({}, exp=int(time.time()) - 120),
        signed({}, nbf=int(time.time()) + 120),
        signed({}, iss="somebody"),
        signed({}, aud=["specimen", "aid"]),
        signed({}, jti=None),
        signed({}) + "x",
        "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0Iiwia2lkIjoidGVzdCJ9.e30.",
    ],
)
async def test_a_token_that_is_not_the_gateways_for_this_service_is_401(
    client: Caller, forged: str
) -> None:
    answer = await client.get("/v1/things", headers={"Authorization": f"Bearer {forged}"})

    assert (answer.status_code, answer.json()["code"]) == (401, "identity.invalid")
    assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_headers_alone_authenticate_nobody(client: Caller) -> None:
    headers = {"X-Identity": "admin", "X-User-Id": "1", "X-Forwarded-For": "127.0.0.1"}

    assert (await client.get("/v1/things", headers=headers)).status_code == 401


async def test_a_good_token_is_verified_once(client: Caller, app: FastAPI) -> None:
    reader = client.as_("reader")
    await reader.get("/v1/things")
    remembered = len(app.state.verifier.remembered)

    await reader.get("/v1/things")

    assert remembered == len(app.state.verifier.remembered) == 1


async def test_a_client_needs_the_scope_of_the_operation(client: Caller) -> None:
    machine = {"kind": "client", "scope": "specimen:things:read"}

    may = await client.as_("writer", **machine).get("/v1/things")
    may_not = await client.as_("writer", **machine).post("/v1/things", json={})

    assert may.status_code == 200
    assert (may_not.status_code, may_not.json()["code"]) == (403, "identity.scope")


def standing_in(*own: str) -> Actor:
    """Somebody with these roles who holds an absent colleague's right to decide."""
    lent = StandIn("decider", UUID(int=2))
    return Actor(UUID(int=1), "person", "Bình", frozenset({*own, "decider"}), stand_ins=(lent,))


def test_who_acts_for_a_colleague_acts_as_both() -> None:
    actor = standing_in("writer")

    assert actor.persons({"decider"}) == {UUID(int=1), UUID(int=2)}
    assert actor.persons({"writer"}) == {UUID(int=1)}
    # an own role is enough: the colleague has no part in it
    assert actor.persons({"writer", "decider"}) == {UUID(int=1)}


def test_the_log_says_whose_role_it_was() -> None:
    assert standing_in("writer").acting_as == [f"decider@{UUID(int=2)}", "writer"]

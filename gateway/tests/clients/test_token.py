"""`POST /oauth2/token`, and what its tokens open."""

import base64
from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import orjson
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from chassis.db import now
from gateway.clients import live
from gateway.running import Running

GRANT = {"grant_type": "client_credentials"}
URL = "/oauth2/token"
ECHO = "/api/registry/v1/x"


def parts(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    head, body, _ = token.split(".")
    decoded = [base64.urlsafe_b64decode(part + "==") for part in (head, body)]
    return orjson.loads(decoded[0]), orjson.loads(decoded[1])


async def test_a_client_gets_a_token_for_a_quarter_of_an_hour(
    client: httpx.AsyncClient, a_machine: Any, db: asyncpg.Connection
) -> None:
    answer = await client.post(URL, data=GRANT, auth=await a_machine())

    body = answer.json()
    assert answer.status_code == 200
    assert set(body) == {"access_token", "token_type", "expires_in", "scope"}
    assert (body["token_type"], body["expires_in"]) == ("Bearer", 900)
    assert (answer.headers["cache-control"], answer.headers["pragma"]) == ("no-store", "no-cache")
    head, said = parts(body["access_token"])
    assert (head["typ"], head["alg"]) == ("at+jwt", "Ed25519")
    assert (said["iss"], said["aud"]) == ("http://127.0.0.1:8000", "nhip-cau")
    assert said["exp"] - said["iat"] == 900
    assert said["client_id"] == "hufo-1"
    assert said["scope"] == body["scope"]
    assert {"sub", "jti"} <= said.keys()
    assert await db.fetchval("SELECT last_used_at IS NOT NULL FROM clients WHERE name = 'hufo-1'")


async def test_a_client_may_ask_for_less(client: httpx.AsyncClient, a_machine: Any) -> None:
    asked = GRANT | {"scope": "aid:grants:read"}

    answer = await client.post(URL, data=asked, auth=await a_machine())

    assert answer.json()["scope"] == "aid:grants:read"


@pytest.mark.parametrize(
    ("form", "status", "error"),
    [
        ({}, 400, "invalid_request"),
        ({"grant_type": "client_credentials", "other": "a\0b"}, 400, "invalid_request"),
        ({"grant_type": "password", "username": "a"}, 400, "unsupported_grant_type"),
        ({"grant_type": "implicit"}, 400, "unsupported_grant_type"),
        ({"grant_type": "refresh_token"}, 400, "unsupported_grant_type"),
        (GRANT | {"scope": "aid:grants:write"}, 400, "invalid_scope"),
        ({"grant_type": ["client_credentials", "password"]}, 400, "invalid_request"),
    ],
)
async def test_what_is_not_offered_is_refused_as_the_standard_says(
    client: httpx.AsyncClient, a_machine: Any, form: dict[str, Any], status: int, error: str
) -> None:
    answer = await client.post(URL, data=form, auth=await a_machine())

    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.headers["content-type"] == "application/json"


async def test_an_unknown_client_and_a_wrong_secret_look_the_same(
    client: httpx.AsyncClient, a_machine: Any, db: asyncpg.Connection
) -> None:
    name, secret = await a_machine()
    answers = [
        await client.post(URL, data=GRANT, auth=(name, secret + "x")),
        await client.post(URL, data=GRANT, auth=("nobody", secret)),
        await client.post(URL, data=GRANT, auth=("nul\x00", secret)),
        await client.post(URL, data=GRANT),
        await client.post(URL, data=GRANT, headers={"Authorization": "Basic !!!"}),
        await client.post(URL, data=GRANT, headers={"Authorization": f"Bearer {secret}"}),
    ]
    await db.execute("UPDATE clients SET disabled_at = now()")
    answers.append(await client.post(URL, data=GRANT, auth=(name, secret)))

    assert {(a.status_code, a.json()["error"]) for a in answers} == {(401, "invalid_client")}
    assert len({answer.content for answer in answers[:3]} | {answers[-1].content}) == 1
    assert {a.headers["www-authenticate"] for a in answers} == {'Basic realm="oauth2"'}


async def test_only_a_form_is_read(client: httpx.AsyncClient, a_machine: Any) -> None:
    answer = await client.post(URL, json=GRANT, auth=await a_machine())

    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")


async def code(client: httpx.AsyncClient, token: str) -> str:
    answer = await client.get(ECHO, headers={"Authorization": f"Bearer {token}"})
    if answer.status_code == 401:
        assert 'error="invalid_token"' in answer.headers["www-authenticate"]
    return str(answer.json().get("code", answer.status_code))


async def test_a_token_opens_the_door(client: httpx.AsyncClient, a_token: Any) -> None:
    assert await code(client, await a_token()) == "200"


async def test_tokens_that_are_not_ours_are_refused(
    client: httpx.AsyncClient, a_token: Any, running: Running
) -> None:
    head, said = parts(await a_token())
    moment = now()
    kid = running.ring.rows[0].kid
    public = running.ring.rows[0].public_jwk["x"]

    def sign(**changed: Any) -> str:
        return running.ring.sign({k: v for k, v in (said | changed).items() if v != ""}, moment)

    forged = {
        "another audience": sign(aud="registry"),
        "a list of audiences": sign(aud=["nhip-cau", "other"]),
        "another issuer": sign(iss="https://evil.example"),
        "too old": sign(exp=said["iat"] - 60),
        "without an end": sign(exp=""),
        "without an id": sign(jti=""),
        "nobody's": sign(sub="00000000-0000-0000-0000-000000000001"),
        "no uuid": sign(sub="hufo-1"),
        "unsigned": _unsigned(head | {"alg": "none"}, said),
        "signed with the public key": jwt.encode(
            {"alg": "HS256", "typ": "at+jwt", "kid": kid},
            said,
            OctKey.import_key(public),
            algorithms=["HS256"],
        ),
        "of another type": _unsigned(head | {"typ": "JWT"}, said) + "AA",
        "with a key in it": _unsigned(head | {"jwk": {}}, said) + "AA",
        "of an unknown key": _unsigned(head | {"kid": "x"}, said) + "AA",
        "no token": "abc",
        "nothing": "..",
    }

    refused = {name: await code(client, token) for name, token in forged.items()}

    assert set(refused.values()) == {"identity.invalid"}, refused


def _unsigned(head: dict[str, Any], said: dict[str, Any]) -> str:
    encoded = [
        base64.urlsafe_b64encode(orjson.dumps(p)).rstrip(b"=").decode() for p in (head, said)
    ]
    return ".".join(encoded) + "."


async def test_a_token_dies_on_time_also_when_it_was_seen_before(
    client: httpx.AsyncClient, a_token: Any, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = await a_token()
    assert await code(client, token) == "200"

    later = (now() + timedelta(seconds=901)).timestamp()
    monkeypatch.setattr(live.time, "time", lambda: later)

    assert await code(client, token) == "identity.invalid"


async def test_a_closed_client_is_out_at_once(
    client: httpx.AsyncClient, a_token: Any, signed_in: Any
) -> None:
    token = await a_token()
    assert await code(client, token) == "200"
    admin = await signed_in("admin", "VUFO")
    listed = (await admin.get("/api/gateway/v1/clients?unit_code=HUFO")).json()["items"]

    closed = await admin.post(
        f"/api/gateway/v1/clients/{listed[0]['id']}/disable", headers={"If-Match": '"1"'}
    )

    assert closed.status_code == 200, closed.text
    assert await code(client, token) == "identity.invalid"


async def test_a_scope_taken_away_is_gone_although_the_token_says_it(
    client: httpx.AsyncClient,
    a_token: Any,
    running: Running,
    db: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    token = await a_token("gateway:overview:read")
    monkeypatch.setattr(live, "FRESH_SECONDS", 0.0)
    url, bearer = "/api/gateway/v1/overview", {"Authorization": f"Bearer {token}"}
    assert (await client.get(url, headers=bearer)).status_code == 200

    await db.execute("UPDATE clients SET scopes = '{}'")

    refused = await client.get(url, headers=bearer)
    assert (refused.status_code, refused.json()["code"]) == (403, "identity.scope")

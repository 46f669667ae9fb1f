"""Administrators and machine clients, and the house's own clients."""

from typing import Any
from uuid import UUID, uuid5

import asyncpg
import httpx
import pytest

from gateway.clients import internal, rules
from gateway.running import Running

URL = "/api/gateway/v1/clients"
SPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")


def body(unit: str = "HUFO", **values: Any) -> dict[str, Any]:
    return {
        "name": "Phần mềm kế toán",
        "unit_id": str(uuid5(SPACE, f"unit/{unit}")),
        "unit_code": unit,
        "scopes": ["registry:ngos:read"],
    } | values


async def test_the_secret_is_shown_once_and_works(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin", "VUFO")

    made = await admin.post(URL, json=body(), headers={"Idempotency-Key": "k1"})

    said = made.json()
    assert made.status_code == 201, made.text
    assert said["client_secret"].startswith(rules.PREFIX)
    assert made.headers["location"] == f"{URL}/{said['id']}"
    assert said["client_secret"] not in (await admin.get(URL)).text
    logged = await db.fetchval("SELECT string_agg(changes::text, '') FROM changes")
    assert said["client_secret"] not in logged
    token = await client.post(
        "/oauth2/token",
        data={"grant_type": "client_credentials"},
        auth=(said["client_id"], said["client_secret"]),
    )
    assert token.status_code == 200
    again = await admin.post(URL, json=body(), headers={"Idempotency-Key": "k1"})
    assert again.json()["client_secret"] != said["client_secret"]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"scopes": []}, "field.too_short"),
        ({"scopes": ["*"]}, "field.pattern"),
        ({"unit_code": "hufo"}, "field.pattern"),
        ({"client_secret": "mine"}, "field.unknown"),
    ],
)
async def test_a_value_that_will_not_do_is_422(
    signed_in: Any, values: dict[str, Any], code: str
) -> None:
    admin = await signed_in("admin", "VUFO")

    answer = await admin.post(URL, json=body(**values))

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, code)


@pytest.mark.parametrize("role", ["officer", "approver", "viewer", "auditor", "integrator"])
async def test_only_an_administrator_adds_clients(signed_in: Any, role: str) -> None:
    assert (await (await signed_in(role)).post(URL, json=body())).status_code == 403


async def test_an_administrator_of_one_union_manages_its_clients_only(
    signed_in: Any, a_machine: Any
) -> None:
    await a_machine(unit="CANTHO", name="cantho-1")
    admin, national = await signed_in("admin", "HUFO"), await signed_in("admin", "VUFO")
    listed = (await national.get(URL + "?unit_code=CANTHO")).json()["items"]

    assert (await admin.get(URL)).json()["items"] == []
    assert (await admin.post(URL, json=body("CANTHO"))).status_code == 403
    foreign = await admin.post(f"{URL}/{listed[0]['id']}/disable", headers={"If-Match": '"1"'})
    assert foreign.status_code == 404
    assert (await admin.get(f"{URL}/{listed[0]['id']}")).status_code == 404


async def test_a_unions_administrator_gets_no_secret_of_a_client_that_sees_the_house(
    signed_in: Any, a_machine: Any, db: asyncpg.Connection
) -> None:
    await a_machine(unit="HUFO", name="hufo-1")
    record = await db.fetchval("UPDATE clients SET national = true RETURNING id")
    admin = await signed_in("admin", "HUFO")

    rotated = await admin.post(f"{URL}/{record}/rotate", json={}, headers={"If-Match": '"1"'})

    assert rotated.status_code == 404
    assert (await admin.get(f"{URL}/{record}")).status_code == 404
    assert (await admin.get(URL)).json()["items"] == []


async def test_one_client_says_what_may_be_done_with_it(signed_in: Any, a_machine: Any) -> None:
    await a_machine(name="hufo-1")
    admin, auditor = await signed_in("admin", "HUFO"), await signed_in("auditor", "HUFO")
    (listed,) = (await admin.get(URL + "?q=HUFO-1")).json()["items"]
    one = f"{URL}/{listed['id']}"

    assert (await admin.get(one)).json()["allowed_actions"] == ["rotate", "disable"]
    assert (await auditor.get(one)).json()["allowed_actions"] == []
    closed = await admin.post(f"{one}/disable", headers={"If-Match": '"1"'})
    assert closed.json()["allowed_actions"] == []
    assert (await admin.get(URL + "?q=khác")).json()["items"] == []


async def test_the_houses_own_clients_follow_the_environment(
    running: Running, db: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = rules.new_secret()
    monkeypatch.setenv("CLIENT_SECRET_AID", secret)

    async with running.sessions.begin() as tx:
        named = await internal.ensure(tx)

    rows = await db.fetch("SELECT * FROM clients")
    assert (named, len(rows)) == (["aid"], 1)
    assert rows[0]["secret_digest"] == rules.digest(secret)
    assert (rows[0]["national"], rows[0]["scopes"]) == (True, ["registry:changes:read"])


async def test_production_does_not_start_beside_demonstration_clients(
    running: Running, a_machine: Any
) -> None:
    async with running.sessions.begin() as tx:
        await internal.refuse_demonstration(tx)
    await a_machine(name="demo-hufo")

    with pytest.raises(SystemExit):
        async with running.sessions.begin() as tx:
            await internal.refuse_demonstration(tx)

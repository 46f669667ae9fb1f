"""Who links an account elsewhere has proved both just now; it is one person's, and can go."""

from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from gateway.settings import GatewaySettings
from gateway.testing_oidc import URL, Provider, begin, come_in, link, returned

GATEWAY = "/api/gateway/v1"


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_linking_asks_for_a_proof_of_the_last_minutes(
    signed_in: Any, db: asyncpg.Connection, running: Any
) -> None:
    person = await signed_in("officer")
    back = await returned(await begin(person, f"{URL}/begin"), "an")
    await db.execute("UPDATE sessions SET authenticated_at = $1", _ago())
    running.live_sessions.known.clear()

    begun = await person.post(f"{URL}/begin")
    linked = await person.post(URL, json=back)

    stale = (401, "identity.insufficient_user_authentication")
    assert told(begun) == told(linked) == stale


def _ago() -> Any:
    from chassis.db import now

    return now() - timedelta(minutes=11)


async def test_whoever_is_signed_in_there_proves_it_anew(signed_in: Any) -> None:
    address = await begin(await signed_in("officer"), f"{URL}/begin")

    assert "prompt=login" in address
    assert "max_age=0" in address


async def test_a_way_that_one_person_began_links_nobody_else(
    signed_in: Any, browser: Any, provider: Provider
) -> None:
    one, other = await signed_in("officer"), await signed_in("viewer")
    back = await returned(await begin(one, f"{URL}/begin"), "an")
    other.cookies.set("oidc", one.cookies["oidc"])

    theirs = await other.post(URL, json=back)
    signing_in = await returned(await begin(one, f"{GATEWAY}/sessions/oidc/begin"), "an")
    by_sign_in = await one.post(URL, json=signing_in)

    assert told(theirs) == told(by_sign_in) == (409, "authenticators.identity_refused")


async def test_an_account_elsewhere_is_one_persons(signed_in: Any) -> None:
    one, other = await signed_in("officer"), await signed_in("viewer")
    await link(one, "an")

    taken = await link(other, "an")
    second = await link(one, "binh")

    assert told(taken) == (409, "authenticators.identity_taken")
    assert told(second) == (409, "authenticators.identity_there")


async def test_what_was_unlinked_opens_nothing_and_the_password_does(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    one, other = await signed_in("officer"), await signed_in("viewer")
    id_ = (await link(one, "an")).json()["items"][0]["id"]

    foreign = await other.post(f"{URL}/remove", json={"id": id_})
    removed = await one.post(f"{URL}/remove", json={"id": id_})

    assert told(foreign) == (409, "authenticators.no_such_identity")
    assert removed.json()["items"] == []
    assert told(await come_in(client, "an")) == (401, "sessions.oidc_unknown")
    log = await db.fetch("SELECT action FROM changes WHERE resource = 'accounts' ORDER BY id")
    assert [row["action"] for row in log] == ["add_identity", "remove_identity"]


async def test_a_link_for_a_new_password_ends_what_was_linked(
    signed_in: Any, client: httpx.AsyncClient
) -> None:
    person, admin = await signed_in("officer"), await signed_in("admin")
    await link(person, "an")
    mine = (await person.get(f"{GATEWAY}/sessions/current")).json()["person"]["id"]
    there = await admin.get(f"{GATEWAY}/accounts/{mine}")
    version = {"If-Match": there.headers["etag"]}
    reset = await admin.post(f"{GATEWAY}/accounts/{mine}/reset", headers=version)
    token = reset.json()["link"].partition("#")[2]

    body = {"token": token, "password": "chín dòng sông đổ về biển đông"}
    accepted = await client.post(f"{GATEWAY}/invitations/accept", json=body)

    assert accepted.status_code == 204, accepted.text
    assert told(await come_in(client, "an")) == (401, "sessions.oidc_unknown")


async def test_a_house_without_a_provider_says_so(
    signed_in: Any, client: httpx.AsyncClient, running: Any
) -> None:
    on = (await client.get(f"{GATEWAY}/sessions/oidc")).json()
    running.oidc = None

    off = (await client.get(f"{GATEWAY}/sessions/oidc")).json()
    begun = await client.post(f"{GATEWAY}/sessions/oidc/begin")

    assert on == {"is_on": True, "name": "Tài khoản thử (demo)"}
    assert off == {"is_on": False, "name": None}
    assert told(begun) == (409, "sessions.oidc_off")


@pytest.mark.parametrize(
    ("settings", "production"),
    [
        ({"oidc_issuer": "https://id.example.vn", "oidc_client_id": ""}, False),
        ({"oidc_issuer": "", "oidc_client_secret": "x"}, False),
        ({"oidc_issuer": "http://id.example.vn"}, False),
        ({"oidc_issuer": "http://127.0.0.1:8080"}, True),
        ({"oidc_issuer": "https://id.example.vn?tenant=1"}, True),
        ({"oidc_issuer": "https://me@id.example.vn"}, True),
    ],
)
def test_half_a_provider_or_a_plain_one_does_not_start(settings: Any, production: bool) -> None:
    whole = {"oidc_client_id": "a", "oidc_client_secret": "b"}
    with pytest.raises(SystemExit):
        GatewaySettings(**(whole | settings)).refuse_half_a_provider(production=production)

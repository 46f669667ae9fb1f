"""An account at the provider opens the account here that is linked to it, and no other."""

import time
from typing import Any

import asyncpg
import httpx
import pytest

from chassis.db import now
from gateway.authenticators.oidc import rules
from gateway.authenticators.passkeys.rules import encoded, new_challenge
from gateway.running import Running
from gateway.testing_oidc import URL, Provider, begin, come_in, link, returned
from gateway.testing_passkeys import Device

SESSIONS = "/api/gateway/v1/sessions"
SIGN_IN, ME = f"{SESSIONS}/oidc", f"{SESSIONS}/current"
Refused = tuple[int, str]


def told(answer: httpx.Response) -> Refused:
    return answer.status_code, answer.json()["code"]


async def actions(db: asyncpg.Connection) -> list[str]:
    return [row["action"] for row in await db.fetch("SELECT action FROM changes ORDER BY id")]


async def test_who_linked_an_account_comes_in_with_it_alone(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    person = await signed_in("officer")

    linked = await link(person, "an")
    entered = await come_in(client, "an")

    assert linked.status_code == 201, linked.text
    assert [one["shown_as"] for one in linked.json()["items"]] == ["an@noi-khac"]
    assert entered.status_code == 201, entered.text
    assert entered.json()["person"]["username"] == "officer.hufo"
    assert (await client.get(ME)).status_code == 200
    assert (await person.get(URL)).json()["items"][0]["last_used_at"] is not None
    assert await actions(db) == ["sign_in", "add_identity", "sign_in"]
    ways = [one for one in entered.headers.get_list("set-cookie") if one.startswith("oidc=")]
    assert len(ways) == 1, "the way's own cookie goes"
    assert "Max-Age=0" in ways[0]


async def test_no_account_is_made_for_a_stranger(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    await link(await signed_in("officer"), "an")
    before = await db.fetchval("SELECT count(*) FROM accounts")

    # not by its name either: what counts is the subject
    stranger = await come_in(client, "officer.hufo")

    assert told(stranger) == (401, "sessions.oidc_unknown")
    assert await db.fetchval("SELECT count(*) FROM accounts") == before
    assert (await actions(db))[-1] == "sign_in_refused"
    assert told(await client.get(ME)) == (401, "identity.required")


async def test_a_closed_account_is_nobodys(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    await link(await signed_in("officer"), "an")
    await db.execute("UPDATE accounts SET disabled_at = now()")

    assert told(await come_in(client, "an")) == (401, "sessions.oidc_unknown")


async def test_a_state_belongs_to_one_browser_and_opens_once(
    signed_in: Any, browser: Any, provider: Provider
) -> None:
    await link(await signed_in("officer"), "an")
    thief, victim = browser(), browser()

    theirs = await returned(await begin(thief, f"{SIGN_IN}/begin"), "an")
    # a page that sends the victim back with the thief's code and state
    planted = await victim.post(SIGN_IN, json=theirs)
    mine = await returned(await begin(victim, f"{SIGN_IN}/begin"), "an")
    swapped = await victim.post(SIGN_IN, json={**mine, "state": theirs["state"]})
    mixed = await victim.post(SIGN_IN, json={**mine, "code": theirs["code"]})
    replayed = await victim.post(SIGN_IN, json=mine)

    assert told(planted) == told(swapped) == (401, "sessions.oidc_stale")
    assert told(mixed) == (401, "sessions.oidc_refused"), "PKCE: the code is of another way"
    assert told(replayed) == (401, "sessions.oidc_stale")
    good = await come_in(thief, "an")
    assert good.status_code == 201


async def test_a_way_is_good_for_its_purpose_and_for_ten_minutes(
    signed_in: Any, client: httpx.AsyncClient, running: Running
) -> None:
    person = await signed_in("officer")
    await link(person, "an")
    key, issuer = running.oidc_key, running.oidc.told.issuer  # type: ignore[union-attr]

    async def try_with(purpose: str, ago: Any = None) -> Refused:
        challenge = new_challenge(key, purpose, now() - (ago or rules.LIFE * 0), rules.LIFE)
        way = rules.way(key, challenge)
        address = rules.address(f"{issuer}/authorize", "nhip-cau", "http://x", way, fresh=False)
        client.cookies.clear()
        client.cookies.set("oidc", encoded(challenge))
        answer = await client.post(SIGN_IN, json=await returned(address, "an"))
        return told(answer)

    mine = (await person.get(ME)).json()["person"]["id"]
    assert await try_with(rules.SIGN_IN, rules.LIFE) == (401, "sessions.oidc_stale")
    assert await try_with(rules.linking(mine)) == (401, "sessions.oidc_stale")
    # in time and for its purpose it fails only for the page that the code was made for
    assert await try_with(rules.SIGN_IN) == (401, "sessions.oidc_refused")


async def test_the_second_factor_of_the_house_is_asked_for(
    enrolled: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    person = await enrolled("officer")
    await link(person.client, "an")

    first = await come_in(client, "an")
    wrong = await client.post(f"{SIGN_IN}/otp", json={"otp": "000000"})
    right = await client.post(f"{SIGN_IN}/otp", json={"otp": person.next_code()})
    again = await client.post(f"{SIGN_IN}/otp", json={"otp": person.codes[0]})

    assert told(first) == (401, "sessions.otp_required")
    assert told(wrong) == (401, "sessions.otp_wrong")
    assert right.status_code == 201, right.text
    assert right.json()["has_otp"] is True
    assert told(again) == (401, "sessions.oidc_stale")
    assert (await actions(db))[-3:] == ["sign_in_refused", "sign_in", "sign_in_refused"]


async def test_a_code_alone_finishes_no_sign_in_that_the_provider_did_not_begin(
    enrolled: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    person = await enrolled("officer")
    await link(person.client, "an")
    identity = await db.fetchval("SELECT id FROM identities")
    client.cookies.set("oidc", f"{identity}.0.{'A' * 54}")

    answer = await client.post(f"{SIGN_IN}/otp", json={"otp": person.codes[0]})

    assert told(answer) == (401, "sessions.oidc_stale")


@pytest.mark.parametrize("claims", [{"amr": ["pwd", "mfa"]}, {"acr": "urn:strong"}])
async def test_what_the_house_was_told_to_count_is_a_second_factor(
    enrolled: Any, client: httpx.AsyncClient, provider: Provider, claims: Any
) -> None:
    person = await enrolled("officer")
    await link(person.client, "an")
    provider.told |= claims

    entered = await come_in(client, "an")

    assert entered.status_code == 201, entered.text
    assert entered.json()["has_otp"] is True


async def test_what_the_house_was_not_told_to_count_is_none(
    signed_in: Any, client: httpx.AsyncClient, provider: Provider
) -> None:
    await link(await signed_in("officer"), "an")
    provider.told |= {"amr": ["pwd", "otp"], "acr": "mfa-soon"}

    entered = await come_in(client, "an")

    assert entered.json()["has_otp"] is False


async def test_who_keeps_a_passkey_is_not_let_in_without_it(
    signed_in: Any, client: httpx.AsyncClient
) -> None:
    person = await signed_in("officer")
    await link(person, "an")
    assert (await Device().join(person)).status_code == 201

    assert told(await come_in(client, "an")) == (401, "sessions.oidc_needs_passkey")


async def test_a_sign_in_of_this_morning_is_no_proof_of_now(
    signed_in: Any, client: httpx.AsyncClient, provider: Provider
) -> None:
    await link(await signed_in("admin", "VUFO"), "an")

    async def may(proved_at: int | None) -> int:
        provider.told |= {"auth_time": proved_at}
        entered = await come_in(client, "an")
        client.headers["X-CSRF-Token"] = entered.json()["csrf_token"]
        return (await client.post("/api/gateway/v1/authenticators/otp")).status_code

    just_now = int(time.time())
    assert await may(just_now - 3600) == 401
    assert await may(None) == 401
    assert await may(just_now) == 201


async def test_failures_close_the_address_for_a_while(
    client: httpx.AsyncClient, running: Running
) -> None:
    running.proving.per_address = 2

    answers = [told(await come_in(client, "nobody")) for _ in range(3)]

    assert answers[:2] == [(401, "sessions.oidc_unknown")] * 2
    assert answers[2] == (429, "sessions.too_many_tries")


async def test_another_site_begins_nothing_and_ends_nothing(client: httpx.AsyncClient) -> None:
    evil = {"Origin": "https://evil.example"}

    begun = await client.post(f"{SIGN_IN}/begin", headers=evil)
    body = {"code": "x", "state": "A" * 43}
    ended = await client.post(SIGN_IN, json=body, headers=evil)

    assert told(begun) == told(ended) == (403, "sessions.cross_origin")

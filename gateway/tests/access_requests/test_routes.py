"""No administrator alone becomes somebody who decides."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest

from chassis.days import today

URL = "/api/gateway/v1/access-requests"
ACCOUNTS = "/api/gateway/v1/accounts"
INVITATIONS = "/api/gateway/v1/invitations"
SESSIONS = "/api/gateway/v1/sessions"
ME = f"{SESSIONS}/current"
NEW = "một câu dài không ai đoán ra"
ANY = {"If-Match": "*"}


async def id_of(person: httpx.AsyncClient) -> str:
    return str((await person.get(ME)).json()["person"]["id"])


def version(number: int) -> dict[str, str]:
    return {"If-Match": f'"{number}"'}


async def ask(admin: httpx.AsyncClient, account: str, kind: str = "reset") -> httpx.Response:
    body = {"account_id": account, "kind": kind, "reason": "Mất điện thoại (demo)"}
    return await admin.post(URL, json=body)


@pytest.mark.parametrize(
    ("role", "unit", "code"),
    [
        ("approver", "HUFO", "accounts.second_admin_access"),
        ("admin", "VUFO", "accounts.second_admin_access"),
        ("appraiser", "HUFO", None),
    ],
)
async def test_one_administrator_alone_gets_no_way_into_the_account_of_who_decides(
    signed_in: Any, db: asyncpg.Connection, role: str, unit: str, code: str | None
) -> None:
    admin = await signed_in("admin", "VUFO", username="chief")
    person = await signed_in(role, unit)
    account = f"{ACCOUNTS}/{await id_of(person)}"

    answers = [
        await admin.post(f"{account}/{verb}", headers=ANY) for verb in ("reset", "remove-otp")
    ]

    assert [answer.json().get("code") for answer in answers] == [code, code]
    assert await db.fetchval("SELECT count(*) FROM invitations") == (0 if code else 1)
    assert (await person.get(ME)).status_code == (200 if code else 401)


async def test_two_agree_to_a_new_password_and_the_person_sees_it(
    signed_in: Any, client: httpx.AsyncClient, db: asyncpg.Connection
) -> None:
    first, second = await signed_in("admin"), await signed_in("admin", username="second")
    person, viewer = await signed_in("approver"), await signed_in("viewer")

    made = await ask(first, await id_of(person))
    one = f"{URL}/{made.json()['id']}"
    own = await first.post(f"{one}/confirm", headers=version(1))
    waiting = await db.fetchval("SELECT count(*) FROM invitations")
    mine = (await person.get(URL)).json()["items"]
    strange = (await viewer.get(URL)).json()["items"]
    done = await second.post(f"{one}/confirm", headers=version(1))
    again = await second.post(f"{one}/confirm", headers=version(2))
    said = {"token": done.json()["link"].partition("#")[2], "password": NEW}
    used = await client.post(f"{INVITATIONS}/accept", json=said)

    assert (made.status_code, made.json()["allowed_actions"]) == (201, ["decline"])
    assert (own.status_code, own.json()["code"]) == (403, "access_requests.four_eyes")
    assert (waiting, len(mine), strange) == (0, 1, [])
    assert mine[0]["allowed_actions"] == ["object"]
    assert (done.status_code, done.json()["status"]) == (200, "confirmed")
    assert (again.status_code, again.json()["code"]) == (409, "access_requests.wrong_status")
    assert used.status_code == 204
    log = await db.fetch(
        "SELECT resource, action, actor_name FROM changes WHERE resource <> 'sessions' ORDER BY id"
    )
    assert [tuple(row) for row in log][:3] == [
        ("access_requests", "propose", "admin HUFO"),
        ("accounts", "reset", "admin HUFO"),
        ("access_requests", "confirm", "admin HUFO"),
    ]
    kept = await db.fetchval(
        "SELECT string_agg(after::text || coalesce(answer::text, ''), '') FROM changes"
    )
    assert said["token"] not in kept


async def test_two_agree_to_the_end_of_a_second_factor(
    signed_in: Any, enrolled: Any, db: asyncpg.Connection
) -> None:
    lan = await enrolled("approver")
    first, second = await signed_in("admin"), await signed_in("admin", username="second")

    made = await ask(first, await id_of(lan.client), "remove_otp")
    before = await db.fetchval("SELECT count(*) FROM authenticators")
    one = f"{URL}/{made.json()['id']}"
    done = await second.post(f"{one}/confirm", headers=version(1))

    assert (before, done.status_code, done.json()["link"]) == (1, 200, None)
    assert await db.fetchval("SELECT count(*) FROM authenticators") == 0
    assert (await lan.client.get(ME)).status_code == 401


async def test_whose_account_it_is_stops_it_and_others_cannot(signed_in: Any) -> None:
    first, second = await signed_in("admin"), await signed_in("admin", username="second")
    foreign = await signed_in("admin", "CANTHO")
    person, other = await signed_in("approver"), await signed_in("officer")
    account = await id_of(person)
    one = f"{URL}/{(await ask(first, account)).json()['id']}"

    elsewhere = [await ask(foreign, account), await foreign.post(f"{one}/confirm", headers=ANY)]
    meddled = await other.post(f"{one}/object", headers=version(1))
    stopped = await person.post(f"{one}/object", headers=version(1))
    late = await second.post(f"{one}/confirm", headers=version(2))
    silent = await second.post(f"{one}/decline", json={}, headers=version(2))

    assert elsewhere[0].json()["code"] == "access_requests.no_such_account"
    assert (elsewhere[1].status_code, meddled.status_code) == (404, 404)
    assert (stopped.status_code, stopped.json()["status"]) == (200, "declined")
    assert (late.status_code, silent.status_code) == (409, 422)


async def test_an_administrator_lists_the_unions_requests_or_those_about_oneself(
    signed_in: Any,
) -> None:
    first, person = await signed_in("admin"), await signed_in("approver")
    foreign, national = await signed_in("admin", "CANTHO"), await signed_in("admin", "VUFO")
    await ask(first, await id_of(person))
    await ask(national, await id_of(first), "remove_otp")

    async def listed(who: httpx.AsyncClient, query: str) -> list[str]:
        answer = await who.get(f"{URL}{query}")
        return [f"{one['username']} {one['kind']}" for one in answer.json()["items"]]

    both = ["admin.hufo remove_otp", "approver.hufo reset"]
    assert [await listed(first, ""), await listed(national, "?mine=false")] == [both, both]
    assert await listed(first, "?mine=true") == both[:1]
    assert await listed(first, "?status=proposed&q=APPROVER") == both[1:]
    assert await listed(foreign, "") == []


async def test_nobody_asks_for_themselves_and_two_at_once_make_one_link(
    signed_in: Any, db: asyncpg.Connection
) -> None:
    first, person = await signed_in("admin"), await signed_in("approver")
    others = [await signed_in("admin", username=f"other.{n}") for n in range(3)]

    own = await ask(first, await id_of(first))
    one = f"{URL}/{(await ask(first, await id_of(person))).json()['id']}"
    answers = await asyncio.gather(
        *(other.post(f"{one}/confirm", headers=version(1)) for other in others)
    )

    assert (own.status_code, own.json()["code"]) == (409, "accounts.own_access")
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    assert await db.fetchval("SELECT count(*) FROM invitations") == 1


async def test_the_database_holds_it_too(signed_in: Any, db: asyncpg.Connection) -> None:
    first, person = await signed_in("admin"), await signed_in("approver")
    made = (await ask(first, await id_of(person))).json()

    with pytest.raises(asyncpg.CheckViolationError, match="four_eyes"):
        await db.execute(
            "UPDATE access_requests SET status = 'confirmed', decided_by = proposed_by,"
            " decided_name = proposed_name, decided_at = now() WHERE id = $1",
            UUID(made["id"]),
        )


async def test_no_role_that_decides_is_given_while_a_link_is_open(signed_in: Any) -> None:
    first, second = await signed_in("admin"), await signed_in("admin", username="second")
    person = await signed_in("officer")
    account = await id_of(person)
    await first.post(f"{ACCOUNTS}/{account}/reset", headers=version(1))
    body = {"account_id": account, "role": "approver", "reason": "Quyết định 12 (demo)"}
    grant = (await first.post("/api/gateway/v1/role-grants", json=body)).json()["id"]

    refused = await second.post(f"/api/gateway/v1/role-grants/{grant}/confirm", headers=version(1))

    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.link_open")


async def test_who_stands_in_for_an_approver_is_guarded_too(
    signed_in: Any, db: asyncpg.Connection
) -> None:
    giver, taker = await signed_in("approver"), await signed_in("officer")
    admin, account = await signed_in("admin"), await id_of(taker)
    days = {"starts_on": str(today()), "ends_on": str(today() + timedelta(days=3))}
    lent = {"taker_id": account, "roles": ["approver"], "reason": "Công tác (demo)", **days}
    made = (await giver.post("/api/gateway/v1/delegations", json=lent)).json()["id"]
    one = f"/api/gateway/v1/delegations/{made}/confirm"
    reset = f"{ACCOUNTS}/{account}/reset"

    await admin.post(reset, headers=version(1))
    early = await admin.post(one, headers=version(1))
    await db.execute("DELETE FROM invitations")
    lent_now = await admin.post(one, headers=version(1))
    later = [
        await admin.post(f"{ACCOUNTS}/{account}/{verb}", headers=version(2))
        for verb in ("reset", "remove-otp")
    ]

    assert (early.status_code, early.json()["code"]) == (409, "accounts.link_open")
    assert lent_now.status_code == 200
    assert [(a.status_code, a.json()["code"]) for a in later] == [(409, "accounts.stands_in")] * 2

"""A role that decides or rules the house is given by two administrators."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest

from gateway.demo import unit_id

URL = "/api/gateway/v1/role-grants"
ACCOUNTS = "/api/gateway/v1/accounts"
ME = "/api/gateway/v1/sessions/current"
MERGE = {"Content-Type": "application/merge-patch+json"}


async def id_of(person: httpx.AsyncClient) -> str:
    return str((await person.get(ME)).json()["person"]["id"])


def version(number: int) -> dict[str, str]:
    return {"If-Match": f'"{number}"'}


async def propose(
    admin: httpx.AsyncClient, account: str, role: str = "approver", **values: Any
) -> httpx.Response:
    body = {"account_id": account, "role": role, "reason": "Quyết định 12 (demo)", **values}
    return await admin.post(URL, json=body)


async def test_one_proposes_another_confirms_and_then_the_role_is_there(
    signed_in: Any, db: asyncpg.Connection
) -> None:
    first, person = await signed_in("admin", "HUFO"), await signed_in("officer", "HUFO")
    second = await signed_in("admin", "HUFO", username="second")
    account = await id_of(person)

    made = await propose(first, account, starts_on="2026-01-01", ends_on="2199-12-31")
    waiting = (await first.get(f"{ACCOUNTS}/{account}")).json()["roles"]
    one = f"{URL}/{made.json()['id']}"
    mine, theirs = await first.get(one), await second.get(one)
    own = await first.post(f"{one}/confirm", headers=version(1))
    done = await second.post(f"{one}/confirm", headers=version(1))
    again = await second.post(f"{one}/confirm", headers=version(2))

    assert (made.status_code, made.json()["status"]) == (201, "proposed")
    assert waiting == ["officer"]
    assert mine.json()["allowed_actions"] == ["decline"]
    assert theirs.json()["allowed_actions"] == ["confirm", "decline"]
    assert (own.status_code, own.json()["code"]) == (403, "role_grants.four_eyes")
    assert (done.status_code, done.json()["status"]) == (200, "confirmed")
    assert (again.status_code, again.json()["code"]) == (409, "role_grants.wrong_status")
    given = (await first.get(f"{ACCOUNTS}/{account}")).json()
    assert given["roles"] == ["officer", "approver"]
    assert given["role_periods"] == [
        {"role": "approver", "starts_on": "2026-01-01", "ends_on": "2199-12-31"}
    ]
    assert (await person.get(ME)).status_code == 401, "who gets a role signs in again"
    log = await db.fetch(
        "SELECT resource, action, actor_name FROM changes WHERE resource <> 'sessions' ORDER BY id"
    )
    assert [tuple(row) for row in log] == [
        ("role_grants", "propose", "admin HUFO"),
        ("accounts", "grant_role", "admin HUFO"),
        ("role_grants", "confirm", "admin HUFO"),
    ]


async def test_what_is_declined_gives_nothing(signed_in: Any, db: asyncpg.Connection) -> None:
    first, person = await signed_in("admin", "HUFO"), await signed_in("officer", "HUFO")
    national = await signed_in("admin", "VUFO")
    account = await id_of(person)
    one = f"{URL}/{(await propose(first, account)).json()['id']}"

    silent = await national.post(f"{one}/decline", json={}, headers=version(1))
    done = await national.post(f"{one}/decline", json={"reason": "Chưa đủ"}, headers=version(1))
    late = await national.post(f"{one}/confirm", headers=version(2))

    assert silent.status_code == 422
    assert (done.status_code, done.json()["status"]) == (200, "declined")
    assert late.status_code == 409
    assert (await first.get(f"{ACCOUNTS}/{account}")).json()["roles"] == ["officer"]
    assert await db.fetchval("SELECT reason FROM changes WHERE action = 'decline'") == "Chưa đủ"


async def test_two_who_confirm_at_once_give_it_once(signed_in: Any) -> None:
    first, person = await signed_in("admin", "HUFO"), await signed_in("officer", "HUFO")
    others = [await signed_in("admin", "HUFO", username=f"other.{n}") for n in range(4)]
    one = f"{URL}/{(await propose(first, await id_of(person))).json()['id']}"

    answers = await asyncio.gather(
        *(other.post(f"{one}/confirm", headers=version(1)) for other in others)
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


async def test_nobody_proposes_for_themselves_or_twice(signed_in: Any) -> None:
    admin, person = await signed_in("admin", "HUFO"), await signed_in("officer", "HUFO")
    account = await id_of(person)

    own = await propose(admin, await id_of(admin))
    once, twice = await propose(admin, account), await propose(admin, account)
    small = await propose(admin, account, "admin")

    assert (own.status_code, own.json()["code"]) == (409, "accounts.own_roles")
    assert once.status_code == 201
    assert (twice.status_code, twice.json()["code"]) == (409, "role_grants.already_proposed")
    assert (small.status_code, small.json()["code"]) == (409, "role_grants.not_needed")


async def test_who_gets_the_role_does_not_confirm_it(signed_in: Any) -> None:
    first, other = await signed_in("admin", "HUFO"), await signed_in("admin", "HUFO", username="b")
    one = f"{URL}/{(await propose(first, await id_of(other))).json()['id']}"

    own = await other.post(f"{one}/confirm", headers=version(1))

    assert (own.status_code, own.json()["code"]) == (403, "role_grants.four_eyes")


async def test_another_union_neither_proposes_nor_sees(signed_in: Any) -> None:
    foreign, admin = await signed_in("admin", "CANTHO"), await signed_in("admin", "HUFO")
    account = await id_of(await signed_in("officer", "HUFO"))
    one = f"{URL}/{(await propose(admin, account)).json()['id']}"

    assert (await propose(foreign, account)).json()["code"] == "role_grants.no_such_account"
    assert (await foreign.get(one)).status_code == 404
    assert (await foreign.post(f"{one}/confirm", headers=version(1))).status_code == 404
    assert (await foreign.get(URL)).json()["items"] == []
    assert len((await admin.get(URL + "?status=proposed&q=OFFICER")).json()["items"]) == 1


@pytest.mark.parametrize(
    ("unit", "roles"), [("HUFO", ["approver"]), ("VUFO", ["admin"]), ("VUFO", ["approver"])]
)
async def test_no_other_way_gives_such_a_role(signed_in: Any, unit: str, roles: list[str]) -> None:
    admin, person = await signed_in("admin", "VUFO"), await signed_in("viewer", unit)
    await signed_in("admin", "VUFO", username="another")
    new = {
        "username": "moi",
        "name": "Người mới",
        "unit_id": str(unit_id(unit)),
        "unit_code": unit,
        "national": unit == "VUFO",
        "roles": roles,
    }
    sentence = {"password": "một câu dài không ai đoán ra"}

    answers = [
        await admin.post(ACCOUNTS, json={**new, **sentence}),
        await admin.post("/api/gateway/v1/invitations", json=new),
        await admin.patch(
            f"{ACCOUNTS}/{await id_of(person)}",
            json={"roles": ["viewer", *roles]},
            headers={**MERGE, **version(1)},
        ),
    ]

    assert [(a.status_code, a.json()["code"]) for a in answers] == [
        (409, "accounts.second_admin")
    ] * 3


async def test_the_first_administrator_of_a_house_makes_the_second_alone_and_no_third(
    signed_in: Any, db: asyncpg.Connection
) -> None:
    first = await signed_in("admin", "VUFO")
    new = {
        "username": "hai",
        "name": "Người thứ hai",
        "unit_id": str(unit_id("VUFO")),
        "unit_code": "VUFO",
        "national": True,
        "roles": ["admin"],
    }
    made = await first.post("/api/gateway/v1/invitations", json=new)
    assert made.status_code == 201, made.text
    # nor by putting the second one out of the way
    second = made.json()["account_id"]
    await first.patch(
        f"{ACCOUNTS}/{second}", json={"roles": ["viewer"]}, headers={**MERGE, **version(1)}
    )

    third = await first.post("/api/gateway/v1/invitations", json=new | {"username": "ba"})

    assert (third.status_code, third.json()["code"]) == (409, "accounts.second_admin")


async def test_the_database_holds_it_too(signed_in: Any, db: asyncpg.Connection) -> None:
    admin, person = await signed_in("admin", "HUFO"), await signed_in("officer", "HUFO")
    await propose(admin, await id_of(person))

    with pytest.raises(asyncpg.CheckViolationError, match="role_grants_four_eyes_check"):
        await db.execute("UPDATE role_grants SET status = 'confirmed', decided_by = proposed_by")

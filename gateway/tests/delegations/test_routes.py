"""A role handed to a colleague: who holds it, from when to when, and whose it stays."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest

from chassis.days import today
from gateway.running import Running

URL = "/api/gateway/v1/delegations"
ACCOUNTS = "/api/gateway/v1/accounts"
ME = "/api/gateway/v1/sessions/current"
V1, V2 = {"If-Match": '"1"'}, {"If-Match": '"2"'}


async def person(client: httpx.AsyncClient) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get(ME)).json()["person"]
    return found


async def give(
    giver: httpx.AsyncClient, taker: httpx.AsyncClient, *roles: str, **values: Any
) -> httpx.Response:
    body = {
        "taker_id": (await person(taker))["id"],
        "roles": list(roles),
        "starts_on": str(today()),
        "ends_on": str(today() + timedelta(days=7)),
        "reason": "Đi công tác (demo)",
    }
    return await giver.post(URL, json=body | values)


async def test_the_colleague_holds_the_role_at_once_and_no_longer_than_said(
    signed_in: Any, running: Running, db: asyncpg.Connection
) -> None:
    lan, binh = await signed_in("officer"), await signed_in("viewer")

    made = await give(lan, binh, "officer")
    during = await person(binh)
    found = next(f for f in running.live_sessions.known.values() if f.username == "viewer.hufo")
    ended = await lan.post(f"{URL}/{made.json()['id']}/end", headers=V1)
    after = await person(binh)

    assert (made.status_code, made.json()["status"]) == (201, "active"), made.text
    assert during["roles"] == ["viewer", "officer"]
    assert found.caller.stand_ins == (("officer", UUID(made.json()["giver_id"])),)
    assert (ended.status_code, ended.json()["status"]) == (200, "ended")
    assert after["roles"] == ["viewer"]
    log = await db.fetch("SELECT action FROM changes WHERE resource = 'delegations' ORDER BY id")
    assert [row["action"] for row in log] == ["create", "end"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE delegations SET starts_on = current_date - 9, ends_on = current_date - 2",
        "UPDATE delegations SET starts_on = current_date + 2, ends_on = current_date + 9",
        "UPDATE accounts SET disabled_at = now() WHERE username = 'officer.hufo'",
        "UPDATE accounts SET roles = '{viewer}' WHERE username = 'officer.hufo'",
        "UPDATE accounts SET unit_id = gen_random_uuid() WHERE username = 'officer.hufo'",
        "UPDATE accounts SET unit_id = gen_random_uuid() WHERE username = 'viewer.hufo'",
    ],
)
async def test_the_role_goes_with_its_days_and_with_who_gave_it(
    signed_in: Any, running: Running, db: asyncpg.Connection, change: str
) -> None:
    lan, binh = await signed_in("officer"), await signed_in("viewer")
    await give(lan, binh, "officer")
    assert "officer" in (await person(binh))["roles"]

    await db.execute(change)
    running.live_sessions.known.clear()

    assert (await person(binh))["roles"] == ["viewer"]


async def test_who_signs_in_is_told_of_the_role_at_once(signed_in: Any, browser: Any) -> None:
    lan, binh = await signed_in("officer"), await signed_in("viewer")
    await give(lan, binh, "officer")

    said = {"username": "viewer.hufo", "password": "bốn con ngựa đi qua cầu sáng sớm"}
    begun = await browser().post("/api/gateway/v1/sessions", json=said)

    assert begun.json()["person"]["roles"] == ["viewer", "officer"]


async def test_the_right_to_approve_waits_for_an_administrator(
    signed_in: Any, running: Running, db: asyncpg.Connection
) -> None:
    chi, binh = await signed_in("approver"), await signed_in("viewer")
    admin = await signed_in("admin")
    one = f"{URL}/{(made := await give(chi, binh, 'approver')).json()['id']}"

    waiting = (await person(binh))["roles"]
    own = await chi.post(f"{one}/confirm", headers=V1)
    done = await admin.post(f"{one}/confirm", headers=V1)

    assert made.json()["status"] == "proposed"
    assert waiting == ["viewer"]
    assert own.status_code == 403
    assert (done.status_code, done.json()["status"]) == (200, "active")
    assert (await person(binh))["roles"] == ["viewer", "approver"]
    stopped = await admin.post(f"{one}/decline", json={"reason": "Đã về"}, headers=V2)
    assert stopped.json()["status"] == "declined"
    assert (await person(binh))["roles"] == ["viewer"]


async def test_an_administrator_does_not_confirm_what_they_give_or_take(signed_in: Any) -> None:
    chi, admin = await signed_in("approver"), await signed_in("admin")
    one = f"{URL}/{(await give(chi, admin, 'approver')).json()['id']}"

    refused = await admin.post(f"{one}/confirm", headers=V1)

    assert (refused.status_code, refused.json()["code"]) == (403, "delegations.four_eyes")


async def test_a_role_that_was_handed_over_is_not_handed_on(signed_in: Any) -> None:
    lan, binh = await signed_in("officer"), await signed_in("viewer")
    third = await signed_in("auditor")
    await give(lan, binh, "officer")

    refused = await give(binh, third, "officer")

    assert (refused.status_code, refused.json()["code"]) == (409, "delegations.not_your_role")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"taker_id": str(UUID(int=7))}, "delegations.no_colleague"),
        ({"roles": ["admin"]}, "delegations.admin_stays"),
        ({"ends_on": "2199-12-31"}, "delegations.too_long"),
    ],
)
async def test_what_contradicts_is_refused(
    signed_in: Any, values: dict[str, Any], code: str
) -> None:
    lan, binh = await signed_in("officer"), await signed_in("viewer")

    refused = await give(lan, binh, "officer", **values)

    assert (refused.status_code, refused.json()["code"]) == (409, code)


async def test_another_union_takes_nothing_and_sees_nothing(signed_in: Any) -> None:
    lan, binh = await signed_in("officer"), await signed_in("viewer")
    foreign, admin = await signed_in("officer", "CANTHO"), await signed_in("admin", "CANTHO")
    made = (await give(lan, binh, "officer")).json()

    assert (await give(lan, foreign, "officer")).json()["code"] == "delegations.no_colleague"
    assert (await foreign.post(f"{URL}/{made['id']}/end", headers=V1)).status_code == 404
    declined = await admin.post(f"{URL}/{made['id']}/decline", json={"reason": "x"}, headers=V1)
    assert declined.status_code == 404
    assert (await foreign.get(URL)).json()["items"] == []
    assert (await admin.get(URL)).json()["items"] == []
    named = [one["name"] for one in (await foreign.get(URL + "/colleagues")).json()["items"]]
    assert named == ["admin CANTHO"]


async def test_a_colleague_who_has_no_part_in_it_does_not_see_it(signed_in: Any) -> None:
    lan, binh = await signed_in("officer"), await signed_in("viewer")
    other, auditor = await signed_in("appraiser"), await signed_in("auditor")
    made = (await give(lan, binh, "officer")).json()

    assert (await other.get(URL)).json()["items"] == []
    assert (await other.post(f"{URL}/{made['id']}/end", headers=V1)).status_code == 404
    (seen,) = (await auditor.get(URL)).json()["items"]
    assert (seen["giver_name"], seen["allowed_actions"]) == ("officer HUFO", [])
    (mine,) = (await binh.get(URL)).json()["items"]
    assert mine["allowed_actions"] == ["end"]


async def test_the_database_holds_the_four_eyes_too(signed_in: Any, db: asyncpg.Connection) -> None:
    chi, binh = await signed_in("approver"), await signed_in("viewer")
    await give(chi, binh, "approver")

    with pytest.raises(asyncpg.CheckViolationError, match="delegations_four_eyes_check"):
        await db.execute("UPDATE delegations SET status = 'active', decided_by = giver_id")

"""A move that takes deciders along is agreed to by two administrators of the national union."""

import asyncio
from typing import Any

import asyncpg
import pytest

from gateway.demo import unit_id

URL = "/api/gateway/v1/move-requests"
DIRECT = "/api/gateway/v1/moves"
ME = "/api/gateway/v1/sessions/current"


def body(**said: Any) -> dict[str, Any]:
    return {
        "from_unit_id": str(unit_id("HAUGIANG")),
        "to_unit_id": str(unit_id("CANTHO")),
        "to_unit_code": "CANTHO",
        "reason": "Nghị quyết hợp nhất (demo)",
    } | said


def version(number: int) -> dict[str, str]:
    return {"If-Match": f'"{number}"'}


async def test_nobody_who_decides_moves_along_by_one_administrator_alone(
    signed_in: Any, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin", "VUFO")
    person = await signed_in("approver", "HAUGIANG")
    await db.execute("UPDATE accounts SET disabled_at = now() WHERE name = 'approver HAUGIANG'")

    closed = await admin.post(DIRECT, json=body())
    await db.execute("UPDATE accounts SET disabled_at = NULL WHERE name = 'approver HAUGIANG'")
    open_ = await admin.post(DIRECT, json=body())

    refusals = [(one.status_code, one.json()["code"]) for one in (closed, open_)]
    assert refusals == [(409, "moves.second_admin")] * 2
    assert (await person.get(ME)).json()["person"]["unit_code"] == "HAUGIANG"
    assert await db.fetchval("SELECT count(*) FROM successions") == 0


async def test_one_proposes_another_confirms_and_then_they_move(
    signed_in: Any, running: Any, db: asyncpg.Connection
) -> None:
    first = await signed_in("admin", "VUFO")
    second = await signed_in("admin", "VUFO", username="second")
    person = await signed_in("approver", "HAUGIANG")

    made = await first.post(URL, json=body())
    still = await person.get(ME)
    one = f"{URL}/{made.json()['id']}"
    own = await first.post(f"{one}/confirm", headers=version(1))
    offered = [(await who.get(one)).json()["allowed_actions"] for who in (first, second)]
    done = await second.post(f"{one}/confirm", headers=version(1))
    late = await second.post(f"{one}/decline", json={"reason": "x"}, headers=version(2))

    assert (made.status_code, made.json()["from_unit_code"]) == (201, "HAUGIANG")
    assert still.status_code == 200, "nobody moves before it is confirmed"
    assert (own.status_code, own.json()["code"]) == (403, "move_requests.four_eyes")
    assert offered == [["decline"], ["confirm", "decline"]]
    assert (done.status_code, done.json()["status"]) == (200, "confirmed"), done.text
    assert [done.json()[kind] for kind in ("accounts", "clients", "webhooks")] == [1, 0, 0]
    assert (late.status_code, late.json()["code"]) == (409, "move_requests.wrong_status")
    assert (await person.get(ME)).status_code == 401, "who moves signs in again"
    assert await running.lineage.of(unit_id("CANTHO")) == (unit_id("HAUGIANG"),)
    log = await db.fetch(
        "SELECT resource, action, actor_name FROM changes WHERE resource <> 'sessions' ORDER BY id"
    )
    assert [tuple(row)[:2] for row in log] == [
        ("move_requests", "propose"),
        ("successions", "move"),
        ("accounts", "move"),
        ("move_requests", "confirm"),
    ]


async def test_what_is_declined_moves_nobody_and_may_be_proposed_again(signed_in: Any) -> None:
    first = await signed_in("admin", "VUFO")
    second = await signed_in("admin", "VUFO", username="second")
    person = await signed_in("approver", "HAUGIANG")
    one = f"{URL}/{(await first.post(URL, json=body())).json()['id']}"

    twice = await second.post(URL, json=body(to_unit_id=str(unit_id("HUFO")), to_unit_code="HUFO"))
    silent = await second.post(f"{one}/decline", json={}, headers=version(1))
    stale = await second.post(f"{one}/decline", json={"reason": "Chưa"}, headers=version(9))
    done = await second.post(f"{one}/decline", json={"reason": "Chưa"}, headers=version(1))
    again = await first.post(URL, json=body())

    assert (twice.status_code, twice.json()["code"]) == (409, "move_requests.already_proposed")
    assert (silent.status_code, stale.status_code) == (422, 412)
    assert (done.status_code, done.json()["status"]) == (200, "declined")
    assert again.status_code == 201
    assert (await person.get(ME)).status_code == 200


async def test_two_who_confirm_at_once_move_once(signed_in: Any, db: asyncpg.Connection) -> None:
    first = await signed_in("admin", "VUFO")
    others = [await signed_in("admin", "VUFO", username=f"other.{n}") for n in range(3)]
    await signed_in("approver", "HAUGIANG")
    one = f"{URL}/{(await first.post(URL, json=body())).json()['id']}"

    answers = await asyncio.gather(
        *(other.post(f"{one}/confirm", headers=version(1)) for other in others)
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    assert await db.fetchval("SELECT count(*) FROM changes WHERE resource = 'successions'") == 1


async def test_a_union_reads_what_is_proposed_and_decides_nothing(signed_in: Any) -> None:
    admin, local = await signed_in("admin", "VUFO"), await signed_in("admin", "HAUGIANG")
    one = f"{URL}/{(await admin.post(URL, json=body())).json()['id']}"

    proposed = await local.post(URL, json=body())
    said = {"reason": "Không muốn"}
    refused = [
        await local.post(f"{one}/confirm", headers=version(1)),
        await local.post(f"{one}/decline", json=said, headers=version(1)),
    ]
    shown = (await local.get(URL + "?status=proposed&q=nghi quyet")).json()["items"]

    codes = [(answer.status_code, answer.json()["code"]) for answer in (proposed, *refused)]
    assert codes == [(403, "moves.national")] * 3
    assert [(item["id"], item["allowed_actions"]) for item in shown] == [(one.split("/")[-1], [])]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"to_unit_id": str(unit_id("HAUGIANG"))}, "moves.same_unit"),
        ({"to_unit_code": "CANTO"}, "moves.other_code"),
        ({"from_unit_id": "019a3c00-0000-7000-8000-000000000001"}, "moves.nobody"),
    ],
)
async def test_a_move_that_contradicts_itself_is_not_proposed(
    signed_in: Any, said: dict[str, str], code: str
) -> None:
    admin = await signed_in("admin", "VUFO")
    await signed_in("officer", "HAUGIANG")
    await signed_in("officer", "CANTHO")

    refused = await admin.post(URL, json=body(**said))

    assert (refused.status_code, refused.json()["code"]) == (409, code)


async def test_the_database_holds_it_too(signed_in: Any, db: asyncpg.Connection) -> None:
    admin = await signed_in("admin", "VUFO")
    await signed_in("officer", "HAUGIANG")
    await admin.post(URL, json=body())

    with pytest.raises(asyncpg.CheckViolationError, match="move_requests_four_eyes_check"):
        await db.execute("UPDATE move_requests SET status = 'confirmed', decided_by = proposed_by")

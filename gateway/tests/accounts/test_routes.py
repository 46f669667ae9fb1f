"""Administrators and accounts."""

from typing import Any
from uuid import uuid5

import asyncpg
import httpx
import pytest

URL = "/api/gateway/v1/accounts"
GOOD = "một câu dài không ai đoán ra"


def body(unit: str = "HUFO", **values: Any) -> dict[str, Any]:
    from uuid import UUID

    space = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")
    return {
        "username": "Hoa",
        "name": "Nguyễn Thị Hoa",
        "password": GOOD,
        "unit_id": str(uuid5(space, f"unit/{unit}")),
        "unit_code": unit,
        "roles": ["officer"],
    } | values


async def test_an_administrator_adds_an_account_that_can_sign_in(
    signed_in: Any, client: httpx.AsyncClient
) -> None:
    admin = await signed_in("admin", "VUFO")

    made = await admin.post(URL, json=body())

    assert made.status_code == 201, made.text
    assert made.headers["location"] == f"{URL}/{made.json()['id']}"
    assert made.json()["username"] == "hoa"
    assert not {"password", "password_hash"} & made.json().keys()
    said = {"username": "HOA", "password": GOOD}
    assert (await client.post("/api/gateway/v1/sessions", json=said)).status_code == 201


async def test_no_password_and_no_hash_of_it_reaches_the_log(
    signed_in: Any, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin", "VUFO")

    await admin.post(URL, json=body(), headers={"Idempotency-Key": "k1"})

    row = await db.fetchrow("SELECT changes::text AS whole, digest, key FROM changes")
    assert row is not None
    assert GOOD not in row["whole"]
    assert "argon2" not in row["whole"]
    assert row["digest"] is None, "a SHA-256 of the body would be a fast way to try passwords"


async def test_a_username_is_taken_once_however_it_is_spelt(signed_in: Any) -> None:
    admin = await signed_in("admin", "VUFO")
    await admin.post(URL, json=body())

    again = await admin.post(URL, json=body(username="ＨＯＡ "))

    assert (again.status_code, again.json()["code"]) == (409, "accounts.username_taken")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"password": "ngắn quá"}, "field.too_short"),
        ({"password": "ệ" * 342}, "field.too_long"),  # 1,026 bytes
        ({"roles": ["king"]}, "field.choice"),
        ({"roles": []}, "field.too_short"),
        ({"is_admin": True}, "field.unknown"),
    ],
)
async def test_a_value_that_will_not_do_is_422_and_not_repeated(
    signed_in: Any, values: dict[str, Any], code: str
) -> None:
    admin = await signed_in("admin", "VUFO")

    answer = await admin.post(URL, json=body(**values))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == code
    assert str(values.get("password", "king")) not in answer.text


async def test_a_password_that_everybody_would_try_is_refused(signed_in: Any) -> None:
    admin = await signed_in("admin", "VUFO")

    answer = await admin.post(URL, json=body(password="hufo hufo hufo hufo"))

    assert (answer.status_code, answer.json()["code"]) == (409, "accounts.password_guessable")
    assert answer.json()["errors"][0]["pointer"] == "/body/password"


@pytest.mark.parametrize(
    "role", ["officer", "appraiser", "approver", "viewer", "auditor", "integrator"]
)
async def test_only_an_administrator_adds_accounts(signed_in: Any, role: str) -> None:
    person = await signed_in(role, "VUFO")

    assert (await person.post(URL, json=body())).status_code == 403


async def test_nobody_learns_nothing(client: httpx.AsyncClient) -> None:
    assert (await client.get(URL)).status_code == 401


async def test_an_administrator_of_one_union_sees_and_adds_its_people_only(
    signed_in: Any, an_account: Any
) -> None:
    await an_account("viewer", "CANTHO")
    admin = await signed_in("admin", "HUFO")

    listed = (await admin.get(URL)).json()["items"]
    foreign = await admin.post(URL, json=body("CANTHO"))
    higher = await admin.post(URL, json=body(national=True))
    own = await admin.post(URL, json=body())

    assert [one["username"] for one in listed] == ["admin.hufo"]
    assert [foreign.status_code, higher.status_code, own.status_code] == [403, 403, 201]


async def test_a_closed_account_is_out_at_once(signed_in: Any) -> None:
    admin, person = await signed_in("admin", "VUFO"), await signed_in("officer", "HUFO")
    me = (await person.get("/api/gateway/v1/sessions/current")).json()["person"]

    closed = await admin.post(f"{URL}/{me['id']}/disable", headers={"If-Match": '"1"'})

    assert closed.status_code == 200, closed.text
    assert closed.json()["disabled_at"]
    assert (await person.get("/api/gateway/v1/sessions/current")).status_code == 401
    twice = await admin.post(f"{URL}/{me['id']}/disable", headers={"If-Match": '"2"'})
    assert (twice.status_code, twice.json()["code"]) == (409, "accounts.already_disabled")


async def test_nobody_closes_their_own_account_or_anothers_unseen(
    signed_in: Any, an_account: Any
) -> None:
    admin = await signed_in("admin", "HUFO")
    me = (await admin.get("/api/gateway/v1/sessions/current")).json()["person"]["id"]
    await an_account("viewer", "CANTHO")
    national = await signed_in("admin", "VUFO")
    listed = (await national.get(URL + "?unit_code=CANTHO&role=viewer")).json()["items"]

    own = await admin.post(f"{URL}/{me}/disable", headers={"If-Match": '"1"'})
    foreign = await admin.post(f"{URL}/{listed[0]['id']}/disable", headers={"If-Match": '"1"'})
    unread = await national.post(f"{URL}/{listed[0]['id']}/disable")

    assert (own.status_code, own.json()["code"]) == (409, "accounts.own")
    assert foreign.status_code == 404
    assert unread.status_code == 428

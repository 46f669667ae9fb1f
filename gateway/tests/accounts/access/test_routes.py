"""Helping people in and putting people out; changing what they may do."""

from typing import Any
from uuid import UUID

import httpx

URL = "/api/gateway/v1/accounts"
ME = "/api/gateway/v1/sessions/current"


async def id_of(client: httpx.AsyncClient) -> str:
    return str(UUID((await client.get(ME)).json()["person"]["id"]))


async def test_an_administrator_sees_and_ends_the_sessions_of_a_person(signed_in: Any) -> None:
    admin, person = await signed_in("admin", "HUFO"), await signed_in("viewer", "HUFO")
    account = f"{URL}/{await id_of(person)}"

    seen = (await admin.get(f"{account}/sessions")).json()
    out = await admin.post(f"{account}/sign-out", headers={"If-Match": '"1"'})

    assert len(seen["items"]) == 1
    assert seen["has_otp"] is False
    assert out.status_code == 200, out.text
    assert (await person.get(ME)).status_code == 401


async def test_people_are_found_as_one_types(signed_in: Any, an_account: Any) -> None:
    admin = await signed_in("admin", "HUFO")
    await an_account("viewer", "HUFO", name="Trần Thị Đào")
    await an_account("viewer", "CANTHO", name="Trần Văn Đạo")

    found = [
        (await admin.get(URL, params={"q": q})).json()["items"] for q in ("dao", "VIEWER", "x")
    ]

    assert [[one["name"] for one in items] for items in found] == [["Trần Thị Đào"]] * 2 + [[]]


async def test_another_unions_person_is_not_there(signed_in: Any) -> None:
    admin, person = await signed_in("admin", "HAIPHONG"), await signed_in("viewer", "HUFO")
    account, match = f"{URL}/{await id_of(person)}", {"If-Match": "*"}

    answers = [await admin.get(account), await admin.get(f"{account}/sessions")]
    for verb in ("sign-out", "reset", "remove-otp"):
        answers.append(await admin.post(f"{account}/{verb}", headers=match))

    assert {answer.status_code for answer in answers} == {404}
    assert (await person.get(ME)).status_code == 200


async def test_a_units_own_administrator_cannot_become_a_national_one(signed_in: Any) -> None:
    national = await signed_in("admin", "VUFO", username="chief")
    local = await signed_in("admin", "VUFO", username="local", national=False)
    account, match = f"{URL}/{await id_of(national)}", {"If-Match": "*"}

    answers = [await local.get(account), await local.post(f"{account}/disable", headers=match)]
    answers += [
        await local.post(f"{account}/{verb}", headers=match) for verb in ("reset", "remove-otp")
    ]
    own = await national.post(f"{account}/reset", headers=match)

    assert {answer.status_code for answer in answers} == {404}
    assert [one["username"] for one in (await local.get(URL)).json()["items"]] == ["local"]
    assert (own.status_code, own.json()["code"]) == (409, "accounts.own_access")


async def test_a_lost_telephone(signed_in: Any, enrolled: Any, client: httpx.AsyncClient) -> None:
    lan = await enrolled("viewer")
    admin = await signed_in("admin", "HUFO")
    account = f"{URL}/{await id_of(lan.client)}"

    done = await admin.post(f"{account}/remove-otp", headers={"If-Match": '"2"'})
    again = await admin.post(f"{account}/remove-otp", headers={"If-Match": '"3"'})

    assert done.status_code == 200, done.text
    assert again.status_code == 200, "nothing is left to remove"
    said = {"username": lan.username, "password": "bốn con ngựa đi qua cầu sáng sớm"}
    assert (await client.post("/api/gateway/v1/sessions", json=said)).status_code == 201


async def test_a_closed_account_opens_again(signed_in: Any, client: httpx.AsyncClient) -> None:
    admin, person = await signed_in("admin", "HUFO"), await signed_in("viewer", "HUFO")
    account = f"{URL}/{await id_of(person)}"
    said = {"username": "viewer.hufo", "password": "bốn con ngựa đi qua cầu sáng sớm"}

    closed = await admin.post(f"{account}/disable", headers={"If-Match": '"1"'})
    opened = await admin.post(f"{account}/enable", headers={"If-Match": '"2"'})
    again = await admin.post(f"{account}/enable", headers={"If-Match": '"3"'})

    assert closed.json()["allowed_actions"] == ["update", "enable"]
    assert opened.json()["disabled_at"] is None
    assert (again.status_code, again.json()["code"]) == (409, "accounts.not_disabled")
    assert (await client.post("/api/gateway/v1/sessions", json=said)).status_code == 201


async def change(
    admin: httpx.AsyncClient, account: str, patch: dict[str, Any], version: int = 1
) -> httpx.Response:
    kind = {"Content-Type": "application/merge-patch+json", "If-Match": f'"{version}"'}
    return await admin.patch(f"{URL}/{account}", json=patch, headers=kind)


async def test_other_roles_mean_signing_in_again(signed_in: Any) -> None:
    admin, person = await signed_in("admin", "HUFO"), await signed_in("viewer", "HUFO")
    account = await id_of(person)

    renamed = await change(admin, account, {"name": "Trần Văn Bình"})
    still = await person.get(ME)
    given = await change(admin, account, {"roles": ["officer", "viewer"]}, 2)

    assert (renamed.status_code, still.status_code) == (200, 200)
    assert given.json()["roles"] == ["officer", "viewer"]
    assert (await person.get(ME)).status_code == 401


async def test_one_account_says_what_may_be_done_about_it(signed_in: Any) -> None:
    admin, person = await signed_in("admin", "HUFO"), await signed_in("viewer", "HUFO")
    auditor = await signed_in("auditor", "HUFO")
    one, own = f"{URL}/{await id_of(person)}", f"{URL}/{await id_of(admin)}"

    assert "propose_role" in (await admin.get(one)).json()["allowed_actions"]
    assert (await admin.get(own)).json()["allowed_actions"] == ["sign_out"]
    assert (await auditor.get(one)).json()["allowed_actions"] == []


async def test_nobody_gives_themselves_roles(signed_in: Any) -> None:
    admin = await signed_in("admin", "HUFO")

    refused = await change(admin, await id_of(admin), {"roles": ["admin", "approver"]})

    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.own_roles")


async def test_a_role_holds_from_its_first_day_to_its_last(signed_in: Any, browser: Any) -> None:
    admin, person = await signed_in("admin", "HUFO"), await signed_in("viewer", "HUFO")
    account = await id_of(person)
    periods = [
        {"role": "auditor", "starts_on": "2020-01-01", "ends_on": "2020-12-31"},
        {"role": "appraiser", "starts_on": "2020-01-01"},
        {"role": "officer", "starts_on": "2199-01-01"},
    ]
    held = ["auditor", "appraiser", "officer", "viewer"]

    given = await change(admin, account, {"roles": held, "role_periods": periods})
    stray = await change(admin, account, {"role_periods": [{"role": "integrator"}]}, 2)
    said = {"username": "viewer.hufo", "password": "bốn con ngựa đi qua cầu sáng sớm"}
    mine = await browser().post("/api/gateway/v1/sessions", json=said)

    assert given.status_code == 200, given.text
    assert given.json()["role_periods"][1] == {
        "role": "appraiser",
        "starts_on": "2020-01-01",
        "ends_on": None,
    }
    assert (stray.status_code, stray.json()["code"]) == (409, "accounts.period_of_no_role")
    assert mine.json()["person"]["roles"] == ["appraiser", "viewer"]

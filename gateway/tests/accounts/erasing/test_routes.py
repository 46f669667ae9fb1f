"""Whoever signed in here can be forgotten; nothing is left to sign in with."""

from typing import Any

import asyncpg

from chassis.testing import stored

URL = "/api/gateway/v1/accounts"
ME = "/api/gateway/v1/sessions/current"
NAME, USERNAME = "Nguyễn Thị Thử Canary", "thu.canary"
ERASURE = {"id": "0191d5a0-0000-7000-8000-00004f7a2b1c", "reason": "Đơn số 12"}
MARK = "(đã xoá 4f7a2b1c)"


async def test_an_account_becomes_a_mark_and_leaves_no_trace(
    signed_in: Any, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin", "HUFO")
    person = await signed_in("officer", "HUFO", name=NAME, username=USERNAME)
    account = f"{URL}/{(await person.get(ME)).json()['person']['id']}"
    changed = await admin.patch(
        account,
        json={"roles": ["viewer"]},
        headers={"If-Match": '"1"', "Content-Type": "application/merge-patch+json"},
    )
    assert changed.status_code == 200, changed.text

    named = {**ERASURE, "reason": f"Đơn của {NAME}"}
    refused = await admin.post(f"{account}/erase", json=named, headers={"If-Match": '"2"'})
    done = await admin.post(f"{account}/erase", json=ERASURE, headers={"If-Match": '"2"'})

    assert (refused.status_code, refused.json()["code"]) == (409, "subjects.reason_names")
    assert (done.status_code, done.json()["mark"]) == (200, MARK)
    assert (await person.get(ME)).status_code == 401
    left = await stored(db)
    assert [text for text in (NAME, USERNAME) if text.casefold() in left] == []
    now = (await admin.get(account)).json()
    assert (now["name"], now["username"], now["roles"]) == (MARK, MARK, ["viewer"])
    assert now["disabled_at"]


async def test_nobody_erases_oneself_or_another_unions_person(signed_in: Any) -> None:
    admin, other = await signed_in("admin", "HUFO"), await signed_in("viewer", "CANTHO")
    ids = [(await one.get(ME)).json()["person"]["id"] for one in (admin, other)]

    answers = [
        await admin.post(f"{URL}/{one}/erase", json=ERASURE, headers={"If-Match": "*"})
        for one in ids
    ]

    assert [answer.status_code for answer in answers] == [409, 404]

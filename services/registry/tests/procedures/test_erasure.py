"""Whoever signed in and is forgotten leaves acts signed with a mark; others' names stay."""

import asyncpg

from chassis.testing import Caller, person_id, stored

from .conftest import URL, Making

NAME = "Nguyễn Thị Thử Canary"
ERASURE = "0191d5a0-0000-7000-8000-00004f7a2b1c"
MARK = "(đã xoá 4f7a2b1c)"


async def test_the_acts_of_a_forgotten_account_bear_a_mark(
    client: Caller, db: asyncpg.Connection, a_procedure: Making
) -> None:
    made, hers = await a_procedure("extend"), client.as_("officer", name=NAME)
    url = f"{URL}/{made['id']}"
    ticked = await hers.act(f"{url}/tick", 1, {"item": "application", "note": "tủ 1"})
    await hers.act(f"{url}/withdraw", ticked.json()["version"], {"reason": "Xin rút"})

    body = {"id": ERASURE, "texts": [NAME], "account_id": str(person_id(NAME)), "reason": "Đơn 12"}
    done = await client.as_("admin", "VUFO").post("/v1/subjects/erase", json=body)

    assert (done.json()["records"], NAME.casefold() in await stored(db)) == (1, False)
    now = (await hers.get(url)).json()
    (tick,) = [one for one in now["checklist"] if one["by_name"]]
    assert (tick["by_name"], [step["by_name"] for step in now["steps"]][-1]) == (MARK, MARK)
    history = (await hers.get(f"{url}/history")).json()["items"]
    names = ["admin@VUFO", MARK, MARK, "officer@HUFO"]
    assert [entry["actor"]["name"] for entry in history] == names

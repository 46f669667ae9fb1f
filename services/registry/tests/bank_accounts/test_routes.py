"""Accounts notified over HTTP: in use on a day, the number in full only by a logged sight."""

from collections.abc import Callable

import asyncpg

from chassis.testing import Caller

Staff = Callable[..., Caller]
URL, NUMBER = "/v1/bank-accounts", "0071000998877"


async def test_an_account_is_in_use_from_its_notice_until_it_was_changed(
    staff: Staff, db: asyncpg.Connection
) -> None:
    own = staff("officer")
    ngo = await own.post("/v1/ngos", json={"name_vi": "Quỹ Giả Định (demo)", "home_country": "US"})
    body = {
        "ngo_id": ngo.json()["id"],
        "bank": "Ngân hàng Giả Định (demo)",
        "holder": "Văn phòng Quỹ Giả Định",
        "currency": "USD",
        "number": "0071 000 998877",
        "notified_on": "2024-05-10",
    }
    made = await own.post(URL, json=body)
    where = f"{URL}/{made.json()['id']}"

    backwards = await own.merge(where, {"ends": {"date": "2024-01-01"}}, 1)
    await own.merge(where, {"ends": {"date": "2025-06", "precision": "month"}}, 1)
    ended = await own.merge(where, {"ends": {"date": "2025-06-01", "precision": "month"}}, 1)

    assert (made.json()["number_masked"], made.json()["held_from"]) == ("••••877", "2024-05-10")
    assert backwards.json()["code"] == "registry.dates_out_of_order"
    assert ended.json()["held_to"] == "2025-06-30"
    days = {"2024-05-09": 0, "2024-05-10": 1, "2025-06-30": 1, "2025-07-01": 0}
    for day, count in days.items():
        found = await own.get(URL, params={"as_of": day, "ngo_id": body["ngo_id"]})
        assert len(found.json()["items"]) == count, day
    assert NUMBER not in str([tuple(row) for row in await db.fetch("SELECT * FROM changes")])


async def test_only_its_keepers_see_an_account_number_and_the_history_says_so(
    staff: Staff,
) -> None:
    own, why = staff("officer"), {"reason": "So với sao kê"}
    ngo = await own.post("/v1/ngos", json={"name_vi": "Quỹ Giả Định (demo)", "home_country": "US"})
    body = {"ngo_id": ngo.json()["id"], "bank": "NH (demo)", "holder": "VP (demo)"}
    made = await own.post(URL, json={**body, "number": NUMBER, "notified_on": "2024-05-10"})
    where = f"{URL}/{made.json()['id']}"

    stranger = await staff("officer", "CANTHO").post(f"{where}/reveal", json=why)
    seen = await own.post(f"{where}/reveal", json=why)

    assert (stranger.status_code, seen.json()) == (403, {"number": NUMBER})
    history = (await own.get(f"{where}/history")).json()["items"]
    assert [entry["action"] for entry in history] == ["reveal", "create"]

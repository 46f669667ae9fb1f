"""Who may decide is told what waits; who asked for it, gets it or is of another union is not."""

from typing import Any

URL = "/api/gateway/v1/overview"
ME = "/api/gateway/v1/sessions/current"


async def waiting(who: Any) -> dict[str, int] | None:
    data = (await who.get(URL)).json()["parts"]["gateway"]["data"]["decisions_waiting"]
    return data and {one["kind"]: one["count"] for one in data["items"]}


async def test_only_who_may_decide_is_told_what_waits(signed_in: Any) -> None:
    first = await signed_in("admin", "HUFO")
    second = await signed_in("admin", "HUFO", username="second")
    person, national = await signed_in("officer", "HUFO"), await signed_in("admin", "VUFO")
    other = await signed_in("admin", "CANTHO")
    account = (await person.get(ME)).json()["person"]["id"]
    body = {"account_id": account, "role": "approver", "reason": "Quyết định 12 (demo)"}
    grant = (await first.post("/api/gateway/v1/role-grants", json=body)).json()

    told = [await waiting(who) for who in (second, national, first, other, person)]
    await second.post(
        f"/api/gateway/v1/role-grants/{grant['id']}/decline",
        json={"reason": "Chưa đủ (demo)"},
        headers={"If-Match": '"1"'},
    )

    assert told == [{"role_grants": 1}, {"role_grants": 1}, {}, {}, None]
    assert await waiting(second) == {}

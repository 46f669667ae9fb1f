"""What a delivered certificate leaves to be done."""

from collections.abc import Awaitable, Callable
from typing import Any

from chassis.testing import Caller

Making = Callable[..., Awaitable[dict[str, Any]]]
URL = "/v1/obligations"
DELIVERED = "2026-04-20"


async def delivered(
    kind: str, outcome: dict[str, Any], a_procedure: Making, ticked: Making, step: Making
) -> dict[str, Any]:
    p = await step(await ticked(await a_procedure(kind)), "file", "2026-03-02")
    p = await step(p, "accept", "2026-03-03")
    p = await step(p, "consult", "2026-03-04", bodies=["Bộ Công an"])
    p = await step(p, "reply", "2026-03-10", body="Bộ Công an", stance="agree")
    p = await step(await step(p, "conclude", "2026-03-10"), "forward", "2026-03-11")
    p = await step(p, "grant", "2026-04-14", outcome=outcome)
    return await step(p, "deliver", DELIVERED)


async def owed(client: Caller, p: dict[str, Any]) -> list[dict[str, Any]]:
    asked = {"certificate_id": p["certificate_id"]}
    answer = await client.as_("viewer").get(URL, params=asked)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def test_a_grant_leaves_the_account_and_the_plan_counted_from_its_delivery(
    client: Caller, a_procedure: Making, ticked: Making, step: Making
) -> None:
    said = {"number": "9/GĐ/HĐ", "issued_on": "2026-04-14", "valid_from": "2026-04-14"}
    outcome = {**said, "valid_to": "2029-04-13", "provinces": ["VN-79"]}
    p = await delivered("grant", outcome, a_procedure, ticked, step)

    found = await owed(client, p)

    told = [(one["rule"], one["since"], one["due_on"], one["status"]) for one in found]
    assert told == [
        ("NGO-26", DELIVERED, "2026-05-07", "open"),
        ("NGO-27", DELIVERED, "2026-06-25", "open"),
    ]
    assert {one["procedure_id"] for one in found} == {p["id"]}
    assert {(one["basis"], one["confidence"], one["verified"]) for one in found} == {
        ("58/2022/NĐ-CP, Điều 21.3", "QUOTED", True),
        ("58/2022/NĐ-CP, Điều 21.4", "QUOTED", True),
    }
    history = await client.as_("viewer").get(f"{URL}/{found[0]['id']}/history")
    assert [entry["action"] for entry in history.json()["items"]] == ["create"]


async def test_an_amendment_leaves_a_plan_and_a_reissue_nothing(
    client: Caller, a_procedure: Making, ticked: Making, step: Making
) -> None:
    amended = await delivered("amend", {"provinces": ["VN-92"]}, a_procedure, ticked, step)
    assert [one["rule"] for one in await owed(client, amended)] == ["NGO-27"]

    again = await a_procedure("reissue", certificate_id=amended["certificate_id"])
    p = await step(await ticked(again), "file", "2026-03-02")
    p = await step(p, "accept", "2026-03-03")
    p = await step(p, "consult", "2026-03-04", bodies=["Bộ Công an"])
    p = await step(p, "reply", "2026-03-10", body="Bộ Công an", stance="agree")
    p = await step(await step(p, "conclude", "2026-03-10"), "forward", "2026-03-11")
    await step(await step(p, "grant", "2026-04-14", outcome={}), "deliver", "2026-04-21")

    assert [one["rule"] for one in await owed(client, amended)] == ["NGO-27"]


async def test_a_moved_working_day_moves_what_is_open_and_not_what_came(
    client: Caller, a_procedure: Making, ticked: Making, step: Making
) -> None:
    p = await delivered("amend", {"provinces": ["VN-92"]}, a_procedure, ticked, step)
    (plan,) = await owed(client, p)
    told = {"rule": "NGO-27", "ngo_id": p["ngo_id"], "since": DELIVERED}
    done = {"outcome": "done", "done_on": "2026-05-20", "evidence": "Công văn 7"}
    officer, admin = client.as_("officer"), client.as_("admin", "VUFO", national=True)
    came = (await officer.post(URL, json={**told, **done})).json()

    day = {"day": "2026-05-21", "kind": "off", "name_vi": "Nghỉ bù", "source": "Giả định"}
    moved = await admin.post("/v1/working-days/exceptions", json=day)

    assert moved.status_code == 201, moved.text
    (after,) = await owed(client, p)
    assert (plan["due_on"], after["due_on"], after["version"]) == ("2026-06-25", "2026-06-26", 2)
    same = (await officer.get(f"{URL}/{came['id']}")).json()
    assert (same["due_on"], same["version"]) == ("2026-06-25", 1)

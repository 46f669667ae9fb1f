"""The union into which another went reads that one's dossiers, and finishes those it takes over."""

from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller, unit_id

Making = Callable[..., Awaitable[dict[str, Any]]]
GONE, INTO = "HAUGIANG", "CANTHO"


@pytest.fixture
def heir(client: Caller) -> Callable[..., Caller]:
    def as_(role: str = "officer") -> Caller:
        return client.as_(role, INTO, predecessors=[str(unit_id(GONE))])

    return as_


async def test_lists_and_numbers_hold_both_until_one_is_named(
    client: Caller, heir: Callable[..., Caller], a_grant: Making, db: asyncpg.Connection
) -> None:
    left, own = await a_grant("approved", GONE), await a_grant("approved", INTO)
    await a_grant("approved")
    for code in (GONE, INTO):
        await db.execute(
            "INSERT INTO units (id, version, code, name, national) VALUES ($1, 1, $2, $2, false)",
            unit_id(code),
            code,
        )

    async def listed(caller: Caller, **params: str) -> set[str]:
        found = (await caller.get("/v1/grants", params=params)).json()["items"]
        return {item["id"] for item in found}

    async def counted(caller: Caller, **params: str) -> int:
        said = await caller.get("/v1/statistics/grants", params={"by": "form"} | params)
        return int(said.json()["total"]["count"])

    assert await listed(heir()) == {left["id"], own["id"]}
    assert await listed(heir(), unit=GONE) == {left["id"]}
    assert await listed(heir(), unit=INTO) == {own["id"]}
    assert [await counted(heir()), await counted(heir(), unit=GONE)] == [2, 1]
    assert await listed(client.as_("officer", GONE)) == {left["id"]}
    foreign = await heir().get("/v1/grants", params={"unit": "HUFO"})
    assert foreign.status_code == 409


async def test_a_dossier_that_was_left_is_read_and_offers_no_step(
    heir: Callable[..., Caller], a_grant: Making
) -> None:
    left = await a_grant("submitted", GONE)
    url = f"/v1/grants/{left['id']}"

    read = await heir("appraiser").get(url)
    waiting = await heir("appraiser").get("/v1/grants", params={"waiting_for_me": "true"})
    step = await heir("appraiser").act(f"{url}/appraise", left["version"], {"opinion": "Được."})
    changed = await heir().merge(url, {"title_vi": "x"}, left["version"])
    people = [
        (await heir().get(f"/v1/{many}/{left[one]}")).status_code
        for many, one in (("recipients", "recipient_id"), ("donors", "donor_id"))
    ]

    assert (read.status_code, read.json()["allowed_actions"]) == (200, [])
    assert (await heir().get(url)).json()["allowed_actions"] == ["take_over"]
    assert waiting.json()["items"] == []
    assert (step.status_code, changed.status_code) == (404, 404)
    assert people == [200, 200]


WHY = {"reason": "Nghị quyết hợp nhất 12 (demo)"}


async def test_what_was_taken_over_is_finished_by_the_successor_and_no_longer_by_who_made_it(
    client: Caller, heir: Callable[..., Caller], a_grant: Making
) -> None:
    left = await a_grant("submitted", GONE)
    url = f"/v1/grants/{left['id']}"

    taken = await heir().act(f"{url}/take-over", left["version"], WHY)
    waiting = await heir("appraiser").get("/v1/grants", params={"waiting_for_me": "true"})
    theirs = await client.as_("appraiser", GONE).act(
        f"{url}/appraise", left["version"] + 1, {"opinion": "Được."}
    )
    done = await heir("appraiser").act(f"{url}/appraise", left["version"] + 1, {"opinion": "Được."})
    decision = {"decision_number": "12/QĐ", "decided_on": "2026-03-02", "authority": "UBND"}
    decided = await heir("approver").act(f"{url}/approve", left["version"] + 2, decision)
    gone = await client.as_("officer", GONE).get(url)
    told = (await heir().get(f"{url}/history")).json()["items"]

    assert taken.status_code == 200, taken.text
    assert taken.json()["keeper_id"] == str(unit_id(INTO))
    assert [item["id"] for item in waiting.json()["items"]] == [left["id"]]
    assert theirs.status_code == 404
    assert (done.status_code, decided.json()["status"]) == (200, "approved"), decided.text
    assert (decided.json()["unit_id"], decided.json()["code"]) == (left["unit_id"], left["code"])
    assert (gone.status_code, gone.json()["allowed_actions"]) == (200, [])
    assert ("take_over", WHY["reason"]) in [(one["action"], one["reason"]) for one in told]


async def test_who_prepared_a_dossier_there_does_not_decide_on_it_here(
    client: Caller, heir: Callable[..., Caller], a_grant: Making
) -> None:
    left = await a_grant("appraised", GONE)
    url = f"/v1/grants/{left['id']}"
    await heir().act(f"{url}/take-over", left["version"], WHY)
    decision = {"decision_number": "12/QĐ", "decided_on": "2026-03-02", "authority": "UBND"}

    moved = client.as_("approver", INTO, name=f"officer@{GONE}", predecessors=[str(unit_id(GONE))])
    refused = await moved.act(f"{url}/approve", left["version"] + 1, decision)

    assert (refused.status_code, refused.json()["code"]) == (403, "aid.four_eyes")


@pytest.mark.parametrize(
    ("status", "role", "unit", "code"),
    [
        ("approved", "officer", GONE, (409, "aid.wrong_status")),
        ("submitted", "appraiser", GONE, (403, "identity.role")),
        ("submitted", "integrator", GONE, (403, "identity.role")),
        ("submitted", "officer", INTO, (409, "aid.not_left")),
        ("submitted", "officer", "HUFO", (404, "not_found")),
    ],
)
async def test_only_an_officer_takes_over_and_only_what_was_left_open(
    heir: Callable[..., Caller],
    a_grant: Making,
    status: str,
    role: str,
    unit: str,
    code: tuple[int, str],
) -> None:
    grant = await a_grant(status, unit)

    refused = await heir(role).act(f"/v1/grants/{grant['id']}/take-over", grant["version"], WHY)

    assert (refused.status_code, refused.json()["code"]) == code


async def test_nobody_takes_over_twice_or_without_a_reason(
    client: Caller, heir: Callable[..., Caller], a_grant: Making
) -> None:
    left = await a_grant("draft", GONE)
    url = f"/v1/grants/{left['id']}/take-over"

    own = await client.as_("officer", GONE).act(url, left["version"], WHY)
    national = await client.as_("officer", "VUFO").act(url, left["version"], WHY)
    silent = await heir().act(url, left["version"], {})
    once = await heir().act(url, left["version"], WHY)
    twice = await heir().act(url, left["version"] + 1, WHY)

    assert [(one.status_code, one.json()["code"]) for one in (own, national)] == [
        (409, "aid.not_left")
    ] * 2
    assert (silent.status_code, once.status_code) == (422, 200)
    assert (twice.status_code, twice.json()["code"]) == (409, "aid.not_left")


async def test_a_dossier_taken_over_may_name_recipients_of_both_and_takes_papers(
    client: Caller, heir: Callable[..., Caller], a_grant: Making
) -> None:
    left, own = await a_grant("draft", GONE), await a_grant("draft", INTO)
    url = f"/v1/grants/{left['id']}"
    await heir().act(f"{url}/take-over", left["version"], WHY)

    same = await heir().merge(url, {"title_vi": "Tên mới (demo)"}, left["version"] + 1)
    other = await heir().merge(url, {"recipient_id": own["recipient_id"]}, left["version"] + 2)

    assert (same.status_code, other.status_code) == (200, 200), (same.text, other.text)

"""Four eyes by person: in the rule, over HTTP, and in the database when no rule is asked."""

from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller, person_id, unit_id

Making = Callable[..., Awaitable[dict[str, Any]]]
OPINION = {"opinion": "Đồng ý."}
DECISION = {"decision_number": "1/QĐ", "decided_on": "2021-05-04", "authority": "UBND TP"}
WHO = person_id("officer@HUFO")  # entered and submitted what `a_grant` makes


@pytest.mark.parametrize("role", ["appraiser", "approver", "admin"])
async def test_whoever_submitted_does_not_appraise_under_another_role(
    client: Caller, a_grant: Making, role: str
) -> None:
    grant = await a_grant("submitted")
    same = client.as_(role, name="officer@HUFO", roles=["appraiser", "approver", role])

    answer = await same.act(f"/v1/grants/{grant['id']}/appraise", grant["version"], OPINION)

    assert (answer.status_code, answer.json()["code"]) == (403, "aid.four_eyes")
    shown = (await same.get(f"/v1/grants/{grant['id']}")).json()
    assert "appraise" not in shown["allowed_actions"]


async def test_whoever_appraised_does_not_approve(client: Caller, a_grant: Making) -> None:
    grant = await a_grant("appraised")
    same = client.as_("approver", name="appraiser@HUFO")

    for verb, body in (("approve", DECISION), ("reject", {"reason": "Không."})):
        answer = await same.act(f"/v1/grants/{grant['id']}/{verb}", grant["version"], body)
        assert (answer.status_code, answer.json()["code"]) == (403, "aid.four_eyes"), verb


async def test_one_edit_is_enough_to_bar_from_deciding(client: Caller, a_grant: Making) -> None:
    grant = await a_grant("supplement_requested")
    url = f"/v1/grants/{grant['id']}"
    helper = client.as_("officer", name="second@HUFO")
    edited = (await helper.merge(url, {"purpose": "Sửa câu chữ."}, grant["version"])).json()
    sent = (await client.as_("officer").act(f"{url}/submit", edited["version"])).json()
    appraised = (
        await client.as_("appraiser").act(f"{url}/appraise", sent["version"], OPINION)
    ).json()

    answer = await client.as_("approver", name="second@HUFO").act(
        f"{url}/approve", appraised["version"], DECISION
    )

    assert (answer.status_code, answer.json()["code"]) == (403, "aid.four_eyes")


async def test_whoever_appraised_may_not_edit_what_comes_back(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant("appraised")
    url = f"/v1/grants/{grant['id']}"
    returned = await client.as_("approver").act(
        f"{url}/return", grant["version"], {"reason": "Bổ sung."}
    )

    answer = await client.as_("officer", name="appraiser@HUFO").merge(
        url, {"purpose": "Tự sửa."}, returned.json()["version"]
    )

    assert (answer.status_code, answer.json()["code"]) == (403, "aid.four_eyes")


@pytest.mark.parametrize("deed", ["appraise", "decide"])
async def test_the_database_refuses_a_second_part_of_one_person(
    a_grant: Making, as_service: asyncpg.Connection, deed: str
) -> None:
    grant = await a_grant("submitted")

    with pytest.raises(asyncpg.ExclusionViolationError, match="grant_acts_four_eyes"):
        await as_service.execute(
            "INSERT INTO grant_acts (grant_id, person_id, act, at) VALUES ($1, $2, $3, now())",
            grant["id"], WHO, deed,
        )  # fmt: skip


async def test_the_database_refuses_a_decision_by_the_appraiser(
    a_grant: Making, as_service: asyncpg.Connection
) -> None:
    grant = await a_grant("appraised")
    appraiser = person_id("appraiser@HUFO")

    with pytest.raises(asyncpg.ExclusionViolationError, match="grant_acts_four_eyes"):
        await as_service.execute(
            "INSERT INTO grant_acts (grant_id, person_id, act, at)"
            " VALUES ($1, $2, 'decide', now())",
            grant["id"], appraiser,
        )  # fmt: skip


@pytest.mark.parametrize("by", ["submitter", "appraiser", "stranger"])
async def test_the_database_refuses_an_approval_behind_which_stands_no_deed(
    a_grant: Making, as_service: asyncpg.Connection, by: str
) -> None:
    grant = await a_grant("appraised")
    people = {"submitter": "officer@HUFO", "appraiser": "appraiser@HUFO", "stranger": "x@HUFO"}

    with pytest.raises(asyncpg.CheckViolationError, match=r"four_eyes|no deed"):
        await as_service.execute(
            "UPDATE grants SET status = 'approved', approved_on = now(), decided_by = $2,"
            " decision_number = '1', authority = 'x' WHERE id = $1",
            grant["id"], person_id(people[by]),
        )  # fmt: skip


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM grant_acts",
        "UPDATE grant_acts SET person_id = gen_random_uuid()",
        "UPDATE grant_acts SET act = 'decide'",
    ],
)
async def test_deeds_are_never_taken_back(
    a_grant: Making, as_service: asyncpg.Connection, statement: str
) -> None:
    await a_grant("submitted")

    with pytest.raises(asyncpg.CheckViolationError, match="only ever added"):
        await as_service.execute(statement)


async def test_the_parts_of_different_people_and_dossiers_do_not_touch(
    a_grant: Making, as_service: asyncpg.Connection
) -> None:
    first, second = await a_grant("submitted"), await a_grant("submitted")
    other = person_id("appraiser@HUFO")

    for grant in (first, second):
        await as_service.execute(
            "INSERT INTO grant_acts (grant_id, person_id, act, at)"
            " VALUES ($1, $2, 'appraise', now())",
            grant["id"], other,
        )  # fmt: skip

    assert await as_service.fetchval("SELECT count(*) FROM grant_acts WHERE part = 'appraise'") == 2
    assert first["unit_id"] == str(unit_id("HUFO"))


def in_place_of(client: Caller, absent: str, role: str, *own: str, name: str) -> Caller:
    """Somebody who holds this role for an absent colleague."""
    lent = [[role, str(person_id(absent))]]
    return client.as_(role, name=name, roles=[*own, role], stand_ins=lent)


async def test_who_submitted_does_not_approve_through_a_colleague(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant("appraised")
    url = f"/v1/grants/{grant['id']}"
    helper = in_place_of(client, "officer@HUFO", "approver", "viewer", name="helper@HUFO")

    refused = await helper.act(f"{url}/approve", grant["version"], DECISION)
    returned = await helper.act(f"{url}/return", grant["version"], {"reason": "Thiếu."})
    shown = (await helper.get(url)).json()["allowed_actions"]

    assert (refused.status_code, refused.json()["code"]) == (403, "aid.four_eyes")
    assert (returned.status_code, returned.json()["code"]) == (403, "aid.four_eyes")
    assert shown == []


async def test_who_submitted_does_not_approve_with_a_colleagues_right(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant("appraised")
    same = in_place_of(client, "approver@HUFO", "approver", "officer", name="officer@HUFO")

    refused = await same.act(f"/v1/grants/{grant['id']}/approve", grant["version"], DECISION)

    assert (refused.status_code, refused.json()["code"]) == (403, "aid.four_eyes")


async def test_what_is_done_in_a_colleagues_place_is_the_colleagues_part_too(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant("submitted")
    url = f"/v1/grants/{grant['id']}"
    helper = in_place_of(client, "appraiser@HUFO", "appraiser", "viewer", name="helper@HUFO")

    appraised = await helper.act(f"{url}/appraise", grant["version"], OPINION)
    absent = client.as_("approver", name="appraiser@HUFO")
    refused = await absent.act(f"{url}/approve", appraised.json()["version"], DECISION)
    history = (await client.as_("officer").get(f"{url}/history")).json()["items"]

    assert appraised.status_code == 200, appraised.text
    assert (refused.status_code, refused.json()["code"]) == (403, "aid.four_eyes")
    lent = f"appraiser@{person_id('appraiser@HUFO')}"
    assert history[0]["actor"]["acting_as"] == [lent, "viewer"]


async def test_an_own_role_leaves_the_absent_colleague_free(
    client: Caller, a_grant: Making
) -> None:
    grant = await a_grant("draft")
    url = f"/v1/grants/{grant['id']}"
    writer = in_place_of(client, "approver@HUFO", "approver", "officer", name="officer@HUFO")
    sent = (await writer.act(f"{url}/submit", grant["version"])).json()
    appraised = (
        await client.as_("appraiser").act(f"{url}/appraise", sent["version"], OPINION)
    ).json()

    answer = await client.as_("approver").act(f"{url}/approve", appraised["version"], DECISION)

    assert answer.status_code == 200, answer.text

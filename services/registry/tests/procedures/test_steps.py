"""Whole procedures over HTTP, step by step, and what each does to the certificate."""

from typing import Any

import pytest

from chassis.testing import Caller

from .conftest import URL, Making, certificate_of

ISSUED = {
    "number": "77/BNG-HĐ",
    "issued_on": "2026-04-10",
    "valid_from": "2026-04-10",
    "valid_to": "2029-04-09",
    "provinces": ["VN-79"],
    "sectors": ["education"],
}


@pytest.fixture
def with_ministry(step: Making, ticked: Making) -> Making:
    """Bring a dossier as far as the ministry's desk."""

    async def bring(record: dict[str, Any]) -> dict[str, Any]:
        record = await step(await ticked(record), "file", "2026-03-02")
        record = await step(record, "accept", "2026-03-04")
        record = await step(record, "consult", "2026-03-05", bodies=["Bộ Công an"])
        record = await step(record, "reply", "2026-03-16", body="Bộ Công an", stance="agree")
        record = await step(record, "conclude", "2026-03-16")
        return await step(record, "forward", "2026-03-18")

    return bring


async def test_a_grant_becomes_a_certificate_when_it_is_delivered(
    client: Caller, a_procedure: Making, with_ministry: Making, step: Making
) -> None:
    record = await with_ministry(await a_procedure("grant"))
    overall = record["overall_due_on"]
    record = await step(record, "grant", "2026-04-10", outcome=ISSUED)
    before = record["certificate_id"]

    done = await step(record, "deliver", "2026-04-16")
    certificate = await certificate_of(client, done)

    assert overall == "2026-04-15"  # thirty working days after 4 March
    assert (before, done["status"], done["closed_on"]) == (None, "completed", "2026-04-16")
    assert certificate["number"] == ISSUED["number"]
    assert (certificate["issuer"], certificate["status"]) == ("Bộ Ngoại giao", "active")
    assert certificate["allowed_actions"][0] == "extend"
    told = [(s["action"], s["basis"]) for s in done["steps"]]
    assert told[:2] == [
        ("file", "58/2022/NĐ-CP, Điều 11.1"),
        ("accept", "58/2022/NĐ-CP, Điều 11.2"),
    ]
    assert told[-1] == ("deliver", "58/2022/NĐ-CP, Điều 11.7")
    assert {s["by_name"] for s in done["steps"]} == {"officer@HUFO"}
    assert done["steps"][0]["paper"]["issuer"] == "COMINGO"
    assert (done["allowed_actions"], done["clocks"]) == ([], [])


async def test_a_supplement_stops_the_clock_and_each_filing_starts_it_anew(
    client: Caller, a_procedure: Making, step: Making
) -> None:
    record = await step(await a_procedure("amend"), "file", "2026-03-02")
    filed = record["step_due_on"]
    record = await step(record, "return", "2026-03-05")
    waiting = (record["is_stopped"], record["clocks"], record["step_due_on"])
    record = await step(record, "file", "2026-03-16")

    assert filed == "2026-03-04"
    assert waiting == (True, [], None)
    assert record["step_due_on"] == "2026-03-18"
    assert [s["late"] for s in record["steps"]] == [0, 1, 0]
    assert [s["waited"] for s in record["steps"]] == [None, None, 7]


async def test_a_dossier_is_accepted_only_when_it_is_complete(
    client: Caller, a_procedure: Making, step: Making
) -> None:
    record = await step(await a_procedure("amend"), "file", "2026-03-02")

    answer = await client.as_("officer").act(f"{URL}/{record['id']}/accept", 2, {})

    assert (answer.status_code, answer.json()["code"]) == (409, "registry.dossier_incomplete")
    assert len(answer.json()["errors"]) == 3
    assert "Thiếu giấy tờ: Đơn đề nghị" in answer.json()["errors"][0]["detail"]


async def test_the_silence_of_a_body_is_recorded_when_its_time_is_over(
    client: Caller, a_procedure: Making, step: Making, ticked: Making
) -> None:
    record = await step(await ticked(await a_procedure("reissue")), "file", "2026-03-02")
    record = await step(record, "accept", "2026-03-03")
    record = await step(record, "consult", "2026-03-04", bodies=["Bộ Công an", "Bộ Nội vụ"])
    officer, url = client.as_("officer"), f"{URL}/{record['id']}"
    silent = {"body": "Bộ Nội vụ", "stance": "no_reply"}

    early = await officer.act(f"{url}/reply", record["version"], {**silent, "on": "2026-03-18"})
    open_ = await officer.act(f"{url}/conclude", record["version"], {})
    other = await officer.act(
        f"{url}/reply", record["version"], {"body": "Bộ Y tế", "stance": "no_reply"}
    )
    bare = await officer.act(
        f"{url}/reply", record["version"], {"body": "Bộ Công an", "stance": "agree"}
    )
    record = await step(record, "reply", "2026-03-10", body="Bộ Công an", stance="conditional")
    record = await step(record, "reply", "2026-03-19", **silent)
    record = await step(record, "conclude", "2026-03-19")

    assert (early.status_code, early.json()["code"]) == (409, "registry.time_left")
    assert early.json()["detail"] == "Thời hạn còn đến hết ngày 18/03/2026."
    assert open_.json()["code"] == "registry.opinions_open"
    assert "Bộ Công an" in open_.json()["detail"]
    assert other.json()["code"] == "registry.body_not_asked"
    assert bare.json()["code"] == "registry.step_incomplete"
    kept = [(o["stance"], o["replied_on"], o["due_on"]) for o in record["opinions"]]
    assert kept == [("conditional", "2026-03-10", "2026-03-18"), ("no_reply", None, "2026-03-18")]


@pytest.mark.parametrize(
    ("kind", "outcome", "changed"),
    [
        ("extend", {"valid_to": "2030-01-31"}, {"valid_to"}),
        ("amend", {"provinces": ["VN-48", "VN-79"]}, {"provinces", "former"}),
        ("reissue", {"number": "01/GĐ/HĐ-CL"}, {"number", "former"}),
    ],
)
async def test_a_child_procedure_changes_the_certificate_when_it_is_delivered(
    client: Caller,
    a_procedure: Making,
    with_ministry: Making,
    step: Making,
    kind: str,
    outcome: dict[str, Any],
    changed: set[str],
) -> None:
    record = await with_ministry(await a_procedure(kind))
    before = await certificate_of(client, record)

    record = await step(record, "grant", "2026-03-27", outcome=outcome)
    meanwhile = await certificate_of(client, record)
    await step(record, "deliver", "2026-03-30")
    after = await certificate_of(client, record)
    history = await client.as_("viewer").get(f"/v1/certificates/{after['id']}/history")

    assert meanwhile == before
    assert {name for name in before if before[name] != after[name]} == {
        *changed, "version", "updated_at"
    }  # fmt: skip
    assert {name: after[name] for name in outcome} == outcome
    assert history.json()["items"][0]["action"] == kind


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        ({}, "registry.outcome_incomplete"),
        ({"valid_to": "2030-01-31", "provinces": ["VN-79"]}, "registry.outcome_incomplete"),
        ({"valid_to": "2020-01-31"}, "registry.dates_out_of_order"),
    ],
)
async def test_an_extension_says_until_when_and_nothing_else(
    client: Caller, a_procedure: Making, with_ministry: Making, outcome: dict[str, Any], code: str
) -> None:
    record = await with_ministry(await a_procedure("extend"))
    paper = {"dated": "2026-03-27", "issuer": "Bộ Ngoại giao", "summary": "Quyết định giả định"}

    answer = await client.as_("officer").act(
        f"{URL}/{record['id']}/grant", record["version"], {"paper": paper, "outcome": outcome}
    )

    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_a_refusal_is_told_and_leaves_the_certificate_as_it_was(
    client: Caller, a_procedure: Making, with_ministry: Making, step: Making
) -> None:
    record = await with_ministry(await a_procedure("extend"))
    before = await certificate_of(client, record)

    record = await step(record, "refuse", "2026-03-27")
    done = await step(record, "notify", "2026-03-30")

    assert done["status"] == "closed_refused"
    assert await certificate_of(client, done) == before


@pytest.mark.parametrize(
    ("body", "code", "pointers"),
    [
        ({}, "registry.step_incomplete", ["/body/paper"]),
        ({"on": "2199-01-01"}, "registry.step_incomplete", ["/body/paper"]),
        ({"on": "2199-01-01", "paper": True}, "registry.day_to_come", ["/body/on"]),
        ({"on": "2026-03-01", "paper": True}, "registry.step_early", ["/body/on"]),
    ],
)
async def test_a_step_that_cannot_have_been_taken_so_is_refused(
    client: Caller, a_procedure: Making, body: dict[str, Any], code: str, pointers: list[str]
) -> None:
    record = await a_procedure("amend")
    if body.get("paper"):
        paper = {"dated": "2026-03-02", "issuer": "Quỹ Giả Định", "summary": "Đơn đề nghị"}
        body = {**body, "paper": paper}

    answer = await client.as_("officer").act(f"{URL}/{record['id']}/file", 1, body)

    assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert [problem["pointer"] for problem in answer.json()["errors"]] == pointers


async def test_a_step_out_of_turn_is_refused_even_on_the_right_version(
    client: Caller, a_procedure: Making
) -> None:
    url = f"{URL}/{(await a_procedure('amend'))['id']}"

    late = await client.as_("officer").act(f"{url}/deliver", 1, {})
    viewer = await client.as_("viewer").act(f"{url}/deliver", 1, {})

    assert (late.status_code, late.json()["code"]) == (409, "registry.wrong_status")
    assert (viewer.status_code, viewer.json()["code"]) == (403, "identity.role")

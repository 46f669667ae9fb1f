"""Procedures over HTTP: opened, seen, listed, corrected; who may, and what is refused."""

from typing import Any

import asyncpg
import pytest

from chassis.testing import Caller

from .conftest import URL, Making

NOBODY = "00000000-0000-7000-8000-000000000000"


async def test_a_procedure_is_opened_with_its_checklist_clocks_and_what_may_be_done(
    client: Caller, a_procedure: Making
) -> None:
    made = await a_procedure("extend")

    read = await client.as_("viewer").get(f"{URL}/{made['id']}")
    entries = (await client.as_("viewer").get(f"{URL}/{made['id']}/history")).json()["items"]

    assert (made["status"], made["rules_on"]) == ("draft", "2026-03-02")
    assert [item["item"] for item in made["checklist"]] == [
        *("application", "original", "summary", "translation")
    ]
    assert made["checklist"][0]["basis"] == "58/2022/NĐ-CP, Điều 12.1"
    assert [(c["scope"], c["code"]) for c in made["clocks"]] == [("expiry", "NGO-18")]
    assert made["allowed_actions"] == ["update", "attach", "tick", "file", "withdraw"]
    assert read.json() == {**made, "allowed_actions": []}
    assert [entry["action"] for entry in entries] == ["create"]


async def test_another_unit_sees_no_procedure_and_the_national_union_sees_all(
    client: Caller, a_procedure: Making
) -> None:
    url = f"{URL}/{(await a_procedure('amend'))['id']}"
    stranger, national = client.as_("officer", "CANTHO"), client.as_("officer", "VUFO")
    body = {"reason": "Không được"}

    hidden = [
        await stranger.get(url),
        await stranger.get(f"{url}/history"),
        await stranger.act(f"{url}/withdraw", 1, body),
        await stranger.act(f"{url}/tick", 1, {"item": "application", "note": "tủ 1"}),
        await stranger.merge(url, {"note": "x"}, 1),
        await stranger.get(f"{url}/documents"),
        await stranger.post(f"{url}/documents", files={"file": ("a.txt", b"a", "text/plain")}),
    ]
    seen = await national.get(url)
    lists = [(await who.get(URL)).json()["items"] for who in (stranger, national)]
    done = await national.act(f"{url}/withdraw", 1, body)

    assert {answer.status_code for answer in hidden} == {404}
    assert seen.json()["allowed_actions"]
    assert [len(items) for items in lists] == [0, 1]
    assert (done.status_code, done.json()["status"]) == (200, "withdrawn")


async def test_only_the_steward_opens_a_procedure(
    client: Caller, a_certificate: Making, ngo: str
) -> None:
    certificate = (await a_certificate())["id"]
    bodies = [{"kind": "amend", "certificate_id": certificate}, {"kind": "grant", "ngo_id": ngo}]

    answers = [await client.as_("officer", "CANTHO").post(URL, json=body) for body in bodies]
    viewer = await client.as_("viewer").post(URL, json=bodies[0])
    national = await client.as_("officer", "VUFO").post(URL, json=bodies[0])

    assert {answer.json()["code"] for answer in answers} == {"registry.not_steward"}
    assert viewer.json()["code"] == "identity.role"
    assert national.status_code == 201
    assert (await client.as_("officer").get(URL)).json()["items"][0]["kind"] == "amend"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"kind": "extend"}, "registry.certificate_needed"),
        ({"kind": "grant", "certificate_id": "mine"}, "registry.certificate_given"),
        ({"kind": "extend", "certificate_id": NOBODY}, "registry.unknown_certificate"),
        ({"kind": "grant", "ngo_id": NOBODY}, "registry.unknown_ngo"),
        ({"kind": "grant"}, "registry.unknown_ngo"),
        ({"kind": "lift", "certificate_id": "mine"}, "registry.not_openable"),
        ({"kind": "suspend", "certificate_id": "mine"}, "registry.ground_needed"),
        (
            {"kind": "grant", "certificate_kind": "project_office", "ngo_id": NOBODY},
            "registry.kind_runs_out",
        ),
        (
            {"kind": "amend", "certificate_id": "mine", "opened_on": "2199-01-01"},
            "registry.day_to_come",
        ),
    ],
)
async def test_what_cannot_be_opened_is_refused_by_name(
    client: Caller, a_certificate: Making, body: dict[str, Any], code: str
) -> None:
    certificate = (await a_certificate())["id"]
    if body.get("certificate_id") == "mine":
        body = {**body, "certificate_id": certificate}

    answer = await client.as_("officer").post(URL, json=body)

    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_a_certificate_has_one_open_procedure_of_a_kind_and_children_beside_it(
    client: Caller, a_procedure: Making
) -> None:
    extension = await a_procedure("extend")
    certificate = extension["certificate_id"]
    body = {"kind": "extend", "certificate_id": certificate}

    twice = await client.as_("officer").post(URL, json=body)
    await a_procedure("amend", certificate_id=certificate)
    meanwhile = (await client.as_("viewer").get(f"/v1/certificates/{certificate}")).json()
    gone = {"reason": "Nộp nhầm (giả định)"}
    await client.as_("officer").act(f"{URL}/{extension['id']}/withdraw", 1, gone)
    anew = await client.as_("officer").post(URL, json=body)

    assert (twice.status_code, twice.json()["code"]) == (409, "registry.procedure_open")
    assert (meanwhile["status"], meanwhile["regime"]) == ("active", "58/2022/NĐ-CP")
    assert anew.status_code == 201


async def test_a_repeated_request_opens_nothing_twice_and_takes_no_step_twice(
    client: Caller, a_certificate: Making
) -> None:
    officer, key = client.as_("officer"), {"Idempotency-Key": "abc"}
    body = {"kind": "amend", "certificate_id": (await a_certificate())["id"]}

    made = await officer.post(URL, json=body, headers=key)
    again = await officer.post(URL, json=body, headers=key)
    url, told = f"{URL}/{made.json()['id']}/withdraw", {"reason": "Giả định"}
    done = await officer.act(url, 1, told, **key)
    repeated = await officer.act(url, 1, told, **key)

    assert again.json() == made.json()
    assert again.headers["idempotent-replayed"] == "true"
    assert (repeated.status_code, repeated.json()) == (200, done.json())
    assert done.json()["version"] == 2


async def test_a_change_names_the_version_it_was_made_on(
    client: Caller, a_procedure: Making
) -> None:
    url, officer = f"{URL}/{(await a_procedure('amend'))['id']}", client.as_("officer")
    tick = {"item": "application", "note": "Bản giấy, tủ 1"}

    blind = [
        await officer.merge(url, {"note": "x"}, None),
        await officer.post(f"{url}/tick", json=tick),
        await officer.post(f"{url}/withdraw", json={"reason": "x"}),
    ]
    done = await officer.act(f"{url}/tick", 1, tick)
    stale = await officer.act(f"{url}/tick", 1, tick)
    noted = await officer.merge(url, {"note": "Đã gọi điện"}, 2)

    assert {answer.status_code for answer in blind} == {428}
    assert [done.status_code, stale.status_code, noted.status_code] == [200, 412, 200]
    assert noted.json()["note"] == "Đã gọi điện"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"item": "nonsense", "note": "tủ 1"}, "registry.unknown_item"),
        ({"item": "application"}, "registry.tick_needs_paper"),
        ({"item": "application", "document_id": NOBODY}, "registry.unknown_document"),
    ],
)
async def test_a_tick_names_a_line_and_the_paper_that_is_there(
    client: Caller, a_procedure: Making, body: dict[str, Any], code: str
) -> None:
    url = f"{URL}/{(await a_procedure('amend'))['id']}/tick"

    answer = await client.as_("officer").act(url, 1, body)

    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_procedures_are_listed_by_what_is_asked(client: Caller, a_procedure: Making) -> None:
    extension = await a_procedure("extend")
    await a_procedure("amend", certificate_id=extension["certificate_id"])
    officer = client.as_("officer")

    async def listed(**params: Any) -> list[str]:
        answer = await officer.get(URL, params=params)
        assert answer.status_code == 200, answer.text
        return [item["kind"] for item in answer.json()["items"]]

    assert await listed(sort="due") == ["extend", "amend"]
    assert await listed(kind="amend", status="draft", open="true") == ["amend"]
    assert await listed(open="false") == []
    assert await listed(q="huu nghi", kind="amend") == ["amend"]
    assert await listed(q="khong co") == []
    assert await listed(certificate_id=extension["certificate_id"], due_to="2199-01-01") == [
        "extend"
    ]
    first = (await officer.get(URL, params={"limit": 1, "count": "true"})).json()
    rest = (await officer.get(URL, params={"limit": 1, "cursor": first["next_cursor"]})).json()
    assert first["total"] == 2
    assert {first["items"][0]["kind"], rest["items"][0]["kind"]} == {"extend", "amend"}
    assert first["items"][0]["ngo_name_vi"] == "Quỹ Hữu nghị Giả Định"
    refused = await officer.get(URL, params={"unit": "VUFO"})
    assert refused.json()["code"] == "registry.unknown_unit"


async def test_a_moved_day_moves_what_is_due_in_running_procedures(
    client: Caller, a_procedure: Making, step: Making, db: asyncpg.Connection
) -> None:
    filed = await step(await a_procedure("amend"), "file", "2026-03-06")
    day = {"day": "2026-03-09", "kind": "off", "name_vi": "Nghỉ giả định", "source": "giả định"}

    answer = await client.as_("admin", "VUFO").post("/v1/working-days/exceptions", json=day)
    after = (await client.as_("viewer").get(f"{URL}/{filed['id']}")).json()

    assert answer.status_code == 201
    assert [filed["step_due_on"], after["step_due_on"]] == ["2026-03-10", "2026-03-11"]
    assert after["clocks"][0]["due_on"] == "2026-03-11"
    assert after["version"] == filed["version"] + 1
    logged = "SELECT action FROM changes WHERE resource = 'procedures' ORDER BY id DESC LIMIT 1"
    assert await db.fetchval(logged) == "calendar"

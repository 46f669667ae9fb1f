"""What procedures leave of a certificate's past, in lists and figures of earlier days."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from chassis.days import today
from chassis.testing import Caller

Making = Callable[..., Awaitable[dict[str, Any]]]
BEFORE, AMENDED, AFTER = "2026-03-15", "2026-04-20", "2026-05-01"


async def amended(a_procedure: Making, ticked: Making, step: Making) -> dict[str, Any]:
    """HUFO's certificate for VN-79, amended to VN-92 instead on 20 April 2026."""
    p = await step(await ticked(await a_procedure("amend")), "file", "2026-03-02")
    p = await step(p, "accept", "2026-03-03")
    p = await step(p, "consult", "2026-03-04", bodies=["Bộ Công an"])
    p = await step(p, "reply", "2026-03-10", body="Bộ Công an", stance="agree")
    p = await step(p, "conclude", "2026-03-10")
    p = await step(p, "forward", "2026-03-11")
    p = await step(p, "grant", "2026-04-14", outcome={"provinces": ["VN-92"]})
    return await step(p, "deliver", AMENDED)


async def test_figures_of_days_before_an_amendment_do_not_change(
    client: Caller, a_procedure: Making, ticked: Making, step: Making
) -> None:
    viewer = client.as_("viewer")

    async def counts(day: str) -> dict[str, int]:
        asked = {"by": "province", "as_of": day}
        body = (await viewer.get("/v1/statistics/ngos", params=asked)).json()
        return {row["key"]["province"]: row["count"] for row in body["rows"]}

    async def there(resource: str, day: str, province: str) -> int:
        params = {"as_of": day, "province": province}
        return len((await viewer.get(f"/v1/{resource}", params=params)).json()["items"])

    await amended(a_procedure, ticked, step)

    assert await counts(BEFORE) == {"VN-79": 1}
    assert await counts(AFTER) == {"VN-92": 1}
    for resource in ("ngos", "certificates"):
        found = [await there(resource, day, code) for day in (BEFORE, "2026-04-19", AMENDED, AFTER)
                 for code in ("VN-79", "VN-92")]  # fmt: skip
        assert found == [1, 0, 1, 0, 0, 1, 0, 1], resource
    asked = {"by": "kind", "as_of": BEFORE}
    for unit, count in (("HUFO", 1), ("CANTHO", 0)):
        body = (await viewer.get("/v1/statistics/ngos", params={**asked, "unit": unit})).json()
        assert body["total"]["count"] == count


async def test_a_list_of_a_day_shows_what_the_certificate_said_and_was(
    client: Caller, a_procedure: Making, ticked: Making, step: Making
) -> None:
    viewer = client.as_("viewer")
    p = await amended(a_procedure, ticked, step)
    s = await a_procedure("suspend", certificate_id=p["certificate_id"], ground="other_account")
    s = await step(s, "consult", AFTER, bodies=["Bộ Công an"])
    s = await step(s, "reply", AFTER, body="Bộ Công an", stance="agree")
    s = await step(await step(s, "conclude", AFTER), "suspend", "2026-06-01")
    lift = await a_procedure("lift", certificate_id=p["certificate_id"], opened_on="2026-06-02")
    lift = await step(await ticked(lift), "report", "2026-06-20")
    await step(lift, "lift", "2026-07-01")

    async def on(day: str) -> tuple[list[str], str]:
        (item,) = (await viewer.get("/v1/certificates", params={"as_of": day})).json()["items"]
        return item["provinces"], item["status"]

    assert await on(BEFORE) == (["VN-79"], "active")
    assert await on("2026-06-10") == (["VN-92"], "suspended")
    assert await on("2026-07-01") == (["VN-92"], "active")
    url = f"/v1/certificates/{p['certificate_id']}"
    record = (await viewer.get(url)).json()
    assert record["suspensions"] == [{"since": "2026-06-01", "lifted_on": "2026-07-01"}]
    assert record["former"][0]["until"] == "2026-04-19"


async def test_a_procedure_written_down_late_is_judged_by_the_day_it_began(
    client: Caller, a_certificate: Making, a_procedure: Making
) -> None:
    over = await a_certificate(valid_to=str(today() - timedelta(days=1)))
    officer = client.as_("officer")
    body = {"kind": "extend", "certificate_id": over["id"]}

    now = await officer.post("/v1/procedures", json=body)
    then = await officer.post("/v1/procedures", json={**body, "opened_on": "2026-03-02"})

    assert (now.status_code, now.json()["code"]) == (409, "registry.not_openable")
    assert then.status_code == 201, then.text


async def test_only_a_suspended_certificate_can_be_left_unremedied(
    client: Caller, a_certificate: Making
) -> None:
    certificate = await a_certificate()
    body = {"kind": "terminate", "certificate_id": certificate["id"], "ground": "not_remedied"}

    answer = await client.as_("officer").post("/v1/procedures", json=body)

    assert (answer.status_code, answer.json()["code"]) == (409, "registry.not_suspended")


async def test_a_list_of_a_day_shows_procedures_as_they_stood(
    client: Caller, a_procedure: Making, ticked: Making, step: Making
) -> None:
    viewer = client.as_("viewer")
    p = await amended(a_procedure, ticked, step)

    async def on(day: str, **params: str) -> list[tuple[str, str | None]]:
        asked = {"as_of": day, **params}
        items = (await viewer.get("/v1/procedures", params=asked)).json()["items"]
        return [(item["status"], item["closed_on"]) for item in items]

    assert await on("2026-03-01") == []
    assert await on("2026-03-02") == [("submitted", None)]
    assert await on("2026-03-09") == [("consulting", None)]
    assert await on("2026-04-19") == [("granted", None)]
    assert await on(AMENDED) == [("completed", AMENDED)]
    assert await on("2026-04-19", open="true") == [("granted", None)]
    assert await on(AMENDED, open="true") == []
    assert await on("2026-03-09", status="consulting") == [("consulting", None)]
    assert await on("2026-03-09", status="completed") == []
    (now,) = (await viewer.get("/v1/procedures")).json()["items"]
    assert (now["status"], now["id"]) == ("completed", p["id"])


async def test_days_due_are_told_of_a_day_only_if_no_step_was_taken_since(
    client: Caller, a_procedure: Making, ticked: Making, step: Making
) -> None:
    p = await step(await ticked(await a_procedure("amend")), "file", "2026-03-02")
    p = await step(p, "accept", "2026-03-04")

    async def due(day: str) -> tuple[str, str | None, str | None]:
        asked = {"as_of": day}
        (item,) = (await client.as_("viewer").get("/v1/procedures", params=asked)).json()["items"]
        return item["status"], item["step_due_on"], item["overall_due_on"]

    assert await due("2026-03-03") == ("submitted", None, None)
    assert await due("2026-03-04") == ("accepted", p["step_due_on"], p["overall_due_on"])
    assert p["step_due_on"]
    assert p["overall_due_on"]


async def test_what_a_certificate_said_before_can_be_corrected_with_a_reason(
    client: Caller, a_procedure: Making, ticked: Making, step: Making
) -> None:
    viewer, officer = client.as_("viewer"), client.as_("officer")
    p = await amended(a_procedure, ticked, step)
    url = f"/v1/certificates/{p['certificate_id']}"
    was = (await viewer.get(url)).json()
    (entry,) = was["former"]
    body = {"former": [{**entry, "provinces": ["VN-01", "VN-79"]}], "reason": "Sót một tỉnh"}

    silent = await officer.act(f"{url}/past", was["version"], {"former": body["former"]})
    foreign = await client.as_("officer", "HAIPHONG").act(f"{url}/past", was["version"], body)
    done = await officer.act(f"{url}/past", was["version"], body)

    assert silent.status_code == 422
    assert (foreign.status_code, foreign.json()["code"]) == (403, "registry.not_steward")
    assert done.status_code == 200, done.text
    asked = {"as_of": BEFORE, "province": "VN-01"}
    (then,) = (await viewer.get("/v1/certificates", params=asked)).json()["items"]
    assert then["provinces"] == ["VN-01", "VN-79"]
    assert done.json()["provinces"] == ["VN-92"]
    told = (await viewer.get(f"{url}/history")).json()["items"][0]
    assert (told["action"], told["reason"]) == ("past", "Sót một tỉnh")
    (field,) = [one for one in told["fields"] if one["field"] == "former"]
    assert (field["before"], field["after"]) == (was["former"], body["former"])


@pytest.mark.parametrize(
    ("untils", "wrong"),
    [
        (["2026-04-18", "2026-04-19"], []),
        (["2026-04-19", "2026-04-19"], [1]),
        (["2026-04-19", "2026-04-18"], [1]),
        ([str(today())], [0]),
        (["2020-01-01"], [0]),
    ],
)
async def test_what_it_said_before_ended_on_one_day_after_the_other_while_it_held(
    client: Caller,
    a_certificate: Making,
    untils: list[str],
    wrong: list[int],
) -> None:
    made = await a_certificate()
    said = {name: made[name] for name in ("number", "issuer", "provinces", "sectors")}
    body = {"former": [{**said, "until": until} for until in untils], "reason": "Đối chiếu"}

    answer = await client.as_("officer").act(f"/v1/certificates/{made['id']}/past", 1, body)

    pointers = [problem["pointer"] for problem in answer.json().get("errors", [])]
    assert pointers == [f"/body/former/{place}/until" for place in wrong]
    assert answer.status_code == (409 if wrong else 200)


async def test_a_province_that_held_its_code_on_no_day_of_the_certificate_is_refused(
    client: Caller, a_certificate: Making
) -> None:
    made = await a_certificate()
    said = {name: made[name] for name in ("number", "issuer", "sectors")}
    entry = {**said, "until": "2026-04-19", "provinces": ["VN-93"]}
    where, officer = f"/v1/certificates/{made['id']}/past", client.as_("officer")

    was = await officer.act(where, 1, {"former": [entry], "reason": "Đối chiếu"})
    entry["provinces"] = ["VN-03"]
    never = await officer.act(where, was.json()["version"], {"former": [entry], "reason": "x"})

    # VN-93 became a part of Cần Thơ on 1 July 2025, in the certificate's days
    assert was.status_code == 200, was.text
    assert (never.status_code, never.json()["code"]) == (409, "registry.unknown_province")

"""Suspension, its lifting, termination and expiry over HTTP."""

from datetime import timedelta

from chassis.days import today as vietnam_today
from chassis.testing import Caller

from .conftest import URL, Making, certificate_of


async def test_suspension_needs_a_meeting_where_opinions_differ_and_is_lifted_after_the_remedy(
    client: Caller, a_procedure: Making, step: Making
) -> None:
    record = await a_procedure("suspend", ground="other_account")
    record = await step(record, "consult", "2026-03-02", bodies=["Bộ Công an", "Bộ Nội vụ"])
    record = await step(record, "reply", "2026-03-09", body="Bộ Công an", stance="agree")
    record = await step(record, "reply", "2026-03-10", body="Bộ Nội vụ", stance="disagree")
    record = await step(record, "conclude", "2026-03-10")
    paper = {"dated": "2026-03-12", "issuer": "Bộ Ngoại giao", "summary": "Quyết định giả định"}
    url = f"{URL}/{record['id']}/suspend"

    hasty = await client.as_("officer").act(url, record["version"], {"paper": paper})
    record = await step(record, "meet", "2026-03-11")
    record = await step(record, "suspend", "2026-03-12")
    suspended = await certificate_of(client, record)
    record = await step(record, "notify", "2026-03-13")
    certificate = record["certificate_id"]
    lift = await a_procedure("lift", certificate_id=certificate, opened_on="2026-03-13")
    lift = await step(lift, "report", "2026-04-01")
    lift = await step(lift, "lift", "2026-04-06")
    active = await certificate_of(client, lift)

    assert (hasty.status_code, hasty.json()["code"]) == (409, "registry.meeting_needed")
    assert (suspended["status"], suspended["suspended_on"]) == ("suspended", "2026-03-12")
    assert suspended["allowed_actions"] == ["lift", "terminate"]
    assert lift["steps"][0]["due_on"] == "2026-04-24"
    assert (active["status"], active["suspended_on"]) == ("active", None)
    assert lift["steps"][-1]["verified"] is False  # the decree is silent on lifting


async def test_a_remedy_that_never_came_fails_when_its_time_is_over_and_leads_to_termination(
    client: Caller, a_procedure: Making, step: Making
) -> None:
    record = await a_procedure("suspend", ground="other_account")
    record = await step(record, "consult", "2026-03-02", bodies=["Bộ Công an"])
    record = await step(record, "reply", "2026-03-09", body="Bộ Công an", stance="agree")
    record = await step(record, "conclude", "2026-03-10")
    record = await step(record, "suspend", "2026-03-12")
    certificate = record["certificate_id"]
    lift = await a_procedure("lift", certificate_id=certificate, opened_on="2026-03-13")
    early = await client.as_("officer").act(
        f"{URL}/{lift['id']}/reject",
        lift["version"],
        {
            "on": "2026-04-24",
            "reason": "x",
            "paper": {"dated": "2026-04-24", "issuer": "BNG", "summary": "x"},
        },
    )
    lift = await step(lift, "reject", "2026-04-28")
    end = await a_procedure(
        "terminate", certificate_id=certificate, ground="not_remedied", opened_on="2026-04-29"
    )
    end = await step(end, "consult", "2026-05-04", bodies=["Bộ Công an"])
    end = await step(end, "reply", "2026-05-11", body="Bộ Công an", stance="agree")
    end = await step(end, "conclude", "2026-05-12")
    end = await step(end, "revoke", "2026-05-14")
    ended = await certificate_of(client, end)
    end = await step(end, "notify", "2026-05-15")
    winding = end["step_due_on"]
    end = await step(end, "close", "2026-08-10")

    assert (early.status_code, early.json()["code"]) == (409, "registry.time_left")
    assert lift["status"] == "not_remedied"
    assert (ended["status"], ended["ended_on"]) == ("ended", "2026-05-14")
    assert winding == "2026-08-07"
    assert (end["status"], end["steps"][-1]["late"]) == ("completed", 1)


async def test_an_ngo_ends_its_activities_by_itself(
    client: Caller, a_procedure: Making, step: Making
) -> None:
    record = await a_procedure("self_terminate", ends_on="2026-04-30")
    record = await step(record, "file", "2026-03-02")
    before = await certificate_of(client, record)

    done = await step(record, "close", "2026-04-29")
    after = await certificate_of(client, done)

    assert before["status"] == "active"
    assert (after["status"], after["ended_on"]) == ("ended", "2026-04-30")


async def test_an_expired_certificate_is_expired_by_the_clock_alone(
    client: Caller, a_certificate: Making
) -> None:
    yesterday = str(vietnam_today() - timedelta(days=2))

    expired = await a_certificate(valid_to=yesterday)
    listed = await client.as_("viewer").get("/v1/certificates", params={"number": "01/GĐ/HĐ"})

    assert (expired["status"], expired["allowed_actions"]) == ("expired", ["suspend"])
    assert listed.json()["items"][0]["status"] == "expired"

"""Whose proof is good enough for what."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from chassis.errors import NotAllowed
from gateway.edge.caller import Caller
from gateway.edge.errors import ProveAgain
from gateway.edge.guard import Guard, flagged
from gateway.edge.table import Target
from gateway.running import Running

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
APPROVE = Target("aid", "/v1/grants/7/approve", "/api/aid")
LINES = {"aid": ["POST /v1/grants/{grant_id}/approve"]}


def person(minutes: float = 0, role: str = "approver", **more: Any) -> Caller:
    at = NOW - timedelta(minutes=minutes)
    said = {"sid": UUID(int=9), "authenticated_at": at} | more
    return Caller("s", "person", UUID(int=1), "Lan", (role,), None, None, False, **said)


def guard(*, asks_otp: bool = False) -> Guard:
    return Guard(LINES, asks_otp=asks_otp, minutes=10)


def test_a_flagged_operation_asks_for_a_proof_of_the_last_ten_minutes() -> None:
    guard().check(person(10), "POST", APPROVE, NOW)
    with pytest.raises(ProveAgain) as refused:
        guard().check(person(10.1), "POST", APPROVE, NOW)

    challenge = refused.value.headers["WWW-Authenticate"]
    assert 'error="insufficient_user_authentication", max_age="600"' in challenge


@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("GET", APPROVE),
        ("POST", Target("aid", "/v1/grants/7/8/approve", "")),
        ("POST", Target("aid", "/v1/grants/7/approve/x", "")),
        ("POST", Target("events", "/v1/grants/7/approve", "")),
    ],
)
def test_other_operations_do_not(method: str, target: Target) -> None:
    guard().check(person(500), method, target, NOW)


def test_a_program_is_not_asked() -> None:
    machine = Caller("c", "client", UUID(int=1), "x", ("integrator",), None, None, False)

    guard(asks_otp=True).check(machine, "POST", APPROVE, NOW)


@pytest.mark.parametrize(
    ("path", "open_"),
    [
        ("/v1/sessions/current", True),
        ("/v1/sessions/current/confirm", True),
        ("/v1/authenticators/otp/confirm", True),
        ("/v1/sessions", False),
        ("/v1/accounts", False),
        ("/v1/authenticators-of-others", False),
    ],
)
def test_without_a_second_factor_only_setting_it_up_is_open(path: str, open_: bool) -> None:
    target = Target("gateway", path, "")
    guard(asks_otp=True).check(person(has_otp=True), "GET", target, NOW)
    guard(asks_otp=True).check(person(role="officer"), "GET", target, NOW)
    if open_:
        guard(asks_otp=True).check(person(), "GET", target, NOW)
    else:
        with pytest.raises(NotAllowed):
            guard(asks_otp=True).check(person(), "GET", target, NOW)


def test_the_contracts_flag_approving_giving_roles_and_issuing_secrets() -> None:
    found = flagged()

    assert "POST /v1/grants/{grant_id}/approve" in found["aid"]
    assert {"POST /v1/accounts", "POST /v1/clients"} <= set(found["gateway"])


async def test_an_old_proof_is_renewed_in_place(
    signed_in: Any, browser: Any, running: Running, db: Any
) -> None:
    admin = await signed_in("admin", "VUFO")
    ends = (await admin.get("/api/gateway/v1/sessions/current")).json()["expires_at"]
    before = admin.cookies["sid"]
    await db.execute("UPDATE sessions SET authenticated_at = now() - interval '11 minutes'")
    running.live_sessions.known.clear()
    url = "/api/gateway/v1/clients"

    refused = await admin.post(url, json={})
    said = {"password": "bốn con ngựa đi qua cầu sáng sớm"}
    proved = await admin.post("/api/gateway/v1/sessions/current/confirm", json=said)

    assert (refused.status_code, refused.json()["code"]) == (
        401,
        "identity.insufficient_user_authentication",
    )
    assert proved.status_code == 200, proved.text
    assert proved.json()["expires_at"] == ends, "the session ends no later"
    admin.headers["X-CSRF-Token"] = proved.json()["csrf_token"]
    assert (await admin.post(url, json={})).status_code == 422
    stale = browser()
    stale.cookies.set("sid", before)
    assert (await stale.get("/api/gateway/v1/sessions/current")).status_code == 401

"""Every operation that changes something, tried from a page that is not ours and as a form: the
list is the contract's, so a new operation is tried without anybody thinking of it."""

import asyncio
from collections.abc import Iterable
from uuid import uuid4

import httpx
import pytest

from tests.contract.callers import Caller, Callers
from tests.contract.operations import Operation

pytestmark = pytest.mark.asyncio(loop_scope="session")
# These begin a session: no token of an earlier one is asked for, the page's origin is.
BEGINNING = {
    "gateway_create_session",
    "gateway_begin_passkey_session",
    "gateway_create_passkey_session",
    "gateway_begin_oidc_session",
    "gateway_create_oidc_session",
    "gateway_prove_oidc_session",
}
EVIL = {"Origin": "https://evil.example"}
# A program proves its secret there; no cookie is read, so there is nothing to ride on.
WITHOUT_COOKIE = {"gateway_create_token"}
OVERRIDES = {
    "X-HTTP-Method-Override": "DELETE",
    "X-HTTP-Method": "DELETE",
    "X-Method-Override": "DELETE",
}
SIDE_BY_SIDE = 8


def changing(known: dict[str, Operation]) -> list[Operation]:
    return [op for op in known.values() if not op.is_read and op.id not in WITHOUT_COOKIE]


async def ask(who: Caller, op: Operation, body: str = "{}", **headers: str) -> tuple[int, str]:
    """Status and code of this operation about a record that nobody has."""
    path = op.path.format_map({name: str(uuid4()) for name in op.parameters()})
    told = {"Content-Type": op.media_type or "application/json", "If-Match": "*", **headers}
    answer = await who.request(op.method, path, content=body, headers=told)
    is_problem = answer.headers.get("content-type", "") == "application/problem+json"
    return answer.status_code, answer.json()["code"] if is_problem else ""


async def each(
    who: Caller, operations: Iterable[Operation], body: str = "{}", **headers: str
) -> dict[str, tuple[int, str]]:
    places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def one(op: Operation) -> tuple[str, tuple[int, str]]:
        async with places:
            return op.id, await ask(who, op, body, **headers)

    return dict(await asyncio.gather(*(one(op) for op in operations)))


async def test_no_change_without_the_sessions_own_token(
    callers: Callers, known: dict[str, Operation], said: list[str]
) -> None:
    person = await callers.as_("admin")
    tried = [op for op in changing(known) if op.id not in BEGINNING]
    other = (await callers.as_("officer")).headers["X-CSRF-Token"]

    for wrong in ("", "x", other):
        answers = await each(person, tried, **{"X-CSRF-Token": wrong})
        let = {name: found for name, found in answers.items() if found != (403, "sessions.csrf")}
        assert not let
    said.append(f"csrf: {len(tried)} operations refuse a missing, a wrong and a foreign token")
    assert len(tried) > 100


async def test_no_change_from_another_page(callers: Callers, known: dict[str, Operation]) -> None:
    person = await callers.as_("admin")
    tried = changing(known)

    for page in (EVIL, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        answers = await each(person, tried, **page)
        let = {n: found for n, found in answers.items() if found != (403, "sessions.cross_origin")}
        assert not let


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
async def test_no_change_in_a_form_that_any_page_can_send(
    callers: Callers, known: dict[str, Operation], kind: str
) -> None:
    """As somebody who may call the operation: the refusal is the body's, not the role's."""
    tried = [op for op in changing(known) if (op.media_type or "").endswith("json")]
    found: dict[str, int] = {}
    for role in ("admin", "officer", "appraiser", "approver"):
        mine = [op for op in tried if op.is_public or role in op.roles]
        answers = await each(await callers.as_(role), mine, **{"Content-Type": kind})
        found |= {name: status for name, (status, _) in answers.items()}

    assert found.keys() == {op.id for op in tried}
    assert {name: status for name, status in found.items() if status != 415} == {}


async def test_no_header_turns_a_read_into_a_change(
    callers: Callers, known: dict[str, Operation]
) -> None:
    """Also not for who may make that change: the record is there afterwards."""
    officer = await callers.as_("officer")
    made = await officer.post("/api/events/v1/venues", json={"name_vi": "Phòng họp (demo)"})
    assert made.status_code == 201, made.text
    one = f"/api/events/v1/venues/{made.json()['id']}"
    token = officer.headers["X-CSRF-Token"]

    async def status(method: str, path: str, **headers: str) -> int:
        answer: httpx.Response = await officer.request(method, path, headers=headers)
        return answer.status_code

    for name, value in OVERRIDES.items():
        told = {name: value, "If-Match": "*", "X-CSRF-Token": token}
        assert await status("GET", one, **told) == 200, name
        assert await status("POST", one, **told) == 405, name
    assert await status("GET", f"{one}?_method=DELETE") == 422
    assert await status("GET", one) == 200

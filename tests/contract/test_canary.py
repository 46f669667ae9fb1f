"""A unit's own text reaches no other unit: not by lists, search, statistics, feeds or refusals."""

import asyncio
from collections.abc import AsyncIterator
from itertools import product

import pytest
import pytest_asyncio

from tests.contract.callers import Caller, Callers
from tests.contract.operations import Operation
from tests.contract.tour import Tour

pytestmark = pytest.mark.asyncio(loop_scope="session")
DIMENSIONS = ("form", "donor", "recipient", "kind", "status", "sector")
PAGES = 40


async def _pages(who: Caller, op: Operation, query: dict[str, str]) -> AsyncIterator[str]:
    """Everything that a list or feed gives this caller."""
    for _ in range(PAGES):
        answer = await who.get(op.path, params=query)
        yield answer.text
        body = answer.json() if answer.is_success and "json" in str(answer.headers) else {}
        if body.get("next_cursor"):
            query = query | {"cursor": body["next_cursor"]}
        elif body.get("items") and "next" in body:
            query = query | {"after": body["next"]}
        else:
            return
    pytest.fail(f"{op.id} has more than {PAGES} pages")


def _queries(op: Operation, canary: str) -> list[dict[str, str]]:
    """Every way to ask this operation about another unit's records."""
    offered = op.query()
    if "by" in offered:
        return [{"by": by} | unit for by, unit in product(DIMENSIONS, ({}, {"unit": "HUFO"}))]
    many = {"limit": "200"} if "limit" in offered else {}
    values = {"q": canary, "unit": "HUFO", "unit_code": "HUFO", "after": "0"}
    return [many] + [many | {name: values[name]} for name in values if name in offered]


async def _hears(who: Caller, op: Operation, canary: str) -> bool:
    for query in _queries(op, canary):
        async for text in _pages(who, op, query):
            if canary in text:
                return True
    return False


async def _hears_soon(who: Caller, op: Operation, canary: str) -> bool:
    """A feed tells a change once it has its position, which is not the moment it was made."""
    async with asyncio.timeout(30):
        while not await _hears(who, op, canary):
            if not op.path.endswith("/changes"):
                return False
            await asyncio.sleep(0.2)
    return True


@pytest.fixture(scope="module")
def collections(known: dict[str, Operation]) -> list[Operation]:
    return [op for op in known.values() if op.is_read and not op.parameters()]


# Where a unit's own staff must find it: without this a canary that never sang would prove nothing.
SINGS = {
    "aid_list_donors", "aid_list_recipients", "aid_list_grants", "aid_grant_statistics",
    "aid_list_changes", "events_list_events", "events_list_changes", "gateway_list_accounts",
    "gateway_list_clients", "gateway_list_changes", "gateway_list_webhooks",
    "registry_list_imports", "registry_list_changes", "registry_list_contacts",
    "registry_list_obligations",
}  # fmt: skip


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def planted(tour: Tour) -> str:
    """One record of each kind with the canary in it, decided and planned ones too."""
    for name in (
        "aid_approve_grant", "events_plan_event", "registry_create_import",
        "registry_create_contact", "registry_create_obligation", "registry_create_procedure",
        "gateway_create_account", "gateway_create_client", "gateway_create_webhook",
    ):  # fmt: skip
        await tour.make(name)
    return tour.canary


async def test_its_own_unit_hears_the_canary(
    callers: Callers, known: dict[str, Operation], planted: str
) -> None:
    for name in sorted(SINGS):
        op = known[name]
        who = await callers.as_("admin" if "admin" in op.roles else "officer")
        assert await _hears_soon(who, op, planted), f"{name} is silent"


async def test_no_list_of_another_unit_shows_the_canary(
    callers: Callers, collections: list[Operation], planted: str, said: list[str]
) -> None:
    others = [await callers.as_(role, "HAIPHONG") for role in ("officer", "admin", "auditor")]
    others += [callers.nobody, await callers.machine("CANTHO")]
    leaks = [
        f"{op.id} to {who.role or 'nobody/program'} of {who.unit or '-'}"
        for op in collections
        for who in others
        if await _hears(who, op, planted)
    ]
    said.append(f"canary: {len(collections)} lists, {len(others)} callers of other units")
    assert not leaks, "\n".join(leaks)

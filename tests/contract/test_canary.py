"""A unit's own text reaches no other unit: not by lists, search, statistics, feeds or refusals."""

import asyncio
from collections.abc import AsyncIterator
from itertools import product

import pytest
import pytest_asyncio

from tests.contract import marks
from tests.contract.callers import Caller, Callers
from tests.contract.operations import Document, Operation
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
async def answered(
    tour: Tour, contract: Document, known: dict[str, Operation]
) -> dict[str, dict[str, str]]:
    """What each change of the unit's own records answered, made with a mark in each text of it;
    of what all units see, such as the certificate, its address."""
    shared = {}
    for op in marks.changes(known):
        ready = await tour.ready(op.id)
        paths = marks.fields(contract, op, tour.canary)
        answer = await tour.perform(marks.marked(ready, paths, tour.canary))
        assert answer.is_success, f"{op.id}: {answer.text[:600]}"
        shared[op.id] = {**ready.ids, **answer.json()}
    return shared


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def planted(tour: Tour, answered: dict[str, dict[str, str]]) -> str:
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


async def test_every_text_of_a_units_own_records_is_marked(
    tour: Tour,
    callers: Callers,
    contract: Document,
    known: dict[str, Operation],
    answered: dict[str, dict[str, str]],
    said: list[str],
) -> None:
    officer = await callers.as_("officer")
    silent, count = [], 0
    for name, record in answered.items():
        at = known[name].path.split("/")[4]
        one = record.get(f"{at.removesuffix('s')}_id", record["id"])
        told = [
            await officer.get(f"/api/registry/v1/{at}/{one}{tail}") for tail in ("", "/history")
        ]
        if "document" in name:
            told.append(await officer.get(f"/api/registry/v1/{at}/{one}/documents"))
        for path in marks.fields(contract, known[name], tour.canary):
            count += 1
            if not any(marks.mark(known[name], path, tour.canary) in one.text for one in told):
                silent.append(f"{name} {'.'.join(path)}")
    said.append(f"canary: {count} texts of {len(answered)} changes marked")
    assert not silent, "\n".join(silent)


async def test_what_all_units_see_of_a_procedure_shows_none_of_its_texts(
    callers: Callers, planted: str, answered: dict[str, dict[str, str]]
) -> None:
    stranger = await callers.as_("officer", "HAIPHONG")
    leaks = []
    for name, record in answered.items():
        for key, at in (("ngo_id", "ngos"), ("certificate_id", "certificates")):
            for tail in ("", "/history") if record.get(key) else ():
                told = await stranger.get(f"/api/registry/v1/{at}/{record[key]}{tail}")
                assert told.is_success, told.text
                if planted in told.text:
                    leaks.append(f"{at}{tail} after {name}: {told.text.partition(planted)[2][:80]}")
    assert not leaks, "\n".join(leaks)

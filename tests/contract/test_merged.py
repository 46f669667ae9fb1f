"""The permission matrix's column of a merged unit: every operation on a unit's own record, made by
a union that is gone, asked by each role of the union into which it went, and by the other way."""

import asyncio
from collections.abc import Mapping

import httpx
import pytest
import pytest_asyncio

from tests.contract import matrix
from tests.contract.callers import Callers
from tests.contract.matrix import Cell
from tests.contract.operations import Operation
from tests.contract.tour import HEIR, MERGED, Ready, Tour

pytestmark = pytest.mark.asyncio(loop_scope="session")
Answers = Mapping[Cell, httpx.Response]
# Accounts, programs and webhooks move along, and so leave no record behind.
SERVICES = ("registry_", "aid_", "events_")
# The NGO of a proposal is Cần Thơ's to keep: it answers as that side, whoever went into it.
A_SIDE = {"registry_accept_proposal", "registry_decline_proposal"}


@pytest.fixture(scope="module")
def asked(known: dict[str, Operation]) -> list[Operation]:
    kept = [
        op for op in known.values() if op.object and op.scope in ("unit", "left", "own", "steward")
    ]
    return [op for op in kept if op.id.startswith(SERVICES) and op.id not in A_SIDE]


@pytest.fixture(scope="module")
def left(callers: Callers, known: dict[str, Operation]) -> Tour:
    """The records of the union that is gone."""
    return Tour(callers, known, MERGED)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def answers(callers: Callers, asked: list[Operation], left: Tour) -> Answers:
    places = asyncio.Semaphore(6)

    async def run(cell: Cell, ready: Ready) -> tuple[Cell, httpx.Response]:
        async with places:
            who = await matrix.caller(cell, callers)
            return cell, await who.request(**matrix.request(cell, ready))

    found: dict[Cell, httpx.Response] = {}
    for op in asked:
        ready = await left.ready(op.id)
        cells = matrix.merged_cells(op)
        found |= dict(await asyncio.gather(*(run(cell, ready) for cell in cells)))
    return found


async def test_every_cell_of_a_merged_unit_is_what_x_authz_says(
    answers: Answers, asked: list[Operation], said: list[str]
) -> None:
    wrong = [
        f"{cell}: {problem} {answer.text[:200]}"
        for cell, answer in answers.items()
        if (problem := matrix.verdict(cell).refutes(answer))
    ]
    said.append(f"permissions: {len(answers)} cells of a merged unit, {len(asked)} operations")
    assert len(answers) == len(asked) * 7 * 2
    assert not wrong, f"{len(wrong)} cells\n" + "\n".join(wrong[:60])


async def test_what_the_successor_may_not_change_looks_unknown(answers: Answers) -> None:
    told_apart = [
        str(cell)
        for cell, answer in answers.items()
        if cell.is_known
        and answer.status_code == 404
        and matrix.shape(answer) != matrix.shape(answers[Cell(cell.op, cell.role, HEIR, False)])
    ]
    assert not told_apart, "\n".join(told_apart[:20])


async def test_the_successor_reads_what_was_left_and_is_not_read_by_it(
    answers: Answers, left: Tour, callers: Callers, known: dict[str, Operation]
) -> None:
    heard = {cell.op.id for cell, answer in answers.items() if left.canary in answer.text}
    heirs = Tour(callers, known, HEIR)
    grant = await heirs.ready("aid_get_grant")
    there = await callers.as_("officer", MERGED)
    lists = {
        address: (await there.get(address, params={"limit": "200"})).text
        for address in ("/api/aid/v1/grants", "/api/aid/v1/recipients", "/api/aid/v1/changes")
    }

    assert {"aid_get_grant", "events_get_event", "aid_get_document"} <= heard
    assert (await there.get(grant.url)).status_code == 404
    assert [address for address, text in lists.items() if heirs.canary in text] == []
    assert left.canary in lists["/api/aid/v1/grants"]

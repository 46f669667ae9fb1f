"""Every operation × role × {own, other, national unit; unknown id}, nobody, a program without the
scope: driven by x-authz alone. A foreign record's refusal is an unknown id's, byte for byte."""

import asyncio
from collections.abc import Mapping

import httpx
import pytest
import pytest_asyncio

from tests.contract import matrix
from tests.contract.callers import ROLES, Callers
from tests.contract.matrix import OTHER, Cell
from tests.contract.operations import Operation
from tests.contract.tour import Ready, Tour

pytestmark = pytest.mark.asyncio(loop_scope="session")
SIDE_BY_SIDE = 6
Answers = Mapping[Cell, httpx.Response]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def answers(callers: Callers, known: dict[str, Operation], tour: Tour) -> Answers:
    """The whole matrix, run once."""
    places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def run(cell: Cell, ready: Ready) -> tuple[Cell, httpx.Response]:
        async with places:
            who = await matrix.caller(cell, callers)
            return cell, await who.request(**matrix.request(cell, ready))

    found: dict[Cell, httpx.Response] = {}
    for op in known.values():
        ready = await tour.ready(op.id)
        found |= dict(await asyncio.gather(*(run(cell, ready) for cell in matrix.cells(op))))
    return found


async def test_every_cell_runs(
    answers: Answers, known: dict[str, Operation], said: list[str]
) -> None:
    objects = sum(1 for op in known.values() if op.object)
    # 7 roles in 3 units, nobody, a program; on a record also 7 roles in 2 units and nobody, unknown
    expected = len(known) * (len(ROLES) * 3 + 2) + objects * (len(ROLES) * 2 + 1)
    said.append(
        f"permissions: {len(answers)} cells run of {expected} expected,"
        f" {len(known)} operations, {objects} of them on a record"
    )
    assert len(answers) == expected


async def test_every_answer_is_what_x_authz_says(answers: Answers) -> None:
    wrong = [
        f"{cell}: {problem} {answer.text[:200]}"
        for cell, answer in answers.items()
        if (problem := matrix.verdict(cell).refutes(answer))
    ]
    assert not wrong, f"{len(wrong)} cells\n" + "\n".join(wrong[:60])


async def test_a_foreign_record_is_refused_like_an_unknown_one(
    answers: Answers, said: list[str]
) -> None:
    pairs = [
        (cell, answer, answers[Cell(cell.op, cell.role, OTHER, False)])
        for cell, answer in answers.items()
        if cell.unit == OTHER and cell.is_known and cell.op.object and answer.status_code == 404
    ]
    said.append(f"permissions: {len(pairs)} foreign 404 compared byte for byte with unknown ids")
    told_apart = [
        f"{cell}: {matrix.shape(foreign)} != {matrix.shape(unknown)}"
        for cell, foreign, unknown in pairs
        if matrix.shape(foreign) != matrix.shape(unknown)
    ]
    assert pairs
    assert not told_apart, "\n".join(told_apart[:20])


async def test_no_cell_of_another_unit_shows_the_canary(answers: Answers, tour: Tour) -> None:
    heard = {cell for cell, answer in answers.items() if tour.canary in answer.text}
    leaks = [str(cell) for cell in heard if cell.unit not in (matrix.OWN, matrix.NATIONAL)]
    assert not leaks, "\n".join(leaks)
    # Not a silent bird: its own unit hears it.
    assert {"aid_get_grant", "events_get_event"} <= {cell.op.id for cell in heard}

"""Every operation, once, with valid data: a success that matches what the contract promises."""

import pytest

from tests.contract.operations import Document, Operation, problem_of
from tests.contract.tour import STEPS, Tour

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_every_operation_has_a_step_and_every_step_an_operation(
    known: dict[str, Operation],
) -> None:
    assert set(known) == {name.partition(":")[0] for name in STEPS}
    assert set(known) <= set(STEPS)


async def test_every_operation_succeeds_as_it_promises(
    known: dict[str, Operation], contract: Document, tour: Tour, said: list[str]
) -> None:
    wrong = {name: problem for name in known if (problem := await _visit(name, contract, tour))}
    said.append(f"tour: {len(known) - len(wrong)} of {len(known)} operations as promised")
    assert not wrong, "\n".join(f"{name}: {problem}" for name, problem in wrong.items())


async def _visit(name: str, contract: Document, tour: Tour) -> str | None:
    """What is wrong with this operation's success."""
    if name not in STEPS:
        return "has no step"
    tour = tour.where_it_succeeds(name)
    try:
        ready = await tour.ready(name)
    except AssertionError as refused:
        return f"its record cannot be made: {refused}"
    answer = await tour.perform(ready)
    if not answer.is_success:
        return f"{ready.op.method} {ready.url}: {answer.status_code} {answer.text[:500]}"
    kind = answer.headers.get("content-type", "")
    is_json = kind.split(";")[0].endswith("json")
    body = answer.json() if is_json else answer.content
    return problem_of(contract, ready.op, answer.status_code, kind, body)

"""The bound on what one service has in hand."""

import asyncio

import pytest

from chassis.errors import Unavailable
from gateway.edge import gate as module
from gateway.edge.gate import Gate


async def test_places_pass_on_in_the_order_of_arrival() -> None:
    gate, order = Gate(1, 2), []
    await gate.enter()

    async def one(name: str) -> None:
        await gate.enter()
        order.append(name)
        gate.leave()

    tasks = [asyncio.create_task(one(name)) for name in "ab"]
    await asyncio.sleep(0)
    gate.leave()
    await asyncio.gather(*tasks)

    assert (order, gate.free) == (["a", "b"], 1)


async def test_beyond_the_queue_the_answer_is_503_at_once() -> None:
    gate = Gate(1, 0)
    await gate.enter()

    with pytest.raises(Unavailable) as refused:
        await gate.enter()

    assert refused.value.headers["Retry-After"] == "1"


async def test_who_waits_too_long_or_leaves_loses_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.01)
    gate = Gate(1, 2)
    await gate.enter()
    leaver = asyncio.create_task(gate.enter())
    await asyncio.sleep(0)

    leaver.cancel()
    with pytest.raises(Unavailable):
        await gate.enter()
    gate.leave()

    assert (gate.free, len(gate.waiting)) == (1, 0)


async def test_a_place_given_to_one_who_is_just_leaving_goes_to_the_next() -> None:
    gate = Gate(1, 2)
    await gate.enter()
    leaver = asyncio.create_task(gate.enter())
    await asyncio.sleep(0)

    gate.leave()
    leaver.cancel()
    await asyncio.gather(leaver, return_exceptions=True)

    assert gate.free == 1


async def test_a_refusal_says_what_is_left_as_a_limit_too() -> None:
    gate = Gate(2, 1)
    await gate.enter()
    gate.refuse_a_crowd()
    await gate.enter()
    waiting = asyncio.create_task(gate.enter())
    await asyncio.sleep(0)

    with pytest.raises(Unavailable) as refused:
        gate.refuse_a_crowd()

    said = {
        "Retry-After": "1",
        "RateLimit": '"places";r=0;t=1',
        "RateLimit-Policy": '"places";q=3;w=1',
    }
    assert refused.value.headers == said
    gate.leave()
    await waiting
    gate.refuse_a_crowd()

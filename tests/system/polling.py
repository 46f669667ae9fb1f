"""Waiting for what happens a moment later: often asked, never for long."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import httpx


async def until(
    ask: Callable[[], Awaitable[httpx.Response]],
    fits: Callable[[httpx.Response], bool],
    seconds: float = 20,
) -> httpx.Response:
    """The first answer that fits; fails with the last one when none came in time."""
    ends = time.monotonic() + seconds
    while True:
        answer = await ask()
        if fits(answer):
            return answer
        assert time.monotonic() < ends, (
            f"not within {seconds} s: {answer.status_code} {answer.text}"
        )
        await asyncio.sleep(0.1)

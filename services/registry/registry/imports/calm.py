"""What keeps an import of 50,000 rows from holding up everybody else: measured, not guessed.

A full garbage collection walks through every object of the process while nobody else may run; with
a list's millions of them that took up to 2.6 s, several times per import. Freeing them takes long,
too, and happens wherever the last name for them goes.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import Depends

_NEVER = 10**9
_before: list[int] = []  # one threshold of full collections for each import that is going on


async def calm() -> AsyncIterator[None]:
    """No full collection while an import is going on; the quick ones go on."""
    young, middle, full = gc.get_threshold()
    _before.append(full)
    gc.set_threshold(young, middle, _NEVER)
    try:
        yield
    finally:
        # of several at once, the last to end puts back what the first one found
        found = _before.pop()
        gc.set_threshold(young, middle, found)


Calm = Annotated[None, Depends(calm)]


async def let_go(*lists: list[Any]) -> None:
    """Empty these in a thread, in which others get their turn."""
    for one in lists:
        await asyncio.to_thread(one.clear)

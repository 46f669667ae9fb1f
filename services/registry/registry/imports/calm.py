"""What keeps an import of 50,000 rows from holding up everybody else: measured, not guessed.

A full garbage collection walks through every object of the process while nobody else may run; with
a list's millions of them that took up to 2.6 s, several times per import. Freeing them takes long,
too, and happens wherever the last name for them goes.
"""

import asyncio
import ctypes
import gc
import sys
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import Depends

_NEVER = 10**9
# seconds that a thread at work may keep the others waiting each time; the loop waits several times
# in one round, and at the interpreter's own 5 ms that adds up
_TURN, _USUAL = 0.001, sys.getswitchinterval()
_FREED = 200
_before: list[int] = []  # one threshold of full collections for each import that is going on


async def calm() -> AsyncIterator[None]:
    """No full collection while an import is going on; the quick ones go on."""
    young, middle, full = gc.get_threshold()
    sys.setswitchinterval(_TURN)
    _before.append(full)
    gc.set_threshold(young, middle, _NEVER)
    try:
        yield
    finally:
        # of several at once, the last to end puts back what the first one found
        found = _before.pop()
        gc.set_threshold(young, middle, found)
        if not _before:
            sys.setswitchinterval(_USUAL)
            await asyncio.to_thread(_give_back)


Calm = Annotated[None, Depends(calm)]


def _give_back() -> None:
    """What was freed goes back to the system: the next child is forked off a small process, which
    holds up nobody (measured: 0.2 s at 840 MiB). Without glibc it stays."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)


async def let_go(*lists: list[Any]) -> None:
    """Empty these in a thread, in which others get their turn."""
    for one in lists:
        await asyncio.to_thread(emptied, one)


def emptied(one: list[Any]) -> None:
    """Empty a list a few at a time: what frees all of it at once lets nobody else run meanwhile."""
    while one:
        del one[-_FREED:]

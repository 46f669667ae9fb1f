"""How many requests one service may have in hand, so that a slow one cannot hold the door."""

import asyncio
from collections import deque

from gateway.edge.errors import Crowded

IN_FLIGHT = 64
QUEUED = 32
PATIENCE_SECONDS = 2.0


class Gate:
    """First come, first served: 64 in flight, 32 waiting at most 2 s, the next refused with 503."""

    def __init__(self, in_flight: int = IN_FLIGHT, queued: int = QUEUED) -> None:
        self.free = in_flight
        self.queued, self.places = queued, in_flight + queued
        self.waiting: deque[asyncio.Future[None]] = deque()

    async def enter(self) -> None:
        if self.free:
            self.free -= 1
            return
        self.refuse_a_crowd()
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append(turn)
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await turn
        except TimeoutError:
            self._give_up(turn)
            raise Crowded(self.places, retry_after=2) from None
        except asyncio.CancelledError:
            self._give_up(turn)
            raise

    def refuse_a_crowd(self) -> None:
        """Raises 503 while not even a place to wait is free. Asked at the door, before anything is
        spent on a request: refusing must stay far cheaper than serving."""
        if not self.free and len(self.waiting) >= self.queued:
            raise Crowded(self.places, retry_after=1)

    def leave(self) -> None:
        while self.waiting:
            turn = self.waiting.popleft()
            if not turn.done():
                turn.set_result(None)  # the place passes on, `free` stays as it is
                return
        self.free += 1

    def _give_up(self, turn: "asyncio.Future[None]") -> None:
        if turn.done() and not turn.cancelled():
            self.leave()  # the place came in the same moment: hand it on
        elif turn in self.waiting:
            self.waiting.remove(turn)

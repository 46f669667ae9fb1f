"""A request's body on its way through: whole when it came at once, else piece by piece, counted."""

import asyncio
from collections.abc import AsyncIterator

from starlette.types import Receive

from chassis.errors import Refusal
from gateway.edge.errors import BadFraming
from gateway.edge.limits import too_large

PAUSE_SECONDS = 30.0  # the longest silence inside a body


class Gone(Exception):
    """The client left before its request was whole."""


class Body:
    """Reads `receive` once. `refusal` tells afterwards why a stream was broken off."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self.receive, self.limit = receive, limit
        self.size = 0
        self.is_whole = False
        self.refusal: Refusal | None = None
        self.is_gone = False

    async def begin(self) -> "bytes | AsyncIterator[bytes] | None":
        """What to send on: nothing, the bytes, or a stream of them."""
        if not self.limit:
            self.is_whole = True
            return None
        first = await self._next()
        return first if self.is_whole else self._stream(first)

    async def _stream(self, first: bytes) -> AsyncIterator[bytes]:
        try:
            if first:
                yield first
            while not self.is_whole:
                part = await self._next()
                if part:
                    yield part
        except Refusal as refusal:
            self.refusal = refusal
            raise
        except Gone:
            self.is_gone = True
            raise

    async def _next(self) -> bytes:
        try:
            async with asyncio.timeout(PAUSE_SECONDS):
                return await self._take()
        except TimeoutError:
            raise BadFraming("edge.body_slow") from None

    async def _take(self) -> bytes:
        message = await self.receive()
        if message["type"] == "http.disconnect":
            raise Gone
        part: bytes = message.get("body", b"")
        self.size += len(part)
        if self.size > self.limit:
            raise too_large(self.limit)
        self.is_whole = not message.get("more_body", False)
        return part


class Watch:
    """Cancels the work when the client leaves.

    A watcher is a task; most requests are answered before one is worth its cost, so it is made
    only for those that take longer than `AFTER` seconds, and not while the body still flows.
    """

    AFTER = 0.05

    def __init__(self, body: Body) -> None:
        self.body = body
        self.is_gone = False
        self.task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Watch":
        self.work = asyncio.current_task()
        self.loop = asyncio.get_running_loop()
        self.timer = self.loop.call_later(self.AFTER, self._begin)
        return self

    def _begin(self) -> None:
        if self.body.is_whole:
            self.task = self.loop.create_task(self._listen())
        else:
            self.timer = self.loop.call_later(self.AFTER, self._begin)

    async def _listen(self) -> None:
        while (await self.body.receive())["type"] != "http.disconnect":
            pass
        self.is_gone = True
        if self.work is not None:
            self.work.cancel()

    async def __aexit__(self, kind: object, error: BaseException | None, _: object) -> bool:
        self.timer.cancel()
        if self.task is not None:
            self.task.cancel()
        if self.is_gone and isinstance(error, asyncio.CancelledError) and self.work is not None:
            # Our own cancellation, done with: the server's task must not look cancelled.
            self.work.uncancel()
            raise Gone from None
        return False

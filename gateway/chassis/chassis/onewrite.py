"""HTTP answers in one write: `uvicorn --http chassis.onewrite:OneWriteHttp`.

uvicorn writes an answer's head and its body apart. Each write is a system call that wakes the
reader, who then wakes twice for one answer; a page of 50 crosses two such hops (docs/adr/0008).
"""

import asyncio
from typing import Any

from chassis.noupgrade import NoUpgradeHttp

# An answer's head and a page fit; a long stream passes in pieces, so that its reader can slow it.
MOST_HELD = 64 * 1024


class OneWrite:
    """A transport that joins what is written within one turn of the loop."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._parts: list[bytes] = []
        self._held = 0

    def write(self, data: bytes) -> None:
        if not self._parts:
            self._loop.call_soon(self._flush)
        self._parts.append(data)
        self._held += len(data)
        if self._held > MOST_HELD:
            self._flush()

    def _flush(self) -> None:
        if parts := self._parts:
            self._parts, self._held = [], 0
            self._transport.write(parts[0] if len(parts) == 1 else b"".join(parts))

    def close(self) -> None:
        self._flush()
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class OneWriteHttp(NoUpgradeHttp):
    """uvicorn's httptools protocol over such a transport."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(OneWrite(transport, self.loop))

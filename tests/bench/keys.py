"""Identities for the instance that is measured without the gateway: our own key, our own JWKS."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import orjson

from chassis.testing import KEY, token

BODY = orjson.dumps({"keys": [KEY.as_dict(private=False)]})
ANSWER = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n"
    b"content-length: " + str(len(BODY)).encode() + b"\r\n\r\n" + BODY
)


def identity(unit_id: str) -> str:
    """A bearer for aid that lives as long as the bench."""
    return token("aid", "officer", unit_id=unit_id, exp=int(time.time()) + 3600)


@asynccontextmanager
async def served() -> AsyncIterator[str]:
    """The address at which a service finds our keys, in the gateway's place."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

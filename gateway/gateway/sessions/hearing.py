"""Sign-outs and changed accounts, heard by every gateway process: triggers tell them, at commit,
so that nobody waits for the five seconds for which a process keeps what it knows."""

import asyncio
import logging
from collections.abc import Callable
from uuid import UUID

import asyncpg

from chassis.reader import plain_url

log = logging.getLogger("gateway.sessions")
CHANNEL = "signed_out"
RECONNECT_SECONDS = 1.0
ALIVE_SECONDS = 10.0


async def hear(url: str, forget: Callable[[UUID], None], forget_all: Callable[[], None]) -> None:
    """Listen until cancelled. While it was deaf anything may have been said: all is forgotten."""

    def heard(_: object, __: int, ___: str, said: object) -> None:
        forget(UUID(str(said)))

    while True:
        try:
            settings = {"application_name": "gateway-hears"}
            connection = await asyncpg.connect(plain_url(url), server_settings=settings)
            try:
                await connection.add_listener(CHANNEL, heard)
                forget_all()
                while True:
                    await asyncio.sleep(ALIVE_SECONDS)
                    await connection.execute("SELECT 1", timeout=ALIVE_SECONDS)
            finally:
                await connection.close(timeout=2)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError) as error:
            log.warning("sign-outs are not heard: %s", type(error).__name__)
            await asyncio.sleep(RECONNECT_SECONDS)

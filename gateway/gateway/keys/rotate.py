"""`python -m gateway.keys.rotate`: publish a new signing key; it signs ten minutes from now."""

import asyncio
import logging

from chassis import db, logs, settings
from gateway.keys import queries
from gateway.keys.sealing import Sealer
from gateway.settings import GatewaySettings

log = logging.getLogger("gateway.keys")


async def rotate() -> str:
    """Rotate in the database of this environment; the id of the key that is coming."""
    config = settings.load("gateway")
    engine = db.connect(config.database_url, 1, "gateway-rotate")
    try:
        async with db.sessions(engine).begin() as tx:
            sealer = Sealer(GatewaySettings().derived("signing-keys"))
            key = await queries.rotate(tx, sealer, db.now())
            return f"{key.kid} signs from {key.usable_from.isoformat(timespec='seconds')}"
    finally:
        await engine.dispose()


if __name__ == "__main__":
    logs.configure("INFO", "plain")
    log.info(asyncio.run(rotate()))

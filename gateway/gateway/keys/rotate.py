"""`python -m gateway.keys.rotate [SECONDS]`: publish a new signing key; it signs ten minutes from
now, or so many seconds: at least 75, more than the minute in which every process reads the keys."""

import asyncio
import logging
import sys
from datetime import timedelta

from chassis import db, logs, settings
from gateway.keys import queries, rules
from gateway.settings import GatewaySettings

log = logging.getLogger("gateway.keys")


async def rotate(ahead: timedelta) -> str:
    """Rotate in the database of this environment; the id of the key that is coming."""
    config = settings.load("gateway")
    engine = db.connect(config.database_url, 1, "gateway-rotate")
    try:
        async with db.sessions(engine).begin() as tx:
            sealer = GatewaySettings().sealer("signing-keys")
            key = await queries.rotate(tx, sealer, db.now(), ahead)
            return f"{key.kid} signs from {key.usable_from.isoformat(timespec='seconds')}"
    finally:
        await engine.dispose()


if __name__ == "__main__":
    logs.configure("INFO", "plain")
    given = timedelta(seconds=int(sys.argv[1])) if len(sys.argv) > 1 else rules.PUBLISHED_AHEAD
    if given < rules.SHORTEST_AHEAD:
        raise SystemExit(f"at least {rules.SHORTEST_AHEAD.seconds} seconds ahead")
    log.info(asyncio.run(rotate(given)))

"""`python -m gateway.webhooks`: the dispatcher as a process of its own.

The gateway's process does this by itself unless WEBHOOK_DISPATCH=off; whoever is second waits.
"""

import asyncio
import signal

from chassis import db, logs
from chassis.settings import load
from gateway.running import Running
from gateway.settings import GatewaySettings
from gateway.webhooks.dispatch import Dispatcher


async def main() -> None:
    config = load("gateway")
    logs.configure(config.log_level, config.log_format)
    stop = asyncio.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)
    engine = db.connect(config.database_url, config.write_pool, "gateway-webhooks")
    running = Running(GatewaySettings(webhook_dispatch=False), config)
    await running.start(db.sessions(engine))
    try:
        await Dispatcher(running, config.database_url, config.event_prefix).run(stop)
    finally:
        await running.stop()
        await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())

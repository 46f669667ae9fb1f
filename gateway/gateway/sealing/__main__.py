"""`python -m gateway.sealing`: seals every secret in the gateway's database with GATEWAY_SECRET,
beside running gateways. GATEWAY_SECRET_BEFORE opens what was sealed with an earlier one."""

import asyncio
import sys

from chassis import db
from chassis.settings import load
from gateway.sealing.reseal import reseal
from gateway.settings import GatewaySettings


async def main() -> int:
    config = load("gateway")
    engine = db.connect(config.database_url, 1, "gateway-reseal")
    try:
        done = await reseal(db.sessions(engine), GatewaySettings())
    finally:
        await engine.dispose()
    for one in done.damaged:
        print(f"damaged: {one}")
    print(done)
    return 1 if done.damaged else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

"""`python -m chassis.subjects NAME`: does the erasures of the list of one service again."""

import asyncio
import importlib
import sys

from chassis import db
from chassis.settings import load
from chassis.subjects.again import Closing, reapply
from chassis.subjects.ledger import Ledger


async def main(name: str, closing: Closing | None = None) -> int:
    config = load(name)
    change = importlib.import_module(f"{name}.store").Change
    engine = db.connect(config.database_url, 1, f"{name}-reapply")
    try:
        done = await reapply(db.sessions(engine), change, Ledger.of(config), closing)
    finally:
        await engine.dispose()
    for one in done.unreadable:
        print(f"{name}: erasure {one} was noted with a secret that is not set")
    print(f"{name}: {done}")
    return 1 if done.unreadable else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))

"""`python -m aid.demo`: enters the demonstration data; repeatable."""

import asyncio
import time

from aid.demo.load import Loaded, enter
from chassis import db
from chassis.settings import Settings, load


async def _run(settings: Settings) -> Loaded:
    engine = db.connect(settings.database_url, 1, "aid-demo")
    try:
        async with db.sessions(engine)() as session, session.begin():
            return await enter(session)
    finally:
        await engine.dispose()


def main() -> None:
    settings = load("aid")
    if not settings.demonstration:
        raise SystemExit("MODE=production takes no demonstration data.")
    began = time.perf_counter()
    loaded = asyncio.run(_run(settings))
    print(
        f"aid: {loaded.grants} demonstration grants and {loaded.recipients} recipients entered"
        f" in {time.perf_counter() - began:.1f} s, {loaded.there} were there"
    )


if __name__ == "__main__":
    main()

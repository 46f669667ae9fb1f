"""`python -m registry.demo`: enters the demonstration data; repeatable."""

import asyncio
import time

from chassis import db
from chassis.settings import Settings, load
from registry.demo.load import Loaded, enter
from registry.demo.procedures import enter_procedures


async def _run(settings: Settings) -> tuple[Loaded, int]:
    engine = db.connect(settings.database_url, 1, "registry-demo")
    try:
        async with db.sessions(engine)() as session, session.begin():
            loaded = await enter(session)
            return loaded, await enter_procedures(session)
    finally:
        await engine.dispose()


def main() -> None:
    settings = load("registry")
    if not settings.demonstration:
        raise SystemExit("MODE=production takes no demonstration data.")
    began = time.perf_counter()
    loaded, procedures = asyncio.run(_run(settings))
    seconds = time.perf_counter() - began
    print(
        f"registry: {loaded.ngos} demonstration NGOs and {loaded.certificates} certificates,"
        f" {loaded.unions} records of the unions, {procedures} procedures"
        f" entered in {seconds:.1f} s, {loaded.there} were there"
    )


if __name__ == "__main__":
    main()

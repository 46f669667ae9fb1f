"""`python -m chassis.audit keep|verify NAME…`: signs, or checks, the change logs of these services.

Addresses come from DATABASE_URL_<NAME>; the first name's database keeps the table of checkpoints.
Key, public keys and the file of checkpoints lie in AUDIT_DIR (default DATA_DIR/audit).
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from chassis import logs
from chassis.audit.keep import keep
from chassis.audit.verify import verify


def folder() -> Path:
    named = os.environ.get("AUDIT_DIR")
    return Path(named) if named else Path(os.environ.get("DATA_DIR") or ".data") / "audit"


async def _keep(urls: dict[str, str], first: str) -> int:
    logs.configure(os.environ.get("LOG_LEVEL", "INFO"), os.environ.get("LOG_FORMAT", "json"))
    stop = asyncio.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)
    await keep(urls, folder(), first, stop)
    return 0


async def _verify(urls: dict[str, str], first: str) -> int:
    reports = await verify(urls, folder(), first)
    for report in reports:
        print(report)
    return 1 if any(report.fault for report in reports) else 0


def main(arguments: list[str]) -> int:
    does = {"keep": _keep, "verify": _verify}.get(arguments[0] if arguments else "")
    if does is None or len(arguments) < 2:
        print(__doc__)
        return 2
    urls = {name: os.environ[f"DATABASE_URL_{name.upper()}"] for name in arguments[1:]}
    return asyncio.run(does(urls, arguments[1]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

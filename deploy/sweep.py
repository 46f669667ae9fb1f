"""`make sweep-files DAYS=30`: what no record names any more is removed.

From the files of the house in DATA_DIR, beside it. What was handed in within the last DAYS days
stays: a backup of a database may name it yet. DAYS is the age of the oldest backup, or 1 for the
sake of a person who is to be forgotten.
"""

import asyncio
import os
import sys
from datetime import timedelta

from chassis.db import now
from chassis.files.store import kept_here
from chassis.files.sweep import sweep
from deploy.beside import running_house
from deploy.postgres.roles import SERVICES
from deploy.refusal import Refusal, guarded


def main(days: str) -> int:
    if not days.isdecimal() or int(days) < 1:
        raise Refusal("DAYS is a whole number from 1 on: an upload may be on its way to a record.")
    house = running_house()
    os.environ.update(house.files_environment())
    # of every service: what the one that was left out names would be gone
    urls = [house.databases[f"DATABASE_URL_{service.upper()}"] for service in SERVICES]
    done = asyncio.run(sweep(kept_here(), urls, now() - timedelta(days=int(days))))
    sys.stdout.write(f"{done}\n")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1])))

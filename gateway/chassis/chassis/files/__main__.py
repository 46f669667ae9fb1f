"""`python -m chassis.files`: seals every kept file with FILES_SECRET, beside running services.

The store is FILES_URL, or the folder in DATA_DIR; FILES_SECRET_BEFORE opens what was sealed with an
earlier secret.
"""

import asyncio
import sys

from chassis.files.reseal import reseal
from chassis.files.store import kept_here


async def main() -> int:
    done = await reseal(kept_here())
    for key in done.damaged:
        print(f"damaged: {key}")
    print(done)
    return 1 if done.damaged else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

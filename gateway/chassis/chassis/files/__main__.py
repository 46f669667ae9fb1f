"""`python -m chassis.files`: seals every kept file with FILES_SECRET, beside running services.

The store is FILES_URL, or the folder in DATA_DIR; FILES_SECRET_BEFORE opens what was sealed with an
earlier secret.
"""

import asyncio
import os
import sys
from pathlib import Path

from chassis.files.reseal import reseal
from chassis.files.store import FileStore, sealer


async def main() -> int:
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    secret, before = (os.environ.get(name, "") for name in ("FILES_SECRET", "FILES_SECRET_BEFORE"))
    is_demonstration = (os.environ.get("MODE") or "demo") == "demo"
    seals = sealer(secret, before, data_dir, is_demonstration=is_demonstration)
    done = await reseal(FileStore.at(os.environ.get("FILES_URL", ""), data_dir, seals))
    for key in done.damaged:
        print(f"damaged: {key}")
    print(done)
    return 1 if done.damaged else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

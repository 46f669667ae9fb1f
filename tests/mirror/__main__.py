"""`python -m tests.mirror FILE [--follow]`: brings a copy up to date and proves it equal.

HOUSE_URL, CLIENT_ID and CLIENT_SECRET say where and as whom. With --follow it goes on for ever.
"""

import os
import sys
from pathlib import Path

from tests.mirror.mirror import SERVICES, Mirror


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__)
        return 2
    names = ("HOUSE_URL", "CLIENT_ID", "CLIENT_SECRET")
    mirror = Mirror(*(os.environ[name] for name in names), Path(arguments[0]))  # type: ignore[misc]
    limit = int(os.environ.get("MIRROR_PAGE", "500"))
    while True:
        came = sum(mirror.follow(service, limit) for service in SERVICES)
        if "--follow" not in arguments and not came:
            break
        if not came:
            mirror.follow(SERVICES[0], limit, wait=5)
    wrong = [line for service in SERVICES for line in mirror.differences(service)]
    for service in SERVICES:
        held = sum(count for count, _ in mirror.digest(service).values())
        print(f"{service}: position {mirror.after(service)}, {held} records")
    print("\n".join(wrong) or "the copy is equal")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

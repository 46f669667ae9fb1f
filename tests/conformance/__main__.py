"""`python -m conformance http://host --client ID`: 49 scenarios, one line each, status 1 if one
is unmet. The secret comes from CLIENT_SECRET, or is asked for. Run it against a demonstration: it
makes recipients of aid and takes them away again.
"""

import argparse
import getpass
import os
import sys
import time

import httpx

from . import feeds, reading, refusals, tokens, webhooks, writes  # noqa: F401  they add scenarios
from .kit import SCENARIOS, House, Unmet


def run(house: House) -> list[str]:
    """Every scenario; prints the report and gives the names of what was unmet."""
    unmet = []
    for one in SCENARIOS:
        began = time.monotonic()
        try:
            one.run(house)
            said = "met  "
        except (Unmet, httpx.HTTPError, KeyError, ValueError) as error:
            said = "UNMET"
            unmet.append(f"{one.group}: {one.name}: {type(error).__name__} {error}")
        print(f"{said}  {one.group:9} {one.name} ({time.monotonic() - began:.1f} s)")
    house.tidy()
    print(f"{len(SCENARIOS) - len(unmet)} of {len(SCENARIOS)} scenarios are met")
    for line in unmet:
        print("  ", line)
    return unmet


def main() -> int:
    parser = argparse.ArgumentParser(prog="conformance", description=__doc__)
    parser.add_argument("house")
    parser.add_argument("--client", required=True)
    said = parser.parse_args()
    secret = os.environ.get("CLIENT_SECRET") or getpass.getpass("client secret: ")
    return 1 if run(House(said.house, said.client, secret)) else 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m gateway.accounts.erasing`: does the erasures of the gateway's list again, and closes
the accounts that came back with a backup."""

import asyncio
import sys

from chassis.subjects.__main__ import main
from gateway.accounts.erasing.closing import close_again

if __name__ == "__main__":
    sys.exit(asyncio.run(main("gateway", close_again)))

"""Which entries were blanked, and whether the log itself accounts for each."""

from collections import defaultdict
from hashlib import sha256

import asyncpg

from chassis.audit.rules import Fault, Redaction

BLANKED = "SELECT erasure_id, pos, before, hash, now FROM redactions ORDER BY id"
EXPLAINED = """
  SELECT record_id, after::jsonb ->> 'digest' AS digest FROM changes
  WHERE resource = 'erasures' AND action = 'erase'"""


async def read(connection: asyncpg.Connection) -> tuple[dict[int, Redaction], list[Fault]]:
    """Each blanked position as it was blanked last, and a fault for each erasure that no entry of
    the log sums up as it is recorded."""
    found: dict[int, Redaction] = {}
    lines: dict[str, list[str]] = defaultdict(list)
    first: dict[str, int] = {}
    for row in await connection.fetch(BLANKED):
        one = Redaction(row["before"], row["hash"], row["now"])
        found[row["pos"]] = one
        erasure = str(row["erasure_id"])
        texts = (str(row["pos"]), *(part.hex() for part in (one.before, one.hash, one.now)))
        lines[erasure].append(" ".join(texts))
        first[erasure] = min(first.get(erasure, row["pos"]), row["pos"])
    told = {str(row["record_id"]): row["digest"] for row in await connection.fetch(EXPLAINED)}
    return found, [
        Fault(first[erasure], "blanked, but no entry of the log says so")
        for erasure, those in lines.items()
        if told.get(erasure) != sha256("\n".join(those).encode()).hexdigest()
    ]

"""Reads whole change logs and says of each whether it is what it was."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from chassis.audit import checkpoints, entries, redactions, shelf
from chassis.audit.checkpoints import Checkpoint, Keys
from chassis.audit.rules import Fault, Walk
from chassis.reader import plain_url

ALARM_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Report:
    """One log: how many entries were read and how fast, and the first that is wrong, if any.

    late: seconds for which its oldest entry has waited for a position.
    """

    service: str
    entries: int
    seconds: float
    vouched: int
    late: float
    fault: Fault | None
    blanked: int = 0

    def __str__(self) -> str:
        rate = self.entries / self.seconds if self.seconds else 0
        said = f"{self.service}: {self.entries:,} entries at {rate:,.0f}/s, "
        said += f"signed up to {self.vouched:,}: "
        if self.blanked:
            said = said.removesuffix(": ") + f", {self.blanked:,} blanked on record: "
        if self.fault is not None:
            return said + f"NOT WELL, {self.fault}"
        late = f" (an entry has waited {self.late:.0f} s for its place)"
        return said + "well" + (late if self.late > ALARM_SECONDS else "")


async def verify(urls: Mapping[str, str], folder: Path, kept_by: str) -> list[Report]:
    """Every log in `urls` (service to address), against the checkpoints of the file in `folder` and
    of the database of `kept_by`."""
    keys = Keys(folder / "public-keys")
    connection = await asyncpg.connect(plain_url(urls[kept_by]))
    try:
        said = checkpoints.in_file(folder / "checkpoints") + await shelf.read(connection)
    finally:
        await connection.close()
    return [await judge(name, url, said, keys) for name, url in urls.items()]


async def judge(service: str, url: str, said: Iterable[Checkpoint], keys: Keys) -> Report:
    """One log. A checkpoint that none of the keys signed is itself a fault, at its position."""
    mine = [one for one in dict.fromkeys(said) if one.service in (service, "?")]
    genuine = [one for one in mine if keys.vouch(one)]
    forged = [Fault(one.pos, "a checkpoint that our key did not sign")
              for one in mine if one not in genuine]  # fmt: skip
    began = time.monotonic()
    connection = await asyncpg.connect(plain_url(url))
    try:
        blanked, unexplained = await redactions.read(connection)
        walk = Walk(genuine, redactions=blanked)
        await entries.stream(connection, 0, walk.take)
        late = await connection.fetchval(
            "SELECT extract(epoch FROM clock_timestamp() - min(at)) FROM changes WHERE pos IS NULL"
        )
    finally:
        await connection.close()
    seconds = time.monotonic() - began
    found = [*forged, *unexplained, *([fault] if (fault := walk.end()) else [])]
    if keys.keys and walk.pos and not mine:
        found.append(Fault(1, "no checkpoint is left, although a key has signed some"))
    worst = min(found, key=lambda fault: fault.pos, default=None)
    return Report(service, walk.pos, seconds, walk.vouched, float(late or 0), worst, len(blanked))

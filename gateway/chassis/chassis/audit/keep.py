"""The duty that signs: a process of its own, which no request ever reaches.

It signs only what it has recomputed itself since the last checkpoint. A log that does not fit is
not signed any more and named in the process's log, again and again, until somebody looks.
"""

import asyncio
import fcntl
import logging
import time
from collections.abc import Mapping
from pathlib import Path

import asyncpg

from chassis.audit import checkpoints, entries, redactions, shelf
from chassis.audit.checkpoints import Checkpoint, Keys, Signer
from chassis.audit.rules import Walk
from chassis.reader import plain_url

log = logging.getLogger("chassis.audit")
EVERY_SECONDS = 60.0
EVERY_ENTRIES = 1000
LOOK_SECONDS = 2.0


class Keeper:
    """Checkpoints of one change log."""

    def __init__(self, service: str, url: str, shelf_url: str, folder: Path, signer: Signer):
        self.service, self.url, self.shelf_url = service, plain_url(url), plain_url(shelf_url)
        self.file, self.signer = folder / "checkpoints", signer
        keys = Keys(folder / "public-keys")
        mine = [c for c in checkpoints.in_file(self.file) if c.service == service]
        self.last: Checkpoint | None = next((c for c in reversed(mine) if keys.vouch(c)), None)
        self.signed_at = float("-inf")

    async def look(self) -> Checkpoint | None:
        """Sign what has come, when it is time; raises ValueError when the log does not fit."""
        connection = await asyncpg.connect(self.url, server_settings={"application_name": "audit"})
        try:
            reached = await connection.fetchval("SELECT coalesce(max(pos), 0) FROM changes")
            signed = self.last.pos if self.last else 0
            is_due = time.monotonic() - self.signed_at >= EVERY_SECONDS
            if reached == signed or (not is_due and 0 <= reached - signed < EVERY_ENTRIES):
                return None
            if reached < signed:
                raise ValueError(f"first bad pos {reached + 1}: cut off, {signed} were signed")
            now = await connection.fetchval(
                "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC',"
                ' \'YYYY-MM-DD"T"HH24:MI:SS.US"Z"\')'
            )
            walk = Walk((), self.last, (await redactions.read(connection))[0])
            await entries.stream(connection, walk.pos, walk.take)
        finally:
            await connection.close()
        if (fault := walk.end()) is not None:
            raise ValueError(str(fault))
        return await self._sign(Checkpoint(self.service, walk.pos, walk.hash.hex(), now))

    async def _sign(self, said: Checkpoint) -> Checkpoint:
        """File first: what the table alone would know, its database's owner could take away."""
        signed = self.signer.sign(said)
        checkpoints.append(self.file, signed)
        self.last, self.signed_at = signed, time.monotonic()
        connection = await asyncpg.connect(self.shelf_url)
        try:
            await shelf.add(connection, signed)
        finally:
            await connection.close()
        return signed


async def keep(urls: Mapping[str, str], folder: Path, kept_by: str, stop: asyncio.Event) -> None:
    """Watch every log in `urls` until told to stop, and sign once more what is left then."""
    signer = Signer(folder)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        keepers = [Keeper(name, url, urls[kept_by], folder, signer) for name, url in urls.items()]
        while not stop.is_set():
            for keeper in keepers:
                await _look(keeper)
            try:
                await asyncio.wait_for(stop.wait(), LOOK_SECONDS)
            except TimeoutError:
                continue
        for keeper in keepers:
            keeper.signed_at = float("-inf")
            await _look(keeper)


async def _look(keeper: Keeper) -> None:
    try:
        await keeper.look()
    except ValueError as fault:
        log.critical("the change log of %s is NOT signed: %s", keeper.service, fault)
        keeper.signed_at = time.monotonic()  # said again in a minute, not every two seconds
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        log.warning("audit waits for %s: %s", keeper.service, type(error).__name__)

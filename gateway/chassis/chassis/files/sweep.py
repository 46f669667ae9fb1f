"""Kept files that no record names any more, removed beside running services.

A paper that was taken out of a dossier leaves its content behind, and so does an upload that broke
off. One file may be named by several services: who calls this names every database that keeps
papers, for what another one names would be removed (`deploy.sweep` knows them all).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from chassis.files.queries import named
from chassis.files.store import FileStore


@dataclass
class Swept:
    """What was done to a store."""

    removed: int = 0
    named: int = 0
    young: int = 0

    def __str__(self) -> str:
        return f"{self.removed} files removed, {self.named} are named, {self.young} are too young"


async def sweep(store: FileStore, urls: Iterable[str], limit: datetime) -> Swept:
    """Remove what was last handed in before `limit` and is named by no record.

    Raises SystemExit, and removes nothing, when none of the databases keeps papers at all.
    """
    done, old = Swept(), []
    async for key in store.keys():
        if await store.written_at(key) < limit:
            old.append(key)
        else:
            done.young += 1
    names = await named(urls)  # after the files, so that no record is younger than its answer
    for key in old:
        if key in names:
            done.named += 1
        elif await store.written_at(key) < limit:  # not handed in again meanwhile
            await store.remove(key)
            done.removed += 1
        else:
            done.young += 1
    return done

"""Every kept file sealed with the secret that is set now: `python -m chassis.files`.

Beside running services that know both secrets: an object is replaced whole, under its own name, so
a download that has begun goes on with what it began with. A file that is not what its name says is
left as it is and named.
"""

import hashlib
import tempfile
from dataclasses import dataclass, field

from chassis.files.sealing import Unreadable
from chassis.files.store import IN_MEMORY, FileStore


@dataclass
class Resealed:
    """What was done to a store."""

    anew: int = 0
    already: int = 0
    damaged: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.anew} files sealed anew, {self.already} were, {len(self.damaged)} damaged"


async def reseal(store: FileStore) -> Resealed:
    """Seal what is not sealed, or with an earlier secret."""
    done = Resealed()
    async for key in store.keys():
        if await store.is_sealed(key):
            done.already += 1
        elif await _anew(store, key):
            done.anew += 1
        else:
            done.damaged.append(key)
    return done


async def _anew(store: FileStore, key: str) -> bool:
    digest = hashlib.sha256()
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as plain:
        try:
            async for piece in await store.get(key):
                digest.update(piece)
                plain.write(piece)
        except Unreadable:
            return False
        if digest.hexdigest() != key.rpartition("/")[2]:
            return False
        await store.replace(key, plain)
    return True

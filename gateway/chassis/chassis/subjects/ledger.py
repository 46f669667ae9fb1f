"""Which erasures were done, kept outside the databases: after a backup was restored they are done
again (`chassis.subjects.again`).

One object for each, written before its transaction commits and never changed: `erasures/SERVICE/…`
in the store of FILES_URL, else in DATA_DIR. It names records and an account by id. Spellings of the
person are digests keyed by FILES_SECRET: they can be known again in a database that was restored,
and not be read out of the list. A paper that was taken out before its record was named has an id.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from fastapi import Depends, Request

from chassis.errors import Unavailable
from chassis.files.sealing import FileSealer
from chassis.files.store import sealer, sync
from chassis.ids import new_id
from chassis.settings import Settings
from chassis.subjects.traces import Trace, trace

if TYPE_CHECKING:
    from obstore.store import ObjectStore


@dataclass(frozen=True, slots=True)
class Line:
    """One erasure in one service."""

    erasure: UUID
    unit: UUID | None
    account: UUID | None
    records: list[tuple[str, UUID]]
    papers: list[tuple[str, UUID]]
    traces: list[Trace]
    key: str


class Ledger:
    """The list of one service."""

    def __init__(
        self, service: str, store: "ObjectStore", seals: FileSealer, folder: Path | None
    ) -> None:
        self.prefix, self.store, self.folder = f"erasures/{service}/", store, folder
        self.current = seals.current.hex()
        self.keys = {key.hex(): _derived(secret) for key, secret in seals.secrets.items()}

    @classmethod
    def of(cls, config: Settings) -> "Ledger":
        from obstore.store import LocalStore, from_url

        seals = sealer(
            config.files_secret.get_secret_value(),
            config.files_secret_before.get_secret_value(),
            config.data_dir,
            is_demonstration=config.demonstration,
        )
        if config.files_url and not config.files_url.startswith("file:"):
            return cls(config.name, from_url(config.files_url), seals, None)
        folder = config.data_dir.absolute()
        return cls(config.name, LocalStore(folder, mkdir=True), seals, folder)

    async def write(
        self,
        erasure: UUID,
        unit: UUID | None,
        account: UUID | None,
        records: Iterable[tuple[str, UUID]],
        papers: Iterable[tuple[str, UUID]],
        texts: Iterable[str],
    ) -> None:
        """Note one erasure, `papers` being the records that were taken out; 503 when it cannot be
        noted, because then it must not be done."""
        from obstore.exceptions import BaseError

        key = self.keys[self.current]
        said = {
            "erasure": str(erasure),
            "unit": unit and str(unit),
            "account": account and str(account),
            "records": [[resource, str(one)] for resource, one in records],
            "papers": [[resource, str(one)] for resource, one in papers],
            "traces": [trace(text, key) for text in texts],
            "key": self.current,
        }
        name = f"{self.prefix}{new_id()}.json"
        try:
            await self.store.put_async(name, json.dumps(said).encode(), mode="create")
            if self.folder:
                await asyncio.to_thread(sync, self.folder / name)
        except (BaseError, OSError) as error:
            raise Unavailable("busy") from error

    async def lines(self) -> AsyncIterator[Line]:
        """Every erasure, the first one first."""
        names = [one["path"] async for some in self.store.list(self.prefix) for one in some]
        for name in sorted(names):
            found = await self.store.get_async(name)
            yield _line(json.loads(bytes(await found.bytes_async())))


def _line(said: dict[str, Any]) -> Line:
    return Line(
        erasure=UUID(said["erasure"]),
        unit=said["unit"] and UUID(said["unit"]),
        account=said["account"] and UUID(said["account"]),
        records=[(resource, UUID(one)) for resource, one in said["records"]],
        # A line from before papers were noted has none.
        papers=[(resource, UUID(one)) for resource, one in said.get("papers", [])],
        traces=[Trace(*one) for one in said["traces"]],
        key=said["key"],
    )


def _derived(secret: bytes) -> bytes:
    return HKDF(SHA256(), 32, None, b"nhip-cau/erasures").derive(secret)


async def ledger(request: Request) -> Ledger:
    # Not kept: people are seldom forgotten.
    return Ledger.of(request.app.state.settings)


Noted = Annotated[Ledger, Depends(ledger)]

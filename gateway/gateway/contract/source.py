"""Where a contract comes from: the running service, else what it last said, else its file."""

import asyncio
import hashlib
import logging
import operator
import time
from pathlib import Path
from typing import Any

import orjson

from chassis.errors import Refusal
from gateway.contract.door import Document
from gateway.contract.merge import merge
from gateway.edge.onward import question
from gateway.edge.proxy import Proxy
from gateway.edge.table import CONTRACT, OWN, Table

log = logging.getLogger("gateway.contract")

FRESH_SECONDS = 30.0
ASK_SECONDS = 3.0


class Contracts:
    """The documents of all services, read again when they are half a minute old."""

    def __init__(self, proxy: Proxy, table: Table, directory: Path) -> None:
        self.proxy, self.table, self.directory = proxy, table, directory
        self.known: dict[str, tuple[float, Document]] = {}
        self.told: dict[str | None, tuple[list[Document], bytes, bytes]] = {}

    async def text(self, own: Document, service: str | None = None) -> tuple[bytes, bytes]:
        """(ETag, JSON) of one service's document, or of all of them; `own` is the gateway's."""
        names = [service] if service else [OWN, *self.table.urls]
        others = [name for name in names if name != OWN]
        found = dict(zip(others, await asyncio.gather(*map(self._read, others)), strict=True))
        documents = {name: own if name == OWN else found[name] for name in names}
        present = {name: document for name, document in documents.items() if document}
        parts = list(present.values())
        told = self.told.get(service)
        if told and len(told[0]) == len(parts) and all(map(operator.is_, told[0], parts)):
            return told[1], told[2]
        body = orjson.dumps(merge(present, self.table.public, OWN))
        tag = b'"' + hashlib.sha256(body).hexdigest()[:32].encode() + b'"'
        self.told[service] = parts, tag, body
        return tag, body

    async def _read(self, service: str) -> Document | None:
        kept = self.known.get(service)
        if kept and time.monotonic() - kept[0] < FRESH_SECONDS:
            return kept[1]
        document = await self._ask(service) or (kept[1] if kept else self._file(service))
        if document is not None:
            self.known[service] = (time.monotonic(), document)
        return document

    async def _ask(self, service: str) -> Document | None:
        onward = question(service, f"/{CONTRACT}", ASK_SECONDS)
        try:
            async with asyncio.timeout(ASK_SECONDS):
                status, _, body = await self.proxy.ask(onward)
            document: Any = orjson.loads(body) if status == 200 else None
        except (Refusal, TimeoutError, ValueError) as error:
            log.warning("no contract from %s: %s", service, type(error).__name__)
            return None
        return document if isinstance(document, dict) and "paths" in document else None

    def _file(self, service: str) -> Document | None:
        path = self.directory / service / CONTRACT
        if not path.is_file():
            return None
        document: Document = orjson.loads(path.read_bytes())
        return document

"""The gateway's public keys, as one process holds them."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException as NoAnswer
from typing import Any
from urllib.request import urlopen

from joserfc.jwk import KeySet

from chassis.errors import Unavailable

KEYS_FRESH_SECONDS = 300
KEYS_STALE_SECONDS = 24 * 3600
REFETCH_SECONDS = 30

Fetch = Callable[[], Awaitable[Mapping[str, Any]]]


def read_jwks(url: str) -> Mapping[str, Any]:
    """By the standard library: for one small document a real client would cost each process 5 to
    12 MB and a tenth of a second of its start."""
    with urlopen(url, timeout=3) as answer:
        document: Mapping[str, Any] = json.load(answer)
        return document


@dataclass
class Keys:
    """The gateway's public keys: fresh for 5 min, refetched at most every 30 s for an unknown key,
    and used for up to a day while the gateway does not answer."""

    fetch: Fetch
    known: KeySet | None = None
    ids: frozenset[str] = frozenset()
    fetched: float = float("-inf")
    tried: float = float("-inf")
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def holding(self, kid: str) -> KeySet:
        now = time.monotonic()
        if self.known and kid in self.ids and now - self.fetched < KEYS_FRESH_SECONDS:
            return self.known
        async with self.lock:
            now = time.monotonic()
            due = kid not in self.ids or now - self.fetched >= KEYS_FRESH_SECONDS
            if due and (self.known is None or now - self.tried >= REFETCH_SECONDS):
                await self._refresh(now)
        if self.known is None or time.monotonic() - self.fetched > KEYS_STALE_SECONDS:
            raise Unavailable("identity.unverifiable")
        return self.known

    async def _refresh(self, now: float) -> None:
        self.tried = now
        try:
            document = await self.fetch()
        except (OSError, NoAnswer, ValueError) as error:
            if self.known is None:
                raise Unavailable("identity.unverifiable") from error
            return  # the stale keys serve on; the age limit is checked by the caller
        self.known = KeySet.import_key_set({"keys": list(document["keys"])})
        self.ids = frozenset(str(key["kid"]) for key in document["keys"])
        self.fetched = now

"""The keys as one process holds them: read again every minute, kept while the database is away."""

import asyncio
import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from joserfc import jwt
from joserfc.jwk import KeySet, OKPKey
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.db import now
from chassis.errors import Unavailable
from gateway.keys import queries, rules
from gateway.keys.models import SigningKey
from gateway.keys.sealing import opened
from gateway.sealing.sealer import Sealer

# Far less than the ten minutes for which a key is published before it signs.
REREAD_SECONDS = 60.0
# Ed25519 by its own name (RFC 9864): "EdDSA" leaves the curve open and is deprecated.
ALGORITHM = "Ed25519"


class KeyRing:
    """Signs tokens and publishes the keys that verify them."""

    def __init__(self, sealer: Sealer) -> None:
        self.sealer = sealer
        self.sessions: async_sessionmaker[AsyncSession] | None = None
        self.rows: list[SigningKey] = []
        self.opened: dict[str, OKPKey] = {}
        self.read_at = float("-inf")
        self.lock = asyncio.Lock()

    async def refresh(self, *, force: bool = False) -> None:
        """Read the keys when that is due; the first time, make one if there is none."""
        if not force and time.monotonic() - self.read_at < REREAD_SECONDS:
            return
        async with self.lock:
            if not force and time.monotonic() - self.read_at < REREAD_SECONDS:
                return
            if self.sessions is None:
                raise Unavailable("busy")
            try:
                async with self.sessions.begin() as tx:
                    self.rows = await queries.ensure(tx, self.sealer, now())
            except (SQLAlchemyError, OSError) as error:
                if not self.rows:
                    raise Unavailable("busy") from error
            self.read_at = time.monotonic()

    def sign(self, claims: Mapping[str, Any], moment: datetime) -> str:
        """A compact Ed25519 token of type at+jwt. Call `refresh` before."""
        row = rules.signing(self.rows, moment)
        if row is None:
            raise Unavailable("busy")
        key = self.opened.get(row.kid)
        if key is None:
            key = self.opened[row.kid] = opened(self.sealer, row.kid, row.sealed)
        header = {"alg": ALGORITHM, "typ": "at+jwt", "kid": row.kid}
        return jwt.encode(header, dict(claims), key, algorithms=[ALGORITHM])

    def jwks(self, moment: datetime) -> dict[str, Any]:
        """The published set, as `/.well-known/jwks.json` shows it."""
        return {"keys": [row.public_jwk for row in rules.published(self.rows, moment)]}

    def key_set(self, moment: datetime) -> KeySet:
        return KeySet.import_key_set({"keys": list(self.jwks(moment)["keys"])})

    async def fetch(self) -> Mapping[str, Any]:
        """The set as a verifier inside this process asks for it."""
        await self.refresh()
        return self.jwks(now())

"""Machine tokens coming back in: the signature checked once, the client every five seconds."""

import hashlib
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jws import extract_compact
from joserfc.jwt import JWTClaimsRegistry
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.db import now
from chassis.errors import NotAuthenticated, Unavailable
from gateway.clients import queries
from gateway.clients.models import Client
from gateway.edge.caller import Caller
from gateway.keys.ring import ALGORITHM
from gateway.roles import INTEGRATOR

if TYPE_CHECKING:
    from gateway.keys.ring import KeyRing

FRESH_SECONDS = 5.0
REMEMBERED = 10_000


@dataclass(slots=True)
class Known:
    """A verified token: until when it is good, whose it is, and the client when last looked at."""

    expires: float
    client: UUID
    scopes: tuple[str, ...]
    caller: Caller | None = None
    read_at: float = float("-inf")


class LiveClients:
    """Turns a machine's access token into a caller."""

    sessions: async_sessionmaker[AsyncSession]

    def __init__(self, ring: "KeyRing", issuer: str, audience: str) -> None:
        self.ring, self.issuer, self.audience = ring, issuer, audience
        self.claims = JWTClaimsRegistry(
            leeway=5,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": audience},
            sub={"essential": True},
            exp={"essential": True},
            jti={"essential": True},
        )
        self.known: OrderedDict[bytes, Known] = OrderedDict()

    async def find(self, token: str) -> Caller:
        """The client of this token; 401 when it is not ours or too old, or the client is closed."""
        key = hashlib.blake2b(token.encode("latin-1", "replace"), digest_size=16).digest()
        known = self.known.get(key)
        if known is None:
            known = await self._verify(token)
            self.known[key] = known
            if len(self.known) > REMEMBERED:
                self.known.popitem(last=False)
        if known.expires <= time.time():
            del self.known[key]
            raise _refused()
        if known.caller is None or time.monotonic() - known.read_at >= FRESH_SECONDS:
            await self._read(known)
        if known.caller is None:
            raise _refused()
        return known.caller

    async def _verify(self, token: str) -> Known:
        await self.ring.refresh()
        try:
            header = extract_compact(token.encode("ascii")).headers()
            if header.get("typ") != "at+jwt" or set(header) - {"typ", "alg", "kid"}:
                raise ValueError("not an access token of this gateway")
            decoded = jwt.decode(token, self.ring.key_set(now()), algorithms=[ALGORITHM])
            self.claims.validate(decoded.claims)
            said: dict[str, Any] = decoded.claims
            # Plain comparison: a list of audiences is legal, but no token of this gateway has one.
            if said["aud"] != self.audience or said["iss"] != self.issuer:
                raise ValueError("somebody else's token")
            scopes = tuple(str(said.get("scope", "")).split())
            return Known(float(said["exp"]), UUID(str(said["sub"])), scopes)
        except (JoseError, ValueError, KeyError, TypeError, UnicodeError) as error:
            raise _refused() from error

    async def _read(self, known: Known) -> None:
        before, known.read_at = known.read_at, time.monotonic()  # one looks, the others go on
        try:
            async with self.sessions() as tx:
                client = await queries.by_id(tx, known.client)
        except BaseException as error:  # also when the request that looks is given up
            known.read_at = before
            if isinstance(error, SQLAlchemyError | OSError):
                raise Unavailable("busy") from error
            raise
        alive = client is not None and client.disabled_at is None
        known.caller = caller(client, known.scopes) if client is not None and alive else None

    def forget(self, client: UUID) -> None:
        """A closed client's tokens are looked at anew with their next use."""
        for known in self.known.values():
            if known.client == client:
                known.read_at = float("-inf")


def caller(client: Client, scopes: tuple[str, ...]) -> Caller:
    """Never more than the client is allowed today, whatever its token was granted."""
    return Caller(
        key=f"client:{client.id}:{hash(scopes)}",
        kind="client",
        id=client.id,
        name=client.name,
        roles=(INTEGRATOR,),
        unit_id=client.unit_id,
        unit_code=client.unit_code,
        national=client.national,
        scopes=tuple(scope for scope in scopes if scope in client.scopes),
    )


def _refused() -> NotAuthenticated:
    refusal = NotAuthenticated("identity.invalid")
    refusal.headers = {"WWW-Authenticate": 'Bearer realm="api", error="invalid_token"'}
    return refusal

"""Who is calling: the gateway's signed, short-lived statement, verified by every service itself.

A service trusts no header but a bearer token that the gateway signed for this service. Keys come
from the gateway's JWKS; a verified token is remembered until it expires, so that the signature
(90 µs) is checked once and not per request.
"""

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple
from uuid import UUID

from fastapi import Depends, Request
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwt import JWTClaimsRegistry

from chassis.errors import NotAuthenticated
from chassis.jwks import Fetch, Keys, read_jwks

SKEW_SECONDS = 10
REMEMBERED = 10_000


class StandIn(NamedTuple):
    """A role that the caller holds for an absent colleague."""

    role: str
    person_id: UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """The caller. `roles` and `scopes` are the gateway's words: compared here, never parsed.
    `stand_ins`: of the roles, those that are a colleague's. `predecessors`: the units that went
    into the caller's. `address`: the network address that the gateway saw."""

    id: UUID | None
    kind: str  # person | client | system | anonymous
    name: str
    roles: frozenset[str] = frozenset()
    unit_id: UUID | None = None
    unit_code: str | None = None
    national: bool = False
    scopes: frozenset[str] = frozenset()
    stand_ins: tuple[StandIn, ...] = ()
    predecessors: tuple[UUID, ...] = ()
    address: str | None = None

    def persons(self, roles: Collection[str]) -> set[UUID]:
        """Who acts when the caller acts in one of these roles. Four eyes are counted over all of
        them: who hands a role over does not thereby get a second pair."""
        mine = {self.id} if self.id else set()
        if not self.own_roles.isdisjoint(roles):
            return mine
        return mine | {one.person_id for one in self.stand_ins if one.role in roles}

    @property
    def own_roles(self) -> frozenset[str]:
        return self.roles - {one.role for one in self.stand_ins}

    @property
    def acting_as(self) -> list[str]:
        """The roles as the change log names them: a colleague's with whose it is, by
        id: a name would have to be forgotten some day, and the log is signed."""
        lent = [f"{one.role}@{one.person_id}" for one in self.stand_ins]
        return sorted([*self.own_roles, *lent])

    @property
    def units(self) -> tuple[UUID, ...]:
        """The caller's unit and those that went into it; none for an account of no unit."""
        return (self.unit_id, *self.predecessors) if self.unit_id else ()

    @property
    def reach(self) -> tuple[UUID, ...] | None:
        """The units whose records the caller sees; None: of all. Never empty, so that an account of
        no unit is shown the records of a unit that is none."""
        return None if self.national else self.units or (NOBODY,)

    def sees(self, unit_id: UUID | None) -> bool:
        """Whether a record of this unit is the caller's to know of."""
        return self.national or unit_id in self.units

    def keeps(self, unit_id: UUID | None) -> bool:
        """Whether a record of this unit is the caller's to change."""
        return self.national or (unit_id is not None and unit_id == self.unit_id)

    def has(self, *roles: str) -> bool:
        return not self.roles.isdisjoint(roles)


NOBODY = UUID(int=0)
ANONYMOUS = Actor(None, "anonymous", "", frozenset({"public"}))


class Verifier:
    """Turns a token into an `Actor`, or refuses it."""

    def __init__(self, issuer: str, audience: str, fetch: Fetch) -> None:
        self.keys = Keys(fetch)
        self.claims = JWTClaimsRegistry(
            leeway=SKEW_SECONDS,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": audience},
            sub={"essential": True},
            exp={"essential": True},
            nbf={"essential": True},
            jti={"essential": True},
        )
        self.issuer, self.audience = issuer, audience
        self.remembered: OrderedDict[bytes, tuple[float, Actor]] = OrderedDict()

    async def actor(self, token: str) -> Actor:
        """The caller named by this token; 401 when it is not the gateway's for this service."""
        digest = hashlib.blake2b(token.encode("latin-1", "replace"), digest_size=16).digest()
        found = self.remembered.get(digest)
        if found and found[0] > time.time():
            return found[1]
        claims = await self._verify(token)
        actor = _actor(claims)
        self.remembered[digest] = (float(claims["exp"]), actor)
        if len(self.remembered) > REMEMBERED:
            self.remembered.popitem(last=False)
        return actor

    async def _verify(self, token: str) -> dict[str, Any]:
        try:
            header = _header(token)
            keys = await self.keys.holding(header["kid"])
            decoded = jwt.decode(token, keys, algorithms=["Ed25519", "EdDSA"])
            self.claims.validate(decoded.claims)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise NotAuthenticated("identity.invalid") from error
        # Lists are legal in RFC 7519 but ours are single strings: a list is somebody else's token.
        if decoded.claims["aud"] != self.audience or decoded.claims["iss"] != self.issuer:
            raise NotAuthenticated("identity.invalid")
        return dict(decoded.claims)


def _header(token: str) -> dict[str, str]:
    """The unverified header, only to find the key; a header that asks for more is refused."""
    from joserfc.jws import extract_compact

    header = extract_compact(token.encode("ascii")).headers()
    if header.get("typ") != "at+jwt" or set(header) - {"typ", "alg", "kid"}:
        raise ValueError("not an access token of this gateway")
    return {"kid": str(header["kid"])}


def _actor(claims: Mapping[str, Any]) -> Actor:
    unit = claims.get("unit_id")
    return Actor(
        id=UUID(str(claims["sub"])),
        kind=str(claims.get("kind", "person")),
        name=str(claims.get("name", "")),
        roles=frozenset(claims.get("roles", ())),
        unit_id=UUID(str(unit)) if unit else None,
        unit_code=claims.get("unit_code"),
        national=claims.get("national") is True,
        scopes=frozenset(str(claims.get("scope", "")).split()),
        address=claims.get("address"),
        predecessors=tuple(UUID(str(one)) for one in claims.get("predecessors", ())),
        stand_ins=tuple(
            StandIn(str(role), UUID(str(person))) for role, person in claims.get("stand_ins", ())
        ),
    )


def verifier(issuer: str, audience: str, jwks_url: str) -> Verifier:
    """The verifier of one service, reading the gateway's keys over HTTP when first needed."""

    async def fetch() -> Mapping[str, Any]:
        return await asyncio.to_thread(read_jwks, jwks_url)

    return Verifier(issuer, audience, fetch)


async def authenticate(request: Request) -> Actor:
    """The caller of this request; anonymous without a token."""
    header = request.headers.get("authorization")
    if header is None:
        return ANONYMOUS
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotAuthenticated("identity.invalid")
    verifier: Verifier = request.app.state.verifier
    return await verifier.actor(token.strip())


async def current(request: Request) -> Actor:
    actor: Actor = request.state.actor
    return actor


CurrentActor = Annotated[Actor, Depends(current)]

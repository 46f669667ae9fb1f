"""The signed statement that a service gets: who is calling, for it alone, for under a minute."""

import time
from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from chassis.db import now
from gateway.edge.caller import Caller

if TYPE_CHECKING:
    from gateway.keys.ring import KeyRing
    from gateway.moves.lineage import Lineage

# With the 10 s of skew that services allow, and the 5 s for which another replica may not know that
# somebody is out, a captured token is refused everywhere within a minute.
LIFE_SECONDS = 45
# One signature per session and service for that long: a service checks it once, too.
REUSED_SECONDS = 20.0
REMEMBERED = 20_000


def claims(
    caller: Caller,
    audience: str,
    issuer: str,
    moment: datetime,
    predecessors: Sequence[UUID] = (),
    address: str = "",
) -> dict[str, object]:
    """The claims that `chassis.identity` verifies. A client's scopes are those of this service."""
    at = int(moment.timestamp())
    said: dict[str, object] = {
        "iss": issuer,
        "aud": audience,
        "sub": str(caller.id),
        "kind": caller.kind,
        "name": caller.name,
        "roles": list(caller.roles),
        "unit_id": str(caller.unit_id) if caller.unit_id else None,
        "unit_code": caller.unit_code,
        "national": caller.national,
        "jti": uuid4().hex,
        "iat": at,
        "nbf": at,
        "exp": at + LIFE_SECONDS,
    }
    if caller.sid is not None and caller.authenticated_at is not None:
        said["sid"] = str(caller.sid)
        said["auth_time"] = int(caller.authenticated_at.timestamp())
    if address:
        said["address"] = address
    if predecessors:
        said["predecessors"] = [str(one) for one in predecessors]
    if caller.stand_ins:
        said["stand_ins"] = [[role, str(of)] for role, of in caller.stand_ins]
    if caller.kind == "client":
        mine = audience + ":"
        said["scope"] = " ".join(scope for scope in caller.scopes if scope.startswith(mine))
    return said


class Mint:
    """Mints identities and hands out the last one while it is fresh."""

    def __init__(self, ring: "KeyRing", lineage: "Lineage", issuer: str) -> None:
        self.ring, self.lineage, self.issuer = ring, lineage, issuer
        self.minted: OrderedDict[tuple[str, str, str], tuple[float, Caller, str]] = OrderedDict()

    async def token(self, caller: Caller, audience: str, address: str = "") -> str:
        """A token that lives at least 25 s more. A changed caller (role, unit) gets a new one, and
        so does one who comes from another address."""
        key = (caller.key, audience, address)
        if kept := self._kept(key, caller):
            return kept
        await self.ring.refresh()
        before = await self.lineage.of(None if caller.national else caller.unit_id)
        if kept := self._kept(key, caller):  # another request of this caller was quicker
            return kept
        clock, moment = time.monotonic(), now()
        said = claims(caller, audience, self.issuer, moment, before, address)
        token = self.ring.sign(said, moment)
        self.minted[key] = (clock + REUSED_SECONDS, caller, token)
        self.minted.move_to_end(key)
        if len(self.minted) > REMEMBERED:
            self.minted.popitem(last=False)
        return token

    def _kept(self, key: tuple[str, str, str], caller: Caller) -> str | None:
        kept = self.minted.get(key)
        if kept and kept[0] > time.monotonic() and (kept[1] is caller or kept[1] == caller):
            return kept[2]
        return None

"""Who is calling: a session's person, a client's token, or nobody. Decided once, at the door."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import UUID

from chassis.errors import BadRequest, NotAllowed, NotAuthenticated
from gateway.edge.headers import Inbound

if TYPE_CHECKING:
    from gateway.clients.live import LiveClients
    from gateway.sessions.live import LiveSessions
    from gateway.settings import GatewaySettings

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


@dataclass(frozen=True, slots=True)
class Caller:
    """What the gateway states to a service. `key` names the session or client, inside only."""

    key: str
    kind: str  # person | client
    id: UUID
    name: str
    roles: tuple[str, ...]
    unit_id: UUID | None
    unit_code: str | None
    national: bool
    scopes: tuple[str, ...] = ()
    # of these roles, those of an absent colleague
    stand_ins: tuple[tuple[str, UUID], ...] = ()
    # of a person only: the session's name, when it was last proved, and whether by two factors
    sid: UUID | None = None
    authenticated_at: datetime | None = None
    has_otp: bool = False


def cookie(header: str, name: str) -> str | None:
    """One cookie's value. A name that stands twice is nobody's: another host may have set it."""
    found = [
        value.strip()
        for key, eq, value in (part.partition("=") for part in header.split(";"))
        if eq and key.strip() == name
    ]
    return found[0] if len(found) == 1 else None


def same_origin(inbound: Inbound, origin: str) -> bool:
    """Whether what the browser says of the page behind this request is us (or it says nothing)."""
    site = inbound.seen.get(b"sec-fetch-site")
    if site is not None and site not in (b"same-origin", b"none"):
        return False
    said = inbound.seen.get(b"origin")
    if said is None:
        return True
    text = said.decode("latin-1")
    # Behind a development server the page's origin is that server's; it sends the Host along.
    return text == origin or urlsplit(text).netloc == inbound.get(b"host")


class Callers:
    """Finds the caller of a request, and holds back what a foreign page may have sent for them."""

    def __init__(
        self, settings: "GatewaySettings", sessions: "LiveSessions", clients: "LiveClients"
    ) -> None:
        self.name, self.origin = settings.cookie, settings.origin
        self.sessions, self.clients = sessions, clients

    async def find(self, inbound: Inbound, method: str, *, signing_in: bool) -> Caller | None:
        """The caller, None for nobody. A dead session is nobody's: the service then says 401.

        Raises 400 for two identities at once, 401 for a bad token, 403 for a cross-site change.
        """
        token = cookie(inbound.get(b"cookie"), self.name) if b"cookie" in inbound.seen else None
        authorization = inbound.seen.get(b"authorization")
        if authorization is not None:
            if token is not None:
                raise BadRequest("identity.two")
            return await self._client(authorization)
        if method not in SAFE and not same_origin(inbound, self.origin):
            raise NotAllowed("sessions.cross_origin")
        if token is None or signing_in:
            return None
        found = await self.sessions.find(token, is_safe=method in SAFE)
        if found is None:
            return None
        if method not in SAFE and not found.proves(inbound.get(b"x-csrf-token")):
            raise NotAllowed("sessions.csrf")
        return found.caller

    async def _client(self, authorization: bytes) -> Caller:
        scheme, _, token = authorization.decode("latin-1").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise NotAuthenticated("identity.invalid")
        return await self.clients.find(token.strip())

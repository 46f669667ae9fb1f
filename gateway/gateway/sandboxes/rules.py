"""How a sandbox is called, for how long it is good, how many there may be. Pure."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from chassis.errors import NotAllowed

LASTS = timedelta(days=1)
MOST = 200
# Production does not start on a database with a client of this name: `clients.internal`.
PREFIX = "demo-test"


def code(unit: UUID) -> str:
    """The union's code. The end of a UUIDv7 is drawn by lot, its beginning is the time."""
    return f"TEST{unit.hex[-10:].upper()}"


def client_id(unit: UUID) -> str:
    return f"{PREFIX}{unit.hex[-10:]}"


def require_scopes(wanted: Iterable[str], own: Iterable[str]) -> None:
    """A program cannot give its sandbox's program more than it has itself."""
    lacking = sorted(set(wanted) - set(own))
    if lacking:
        raise NotAllowed("identity.scope", scope=lacking[0])

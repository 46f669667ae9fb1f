"""What the door itself denied goes where the services' denials go: counted, then logged."""

from chassis.changes.denials import Denials
from chassis.errors import NotAllowed, Refusal
from chassis.identity import ANONYMOUS, Actor
from gateway.edge.caller import Caller

DOOR = "door"


def tell(
    denials: Denials, refusal: Refusal, caller: Caller | None, path: str, address: str
) -> None:
    """Count a 403 of the door's own, under who it was for; nobody, where that was in doubt."""
    if isinstance(refusal, NotAllowed):
        denials.tell(_actor(caller) if caller else ANONYMOUS, DOOR, refusal.code, path, address)


def _actor(caller: Caller) -> Actor:
    return Actor(
        id=caller.id,
        kind=caller.kind,
        name=caller.name,
        roles=frozenset(caller.roles),
        unit_id=caller.unit_id,
        unit_code=caller.unit_code,
        national=caller.national,
    )

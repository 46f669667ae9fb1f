"""Proposed moves on the wire."""

from datetime import datetime
from uuid import UUID

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Id, Paragraph, Search
from chassis.wire import In, LivingOut
from gateway.move_requests.models import MoveRequest
from gateway.move_requests.rules import MOVES, Status, relations
from gateway.moves.schemas import MoveIn


class MoveRequestIn(MoveIn):
    """A move that a second administrator must agree to, and why."""

    id: Id | None = None


class NotMovedIn(In):
    reason: Paragraph


class MoveRequestOut(LivingOut):
    """`accounts`, `clients`, `webhooks`: how many followed, once it is confirmed."""

    from_unit_id: UUID
    from_unit_code: str | None
    to_unit_id: UUID
    to_unit_code: str
    reason: str
    status: Status
    proposed_by: UUID
    proposed_name: str
    decided_by: UUID | None
    decided_name: str | None
    decided_at: datetime | None
    accounts: int | None
    clients: int | None
    webhooks: int | None

    @classmethod
    def of(cls, request: MoveRequest, actor: Actor) -> "MoveRequestOut":
        values = {name: getattr(request, name, None) for name in cls.model_fields}
        may = actions(request.status, request.proposed_by, actor)
        return cls.model_validate(values | {"allowed_actions": may})


def actions(status: str, proposer: UUID | str, actor: Actor) -> list[str]:
    """What this caller may do: nothing, where the national union's administrators decide."""
    if not actor.national:
        return []
    mine = relations(actor.id, proposer=UUID(str(proposer)))
    return MOVES.allowed(Status(status), actor.roles, mine)


class MoveRequestQuery(PageQuery):
    q: Search | None = None
    status: Status | None = None

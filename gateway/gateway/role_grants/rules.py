"""The life of a proposed role. Pure."""

from enum import StrEnum
from uuid import UUID

from chassis.moves import Move, Moves
from gateway.roles import ADMIN

SECOND = "an administrator who neither proposed the role nor gets it confirms it"


class Status(StrEnum):
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Action(StrEnum):
    CONFIRM = "confirm"
    DECLINE = "decline"


_ADMIN = frozenset({ADMIN})

MOVES: Moves[Status, Action] = Moves(
    {
        (Status.PROPOSED, Action.CONFIRM): Move(
            to=Status.CONFIRMED, by=_ADMIN, forbids=("proposer", "receiver")
        ),
        # who proposed may take it back
        (Status.PROPOSED, Action.DECLINE): Move(to=Status.DECLINED, by=_ADMIN, needs_reason=True),
    },
    "role_grants",
)


def relations(person: UUID | None, *, proposer: UUID, receiver: UUID) -> set[str]:
    """What this person is to a proposal."""
    found = {"proposer"} if person == proposer else set()
    return found | ({"receiver"} if person == receiver else set())

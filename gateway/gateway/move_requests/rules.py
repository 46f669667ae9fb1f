"""The life of a proposed move. Pure."""

from enum import StrEnum
from uuid import UUID

from chassis.moves import Move, Moves
from gateway.roles import ADMIN

SECOND = "an administrator who did not propose the move confirms it"


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
            to=Status.CONFIRMED, by=_ADMIN, forbids=("proposer",)
        ),
        # who proposed may take it back
        (Status.PROPOSED, Action.DECLINE): Move(to=Status.DECLINED, by=_ADMIN, needs_reason=True),
    },
    "move_requests",
)


def relations(person: UUID | None, *, proposer: UUID) -> set[str]:
    """What this person is to a proposal."""
    return {"proposer"} if person == proposer else set()

"""The steps towards a union in a province. Pure."""

from enum import StrEnum

from chassis.moves import Move, Moves
from registry import roles


class FoundingStatus(StrEnum):
    GUIDED = "guided"
    DOSSIER = "dossier"
    FOUNDED = "founded"
    STOPPED = "stopped"


class FoundingAction(StrEnum):
    UPDATE = "update"
    FILE = "file"
    FOUND = "found"
    STOP = "stop"


_WRITERS = frozenset(roles.WRITERS)
_S, _A = FoundingStatus, FoundingAction
MOVES: Moves[FoundingStatus, FoundingAction] = Moves(
    {
        (_S.GUIDED, _A.UPDATE): Move(to=_S.GUIDED, by=_WRITERS),
        (_S.GUIDED, _A.FILE): Move(to=_S.DOSSIER, by=_WRITERS),
        (_S.GUIDED, _A.STOP): Move(to=_S.STOPPED, by=_WRITERS, needs_reason=True),
        (_S.DOSSIER, _A.UPDATE): Move(to=_S.DOSSIER, by=_WRITERS),
        (_S.DOSSIER, _A.FOUND): Move(to=_S.FOUNDED, by=_WRITERS),
        (_S.DOSSIER, _A.STOP): Move(to=_S.STOPPED, by=_WRITERS, needs_reason=True),
        # what was written down of a closed case can still be wrong
        (_S.FOUNDED, _A.UPDATE): Move(to=_S.FOUNDED, by=_WRITERS),
    },
    "registry",
)

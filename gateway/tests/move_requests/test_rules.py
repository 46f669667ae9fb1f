"""The table of a proposed move."""

from uuid import uuid4

import pytest

from chassis.errors import NotAllowed
from gateway.move_requests.rules import MOVES, Action, Status, relations

ADMIN = frozenset({"admin"})
TO = {
    (Status.PROPOSED, Action.CONFIRM): Status.CONFIRMED,
    (Status.PROPOSED, Action.DECLINE): Status.DECLINED,
}


def test_only_what_is_proposed_is_decided() -> None:
    assert {(c.status, c.action): c.move.to for c in MOVES.cells() if c.move} == TO


def test_who_proposed_a_move_does_not_confirm_it() -> None:
    one, other = uuid4(), uuid4()
    mine = relations(one, proposer=one)
    with pytest.raises(NotAllowed) as refused:
        MOVES.next(Status.PROPOSED, Action.CONFIRM, roles=ADMIN, relations=mine)

    assert refused.value.code == "move_requests.four_eyes"
    assert MOVES.allowed(Status.PROPOSED, ADMIN, mine) == ["decline"]
    assert MOVES.allowed(Status.PROPOSED, ADMIN, relations(other, proposer=one)) == [
        "confirm", "decline",
    ]  # fmt: skip

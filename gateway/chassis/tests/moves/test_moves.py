from enum import StrEnum

import pytest

from chassis.errors import NotAllowed, RuleViolation
from chassis.moves import Move, Moves


class Status(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    CLOSED = "closed"
    LOST = "lost"


class Action(StrEnum):
    SEND = "send"
    CLOSE = "close"
    REOPEN = "reopen"
    BURN = "burn"


WRITER = frozenset({"writer"})
CHECKER = frozenset({"checker", "chief"})
CHIEF = frozenset({"chief"})
MOVES = Moves(
    {
        (Status.DRAFT, Action.SEND): Move(to=Status.SENT, by=WRITER),
        (Status.SENT, Action.CLOSE): Move(
            to=Status.CLOSED, by=CHECKER, forbids=("submitter", "appraiser")
        ),
        (Status.CLOSED, Action.REOPEN): Move(to=Status.DRAFT, by=CHIEF, needs_reason=True),
        (Status.SENT, Action.REOPEN): Move(to=Status.DRAFT, by=WRITER),
    },
    "paper",
)
EVERYBODY = {"writer", "checker", "chief"}


@pytest.mark.parametrize("cell", list(MOVES.cells()), ids=lambda c: f"{c.status}-{c.action}")
def test_every_cell_moves_as_the_table_says_or_is_refused(cell):
    if cell.move is None:
        with pytest.raises(RuleViolation, match=r"paper\.wrong_status") as refused:
            MOVES.next(cell.status, cell.action, roles=EVERYBODY)
        assert refused.value.params == {"status": cell.status.value, "action": cell.action.value}
    else:
        assert MOVES.next(cell.status, cell.action, roles=EVERYBODY) is cell.move.to


@pytest.mark.parametrize("cell", list(MOVES.cells()), ids=lambda c: f"{c.status}-{c.action}")
@pytest.mark.parametrize("roles", [set(), {"writer"}, {"checker"}, {"chief"}, EVERYBODY], ids=str)
@pytest.mark.parametrize("relations", [set(), {"submitter"}, {"appraiser"}, {"reader"}], ids=str)
def test_allowed_lists_exactly_what_next_takes(cell, roles, relations):
    try:
        MOVES.next(cell.status, cell.action, roles=roles, relations=relations)
        taken = True
    except (NotAllowed, RuleViolation):
        taken = False

    assert (cell.action.value in MOVES.allowed(cell.status, roles, relations)) is taken


def test_cells_cover_the_whole_product_of_both_enums():
    assert len(list(MOVES.cells())) == len(Status) * len(Action)


def test_a_caller_without_the_role_is_refused_before_the_status_is_looked_at():
    with pytest.raises(NotAllowed, match=r"paper\.wrong_role"):
        MOVES.next(Status.DRAFT, Action.CLOSE, roles={"writer"})


def test_a_role_for_another_status_does_not_open_this_one():
    with pytest.raises(NotAllowed, match=r"paper\.wrong_role"):
        MOVES.next(Status.CLOSED, Action.REOPEN, roles={"writer"})


@pytest.mark.parametrize("relation", ["submitter", "appraiser"])
def test_four_eyes_bars_whoever_stands_too_near(relation):
    with pytest.raises(NotAllowed, match=r"paper\.four_eyes") as refused:
        MOVES.next(Status.SENT, Action.CLOSE, roles={"chief"}, relations={relation})

    assert refused.value.params == {"relation": relation}


def test_an_unrelated_relation_bars_nothing():
    assert MOVES.next(Status.SENT, Action.CLOSE, roles=["chief"], relations=["reader"]) == "closed"


def test_a_move_says_whether_it_needs_a_reason():
    assert MOVES.needs_reason(Status.CLOSED, Action.REOPEN)
    assert not MOVES.needs_reason(Status.SENT, Action.REOPEN)


def test_allowed_follows_the_order_of_the_action_enum():
    assert MOVES.allowed(Status.SENT, EVERYBODY) == ["close", "reopen"]


def test_the_check_names_every_status_even_one_without_moves():
    assert MOVES.check_sql("status") == "status IN ('draft', 'sent', 'closed', 'lost')"


def test_the_diagram_has_one_arrow_per_move():
    text = MOVES.mermaid()

    assert text.startswith("stateDiagram-v2\n")
    assert "    sent --> closed: close (checker, chief)\n" in text
    assert text.count("-->") == 4


def test_a_move_that_nobody_may_make_is_a_mistake_in_the_table():
    with pytest.raises(ValueError, match="nobody may"):
        Moves({(Status.DRAFT, Action.SEND): Move(to=Status.SENT, by=frozenset())}, "paper")


def test_an_empty_table_is_a_mistake():
    with pytest.raises(ValueError, match="at least one"):
        Moves({}, "paper")

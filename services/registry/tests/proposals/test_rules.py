"""Who answers a proposal, and what of it the record can still take."""

from uuid import UUID

import pytest

from chassis.errors import NotAllowed, RuleViolation
from registry.proposals import rules
from registry.proposals.rules import MOVES, ProposalAction, ProposalStatus, Side

US, THEY, THIRD = UUID(int=1), UUID(int=2), UUID(int=3)
OPEN, ACCEPTED = ProposalStatus.OPEN, ProposalStatus.ACCEPTED
WEBSITE = {"field": "website", "before": None, "after": "a.example"}
NOTE = {"field": "note", "before": "x", "after": "y"}
STEPS = {
    (OPEN, ProposalAction.ACCEPT): ACCEPTED,
    (OPEN, ProposalAction.DECLINE): ProposalStatus.DECLINED,
    (OPEN, ProposalAction.WITHDRAW): ProposalStatus.WITHDRAWN,
}


def test_what_was_answered_is_answered_once() -> None:
    for cell in MOVES.cells():
        assert (cell.move.to if cell.move else None) == STEPS.get((cell.status, cell.action)), cell


@pytest.mark.parametrize(
    ("caller", "national", "expected"),
    [
        (US, False, ["withdraw"]),
        (THEY, False, ["accept", "decline"]),
        (THIRD, True, ["accept", "decline"]),
        (US, True, ["accept", "decline", "withdraw"]),
        (THIRD, False, []),
    ],
)
def test_each_side_has_its_own_answers(caller: UUID, national: bool, expected: list[str]) -> None:
    sides = rules.sides_of(caller, US, THEY, national=national)

    assert rules.allowed(OPEN, {"officer"}, sides) == expected
    assert rules.allowed(ACCEPTED, {"officer"}, sides) == []
    assert rules.allowed(OPEN, {"viewer"}, sides) == []


@pytest.mark.parametrize(
    ("sides", "code"),
    [({Side.PROPOSER}, "registry.not_your_proposal"), ((), "registry.not_a_side")],
)
def test_the_proposer_does_not_answer_its_own_proposal(sides: set[Side], code: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        rules.require_side(ProposalAction.ACCEPT, sides)

    assert refused.value.code == code


def test_only_what_differs_is_proposed() -> None:
    record = {"website": None, "note": "x"}

    assert rules.differing(record, {"website": "a.example", "note": "x"}) == [WEBSITE]
    with pytest.raises(RuleViolation) as refused:
        rules.differing(record, {"note": "x"})
    assert refused.value.code == "registry.nothing_proposed"


@pytest.mark.parametrize(
    ("fields", "now", "expected"),
    [
        (None, {"website": None, "note": "x"}, ["website", "note"]),
        (["note"], {"website": "b.example", "note": "x"}, ["note"]),
        (None, {"website": "a.example", "note": "x"}, ["website", "note"]),
        (None, {"website": "b.example", "note": "x"}, "registry.proposal_overtaken"),
        (["name_vi"], {"website": None, "note": "x"}, "registry.not_proposed"),
    ],
)
def test_a_field_that_moved_on_is_not_taken_over(
    fields: list[str] | None, now: dict[str, str | None], expected: list[str] | str
) -> None:
    try:
        found: list[str] | str = [c["field"] for c in rules.taken([WEBSITE, NOTE], fields, now)]
    except RuleViolation as refused:
        found = refused.code

    assert found == expected

"""The life of an event, cell by cell, without a database."""

from datetime import UTC, datetime

import pytest

from chassis.errors import NotAllowed, RuleViolation
from events.events import rules
from events.events.rules import MOVES, Action, Status, Visibility

OFFICER = frozenset({"officer"})
# status -> action -> status after; every other cell is refused
LIFE = {
    "draft": {"plan": "planned", "cancel": "cancelled"},
    "planned": {
        "confirm": "confirmed", "complete": "done", "postpone": "postponed", "cancel": "cancelled",
    },
    "confirmed": {"complete": "done", "postpone": "postponed", "cancel": "cancelled"},
    "done": {"reopen": "confirmed"},
    "postponed": {"reopen": "planned", "cancel": "cancelled"},
    "cancelled": {"reopen": "planned"},
}  # fmt: skip


@pytest.mark.parametrize("cell", list(MOVES.cells()), ids=lambda c: f"{c.status}-{c.action}")
def test_every_cell_is_decided_on_purpose(cell):
    wanted = LIFE[cell.status].get(cell.action)

    if wanted is None:
        with pytest.raises(RuleViolation, match=r"events\.wrong_status"):
            MOVES.next(cell.status, cell.action, roles=OFFICER)
    else:
        assert MOVES.next(cell.status, cell.action, roles=OFFICER) == wanted


@pytest.mark.parametrize("cell", list(MOVES.cells()), ids=lambda c: f"{c.status}-{c.action}")
def test_who_only_reads_takes_no_action(cell):
    for role in ("viewer", "auditor", "admin", "appraiser", "approver"):
        with pytest.raises((NotAllowed, RuleViolation)):
            MOVES.next(cell.status, cell.action, roles={role})


@pytest.mark.parametrize("cell", list(MOVES.cells()), ids=lambda c: f"{c.status}-{c.action}")
def test_just_putting_off_and_calling_off_need_a_reason(cell):
    if cell.move:
        needed = cell.action in (Action.POSTPONE, Action.CANCEL)
        assert MOVES.needs_reason(cell.status, cell.action) is needed


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("visibility", list(Visibility))
def test_others_see_what_is_public_and_no_draft(status, visibility):
    public = visibility == "public" and status != "draft"

    assert rules.is_visible(visibility, status, seen=True)
    assert rules.is_visible(visibility, status, seen=False) is public


def test_nothing_is_done_before_it_has_begun():
    begins = datetime(2027, 5, 4, 1, tzinfo=UTC)

    with pytest.raises(RuleViolation, match=r"events\.not_yet_held"):
        rules.require_held(Action.COMPLETE, begins, datetime(2027, 5, 4, 0, 59, tzinfo=UTC))
    rules.require_held(Action.COMPLETE, begins, begins)
    rules.require_held(Action.CONFIRM, begins, datetime(2020, 1, 1, tzinfo=UTC))


def actions(status, roles=OFFICER, own=True, has_clock=True, begun=True):
    return rules.actions(status, frozenset(roles), own=own, has_clock=has_clock, begun=begun)


def test_the_buttons_follow_the_table_the_owner_the_role_and_the_clock():
    planned = Status.PLANNED

    assert actions(planned) == ["update", "book", "confirm", "complete", "postpone", "cancel"]
    assert "complete" not in actions(planned, begun=False)
    assert "book" not in actions(planned, has_clock=False)
    assert actions(planned, own=False) == []
    assert actions(planned, roles={"viewer", "admin"}) == []
    assert actions(Status.CANCELLED) == ["reopen"]
    assert actions(Status.DONE) == ["update", "reopen"]


def test_a_cancelled_event_is_opened_before_it_is_changed():
    for status in Status:
        if status is Status.CANCELLED:
            with pytest.raises(RuleViolation, match=r"events\.wrong_status"):
                rules.require_editable(status)
        else:
            rules.require_editable(status)

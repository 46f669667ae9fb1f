"""Every step from every status of a case, decided on purpose."""

import pytest

from chassis.errors import RuleViolation
from registry.foundings.rules import MOVES, FoundingAction, FoundingStatus

LEADS_TO = {
    ("guided", "update"): "guided",
    ("guided", "file"): "dossier",
    ("guided", "stop"): "stopped",
    ("dossier", "update"): "dossier",
    ("dossier", "found"): "founded",
    ("dossier", "stop"): "stopped",
    ("founded", "update"): "founded",
}


@pytest.mark.parametrize("status", list(FoundingStatus))
@pytest.mark.parametrize("action", list(FoundingAction))
def test_the_steps_are_guided_then_dossier_then_congress(
    status: FoundingStatus, action: FoundingAction
) -> None:
    expected = LEADS_TO.get((str(status), str(action)))
    if expected is None:
        with pytest.raises(RuleViolation):
            MOVES.next(status, action, roles={"officer"})
    else:
        assert MOVES.next(status, action, roles={"officer"}) == expected

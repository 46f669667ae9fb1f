"""Who has a say in a request about a way in, and whose way in it takes two to change."""

from datetime import date
from uuid import uuid4

import pytest

from gateway.access_requests.rules import Action, Status, allowed
from gateway.accounts.rules import allowed_actions, is_guarded

PROPOSER, OWNER, OTHER = uuid4(), uuid4(), uuid4()
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(
    ("person", "roles", "may"),
    [
        (OTHER, {"admin"}, [Action.CONFIRM, Action.DECLINE]),
        (PROPOSER, {"admin"}, [Action.DECLINE]),
        (OWNER, {"admin"}, [Action.OBJECT]),
        (OWNER, {"approver"}, [Action.OBJECT]),
        (OTHER, {"approver", "auditor"}, []),
        (None, {"admin"}, [Action.CONFIRM, Action.DECLINE]),
    ],
)
def test_only_a_third_person_agrees(
    status: Status, person: object, roles: set[str], may: list[Action]
) -> None:
    found = allowed(status, person, roles, proposer=PROPOSER, owner=OWNER)  # type: ignore[arg-type]

    assert found == (may if status == Status.PROPOSED else [])


@pytest.mark.parametrize(
    ("roles", "ends_on", "national", "is_so"),
    [
        (["officer", "approver"], None, False, True),
        (["approver"], "2026-11-22", False, True),
        (["approver"], "2026-11-21", False, False),
        (["admin"], None, True, True),
        (["admin"], None, False, False),
        (["appraiser", "auditor", "officer"], None, True, False),
    ],
)
def test_it_takes_two_for_who_decides_today_or_later(
    roles: list[str], ends_on: str | None, national: bool, is_so: bool
) -> None:
    periods = [{"role": roles[-1], "starts_on": None, "ends_on": ends_on}]

    assert is_guarded(roles, periods, national=national, today=TODAY) is is_so


def test_an_account_offers_one_way_or_the_other() -> None:
    alone = allowed_actions(False, is_own=False, is_guarded=False)
    two = allowed_actions(False, is_own=False, is_guarded=True)

    assert {"reset", "remove_otp"} <= set(alone)
    assert {"reset", "remove_otp"}.isdisjoint(two)
    assert ("request_access" in two, "request_access" in alone) == (True, False)

"""What may be handed over, for how long, and who has a say."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from gateway.delegations import rules
from gateway.delegations.rules import Status

TODAY = date(2026, 11, 22)
GIVER, TAKER, THIRD = uuid4(), uuid4(), uuid4()


@pytest.mark.parametrize(
    ("roles", "own", "code"),
    [
        (["officer"], ("officer", "viewer"), None),
        (["approver"], ("approver",), None),
        (["approver"], ("officer",), "delegations.not_your_role"),
        (["officer", "officer"], ("officer",), "delegations.not_your_role"),
        (["admin"], ("admin",), "delegations.admin_stays"),
    ],
)
def test_one_hands_over_ones_own_roles_and_never_the_administrators(
    roles: list[str], own: tuple[str, ...], code: str | None
) -> None:
    assert rules.problem(roles, own) == code


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        (TODAY, TODAY, None),
        (TODAY - timedelta(days=9), TODAY, None),
        (TODAY, TODAY + timedelta(days=92), None),
        (TODAY, TODAY + timedelta(days=93), "delegations.too_long"),
        (TODAY - timedelta(days=2), TODAY - timedelta(days=1), "delegations.past"),
        (TODAY, TODAY - timedelta(days=1), "accounts.period_ends_before_it_starts"),
    ],
)
def test_an_absence_has_an_end_that_is_near(start: date, end: date, code: str | None) -> None:
    assert rules.period_problem(start, end, TODAY) == code


def test_deciding_is_not_handed_on_by_one_person_alone() -> None:
    assert rules.begins_as(["officer"]) == Status.ACTIVE
    assert rules.begins_as(["officer", "approver"]) == Status.PROPOSED


ALLOWED = {
    (Status.PROPOSED, "giver"): ["end"],
    (Status.PROPOSED, "taker"): ["end"],
    (Status.PROPOSED, "admin"): ["confirm", "decline"],
    (Status.ACTIVE, "giver"): ["end"],
    (Status.ACTIVE, "taker"): ["end"],
    (Status.ACTIVE, "admin"): ["decline"],
}
PEOPLE = {"giver": (GIVER, {"admin"}), "taker": (TAKER, {"admin"}), "admin": (THIRD, {"admin"})}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("who", [*PEOPLE, "stranger"])
def test_the_two_end_it_and_an_administrator_who_is_neither_decides(
    status: Status, who: str
) -> None:
    person, roles = PEOPLE.get(who, (uuid4(), {"auditor"}))

    found = rules.allowed(status, person, roles, giver=GIVER, taker=TAKER)

    assert found == ALLOWED.get((status, who), [])

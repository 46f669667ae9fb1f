"""The table of a proposed role, and what counts as giving a role."""

from uuid import uuid4

import pytest

from chassis.errors import NotAllowed
from gateway.accounts.rules import added, is_dangerous
from gateway.role_grants.rules import MOVES, Action, Status, relations

ADMIN = frozenset({"admin"})
TO = {
    (Status.PROPOSED, Action.CONFIRM): Status.CONFIRMED,
    (Status.PROPOSED, Action.DECLINE): Status.DECLINED,
}


def test_only_what_is_proposed_is_decided() -> None:
    assert {(c.status, c.action): c.move.to for c in MOVES.cells() if c.move} == TO


@pytest.mark.parametrize("relation", ["proposer", "receiver"])
def test_who_proposed_or_gets_the_role_does_not_confirm_it(relation: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        MOVES.next(Status.PROPOSED, Action.CONFIRM, roles=ADMIN, relations={relation})

    assert refused.value.code == "role_grants.four_eyes"
    assert MOVES.allowed(Status.PROPOSED, ADMIN, {relation}) == ["decline"]


def test_a_person_is_known_by_id() -> None:
    one, other = uuid4(), uuid4()

    assert relations(one, proposer=one, receiver=other) == {"proposer"}
    assert relations(one, proposer=other, receiver=one) == {"receiver"}
    assert relations(None, proposer=one, receiver=other) == set()


def period(start: str | None = None, end: str | None = None) -> list[dict[str, str | None]]:
    return [{"role": "approver", "starts_on": start, "ends_on": end}]


@pytest.mark.parametrize(
    ("before", "after", "is_added"),
    [
        (None, [], True),
        ([], [], False),
        ([], period("2026-01-01", "2026-12-31"), False),
        (period("2026-01-01", "2026-12-31"), [], True),
        (period("2026-01-01", "2026-12-31"), period("2026-02-01", "2026-03-01"), False),
        (period("2026-01-01", "2026-12-31"), period("2026-01-01", "2027-01-01"), True),
        (period("2026-01-01", "2026-12-31"), period("2025-12-31", "2026-12-31"), True),
        (period(end="2020-01-01"), period(start="2026-01-01"), True),
    ],
)
def test_a_longer_time_is_as_much_as_a_new_role(
    before: list[dict[str, str | None]] | None,
    after: list[dict[str, str | None]],
    is_added: bool,
) -> None:
    held = [] if before is None else ["approver"]

    assert bool(added(held, before or [], ["approver"], after)) is is_added


@pytest.mark.parametrize(
    ("role", "national", "is_so"),
    [
        ("approver", False, True),
        ("approver", True, True),
        ("admin", True, True),
        ("admin", False, False),
        ("officer", True, False),
        ("auditor", True, False),
    ],
)
def test_who_decides_and_who_rules_the_house_needs_two(
    role: str, national: bool, is_so: bool
) -> None:
    assert is_dangerous(role, national=national) is is_so

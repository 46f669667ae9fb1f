"""Every step from every status of a referral, and credit that adds up, without a database."""

from uuid import uuid4

import pytest

from chassis.errors import NotAllowed, RuleViolation
from registry.referrals.rules import (
    MOVES,
    ReferralAction,
    ReferralStatus,
    require_side,
    require_whole,
)

LEADS_TO = {
    ("introduced", "update"): "introduced",
    ("introduced", "accept"): "accepted",
    ("introduced", "decline"): "declined",
    ("accepted", "update"): "accepted",
    ("accepted", "visit"): "visited",
    ("accepted", "decline"): "declined",
    ("visited", "update"): "visited",
    ("visited", "conclude"): "concluded",
}
ONE, OTHER, THIRD = uuid4(), uuid4(), uuid4()


@pytest.mark.parametrize("status", list(ReferralStatus))
@pytest.mark.parametrize("action", list(ReferralAction))
def test_the_steps_are_introduced_accepted_visited_concluded(
    status: ReferralStatus, action: ReferralAction
) -> None:
    expected = LEADS_TO.get((str(status), str(action)))
    if expected is None:
        with pytest.raises(RuleViolation):
            MOVES.next(status, action, roles={"officer"})
    else:
        assert MOVES.next(status, action, roles={"officer"}) == expected


def test_the_two_sides_and_the_national_union_take_steps_and_nobody_else() -> None:
    require_side((ONE, OTHER), OTHER, national=False)
    require_side((ONE, OTHER), THIRD, national=True)
    with pytest.raises(NotAllowed):
        require_side((ONE, OTHER), THIRD, national=False)


@pytest.mark.parametrize(
    "shares",
    [
        [(ONE, "60"), (OTHER, "60")],
        [(ONE, "50"), (ONE, "50")],
        [(ONE, "50"), (THIRD, "50")],
        [(ONE, "99.99")],
    ],
)
def test_credit_is_shared_by_the_two_sides_and_makes_one_whole(shares: list[object]) -> None:
    require_whole([{"unit_id": ONE, "percentage": "100"}], (ONE, OTHER))
    credits = [{"unit_id": unit, "percentage": share} for unit, share in shares]  # type: ignore[misc]
    with pytest.raises(RuleViolation):
        require_whole(credits, (ONE, OTHER))

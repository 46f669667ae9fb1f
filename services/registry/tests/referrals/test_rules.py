"""Every step from every status of a referral, and credit that adds up, without a database."""

from uuid import uuid4

import pytest

from chassis.errors import NotAllowed, RuleViolation
from registry.referrals.rules import (
    MOVES,
    ReferralAction,
    ReferralStatus,
    Side,
    allowed,
    require_side,
    require_whole,
    sides_of,
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


BY = {
    "update": "giver",
    "accept": "receiver",
    "visit": "receiver",
    "conclude": "receiver",
    "decline": "receiver",
}
EITHER: dict[str, set[Side]] = {
    "giver": {Side.GIVER},
    "receiver": {Side.RECEIVER},
    "both": set(Side),
    "neither": set(),
}


@pytest.mark.parametrize("status", list(ReferralStatus))
@pytest.mark.parametrize("action", list(ReferralAction))
@pytest.mark.parametrize("who", list(EITHER))
def test_each_step_is_offered_to_the_side_whose_step_it_is_and_refused_to_the_other(
    status: ReferralStatus, action: ReferralAction, who: str
) -> None:
    is_theirs = who in (BY[action], "both")

    offered = str(action) in allowed(status, {"officer"}, EITHER[who])

    assert offered == (is_theirs and (str(status), str(action)) in LEADS_TO)
    if is_theirs:
        require_side(action, EITHER[who])
    else:
        with pytest.raises(NotAllowed) as refused:
            require_side(action, EITHER[who])
        known = {"neither": "registry.not_a_side"}
        assert refused.value.code == known.get(who, "registry.other_side")


def test_a_union_speaks_for_its_side_and_the_national_union_for_both() -> None:
    assert sides_of(ONE, ONE, OTHER, national=False) == {Side.GIVER}
    assert sides_of(OTHER, ONE, OTHER, national=False) == {Side.RECEIVER}
    assert sides_of(THIRD, ONE, OTHER, national=False) == set()
    assert sides_of(THIRD, ONE, OTHER, national=True) == set(Side)


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

"""What a paper needs, and how much of its number is shown, without a database."""

import pytest

from chassis.errors import RuleViolation
from registry.representatives.rules import require_paper
from registry.sealed import compact, masked


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("079 190 000 123", "••••123"),
        ("c1234567", "••••567"),
        ("AB.12-34.5", "••••"),
        ("1234", "••••"),
    ],
)
def test_only_the_end_of_a_long_number_is_shown_and_nothing_of_a_short_one(
    typed: str, shown: str
) -> None:
    assert masked(compact(typed)) == shown


@pytest.mark.parametrize(("kind", "shown"), [("passport", None), (None, "••••567")])
def test_a_paper_has_both_its_kind_and_its_number(kind: str | None, shown: str | None) -> None:
    require_paper(None, None)
    require_paper("passport", "••••567")
    with pytest.raises(RuleViolation) as refused:
        require_paper(kind, shown)

    assert refused.value.code == "registry.paper_incomplete"

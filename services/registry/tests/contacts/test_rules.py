"""What days a next step may have, without a database."""

from datetime import date

import pytest

from chassis.errors import RuleViolation
from registry.contacts.rules import require_step

DAY, EARLIER, LATER = date(2026, 3, 2), date(2026, 3, 1), date(2026, 3, 9)


@pytest.mark.parametrize(
    ("step", "due", "done", "code"),
    [
        (None, LATER, None, "registry.no_next_step"),
        (None, None, LATER, "registry.no_next_step"),
        ("Gửi hồ sơ", EARLIER, None, "registry.dates_out_of_order"),
        ("Gửi hồ sơ", LATER, EARLIER, "registry.dates_out_of_order"),
    ],
)
def test_a_day_is_of_a_step_that_is_named_and_not_before_the_contact(
    step: str | None, due: date | None, done: date | None, code: str
) -> None:
    require_step(None, None, None, DAY)
    require_step("Gửi hồ sơ", DAY, DAY, DAY)
    with pytest.raises(RuleViolation) as refused:
        require_step(step, due, done, DAY)

    assert refused.value.code == code

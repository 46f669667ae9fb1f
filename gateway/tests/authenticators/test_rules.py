"""One-time codes and recovery codes."""

from datetime import UTC, datetime, timedelta

import pytest
from pyotp import TOTP

from gateway import roles
from gateway.authenticators import rules

NOW = datetime(2026, 11, 22, 12, 0, 10, tzinfo=UTC)
STEP = int(NOW.timestamp()) // 30
# RFC 6238, appendix B: the secret of its SHA-1 rows, whose last six digits are these.
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.mark.parametrize(
    ("moment", "code"), [(59, "287082"), (1111111109, "081804"), (2000000000, "279037")]
)
def test_the_codes_are_those_of_the_rfc(moment: int, code: str) -> None:
    then = datetime.fromtimestamp(moment, UTC)

    assert rules.matching_step(SECRET, code, then, 0) == moment // 30


@pytest.mark.parametrize(
    ("later", "step"), [(-60, None), (-30, STEP - 1), (0, STEP), (30, STEP + 1), (60, None)]
)
def test_a_clock_may_be_half_a_minute_off(later: int, step: int | None) -> None:
    code = TOTP(SECRET).at(NOW + timedelta(seconds=later))

    assert rules.matching_step(SECRET, code, NOW, 0) == step


def test_a_step_counts_once_and_no_earlier_one_after_it() -> None:
    codes = TOTP(SECRET)

    assert rules.matching_step(SECRET, codes.at(NOW), NOW, STEP) is None
    assert rules.matching_step(SECRET, codes.at(NOW, counter_offset=-1), NOW, STEP) is None
    assert rules.matching_step(SECRET, codes.at(NOW, counter_offset=1), NOW, STEP) == STEP + 1


def test_a_secret_has_160_bits() -> None:
    assert len(rules.new_secret()) * 5 == 160


def test_recovery_codes_are_ten_of_80_bits_however_they_are_typed() -> None:
    codes = rules.new_codes()

    assert len(set(codes)) == 10
    assert rules.digest(codes[0]) == rules.digest(codes[0].lower().replace("-", ""))


@pytest.mark.parametrize("role", roles.ALL)
def test_who_decides_or_sees_all_needs_a_second_factor(role: str) -> None:
    assert rules.needs_otp([role]) is (role in ("admin", "approver", "appraiser", "auditor"))

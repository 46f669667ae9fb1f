"""Whose failures are counted together, and when they are forgotten."""

from datetime import UTC, datetime, timedelta

import pytest

from gateway.throttles import rules

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIVE = rules.per_five_minutes(30)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("fe80::1%eth0", "fe80::2", True),
        ("unix", "unix", True),
    ],
)
def test_addresses_of_one_customer_share_a_bucket(one: str, other: str, together: bool) -> None:
    assert (rules.of_address(one, 30) == rules.of_address(other, 30)) is together


@pytest.mark.parametrize(
    ("ago", "seconds"),
    [
        (None, 0),
        (timedelta(), 300),
        (timedelta(seconds=299.5), 1),
        (timedelta(minutes=5), 0),
    ],
)
def test_a_limit_opens_when_its_oldest_failure_is_old(ago: timedelta | None, seconds: int) -> None:
    assert rules.wait(FIVE, NOW - ago if ago is not None else None, NOW) == seconds


def test_a_bucket_shows_neither_name_nor_address() -> None:
    assert b"192.0.2.1" not in rules.of_address("192.0.2.1", 30).key
    assert len({rules.of_all(1).key, rules.of_codes("").key, rules.of_address("", 1).key}) == 3

"""Which key signs and which are published."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from gateway.keys import rules

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Key:
    usable_from: datetime
    retired_at: datetime | None = None


def at(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


OLD, NEW = Key(at(-600), retired_at=at(10)), Key(at(10))


@pytest.mark.parametrize(
    ("minutes", "key"), [(0, OLD), (9.9, OLD), (10, NEW), (60, NEW), (-601, None)]
)
def test_the_newest_usable_key_signs(minutes: float, key: Key | None) -> None:
    assert rules.signing([OLD, NEW], at(minutes)) is key


@pytest.mark.parametrize(
    ("minutes", "keys"), [(0, [NEW, OLD]), (10, [NEW, OLD]), (29.9, [NEW, OLD]), (30, [NEW])]
)
def test_a_key_is_published_before_it_signs_and_until_its_last_token_died(
    minutes: float, keys: list[Key]
) -> None:
    assert rules.published([OLD, NEW], at(minutes)) == keys


def test_a_retired_key_signs_no_more_even_when_it_is_the_only_one() -> None:
    assert rules.signing([Key(at(-600), retired_at=at(0))], NOW) is None


def test_a_key_that_waits_is_known() -> None:
    assert rules.pending([OLD, NEW], NOW) is NEW
    assert rules.pending([OLD, NEW], at(10)) is None


def test_services_learn_of_a_key_before_it_signs_and_longer_than_a_token_lives() -> None:
    services_keep, longest_token, skew = (
        timedelta(minutes=5),
        timedelta(seconds=900),
        timedelta(seconds=30),
    )

    assert services_keep < rules.PUBLISHED_AHEAD
    assert longest_token + skew < rules.LINGERS

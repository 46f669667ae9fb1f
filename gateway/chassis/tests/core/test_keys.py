"""The gateway's keys as a service keeps them, while the gateway answers and while it does not."""

from collections.abc import Mapping
from typing import Any

import pytest
from joserfc.jwk import OKPKey

from chassis import identity
from chassis.errors import Unavailable
from chassis.jwks import Keys


class Gateway:
    """What `/.well-known/jwks.json` answers, how often it was asked, and whether it is there."""

    def __init__(self) -> None:
        self.kids, self.asked, self.is_away = ["first"], 0, False

    async def fetch(self) -> Mapping[str, Any]:
        self.asked += 1
        if self.is_away:
            raise OSError("nobody there")
        keys = [OKPKey.generate_key("Ed25519").as_dict(private=False) for _ in self.kids]
        return {"keys": [key | {"kid": kid} for key, kid in zip(keys, self.kids, strict=True)]}


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Time as the keys see it; nothing waits."""
    made = Clock()
    monkeypatch.setattr(identity.time, "monotonic", made.monotonic)
    return made


async def test_keys_are_read_again_after_five_minutes(clock: Clock) -> None:
    gateway = Gateway()
    keys = Keys(gateway.fetch)

    for seconds, asked in ((0, 1), (299, 1), (2, 2), (299, 2)):
        clock.now += seconds
        await keys.holding("first")
        assert gateway.asked == asked


async def test_an_unknown_key_makes_us_ask_every_thirty_seconds_at_most(clock: Clock) -> None:
    gateway = Gateway()
    keys = Keys(gateway.fetch)
    await keys.holding("first")

    for _ in range(50):
        await keys.holding("made up")
    assert gateway.asked == 1
    clock.now += 31
    gateway.kids.append("second")
    for _ in range(50):
        held = await keys.holding("second")
    assert gateway.asked == 2
    assert {key.kid for key in held.keys} == {"first", "second"}


async def test_the_keys_of_a_gateway_that_is_away_serve_for_a_day_and_no_longer(
    clock: Clock,
) -> None:
    gateway = Gateway()
    keys = Keys(gateway.fetch)
    await keys.holding("first")
    gateway.is_away = True

    for _ in range(24):
        clock.now += 3600
        assert await keys.holding("first") is keys.known
    # every hour once, and not for each of a thousand requests
    assert gateway.asked == 25
    clock.now += 1
    with pytest.raises(Unavailable):
        await keys.holding("first")

    gateway.is_away = False
    clock.now += 31
    assert await keys.holding("first")


async def test_who_never_had_a_key_is_away(clock: Clock) -> None:
    gateway = Gateway()
    gateway.is_away = True

    with pytest.raises(Unavailable):
        await Keys(gateway.fetch).holding("first")

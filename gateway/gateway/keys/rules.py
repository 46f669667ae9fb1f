"""Which key signs and which are published, at a given moment. Pure.

A key is published ten minutes before it signs, because services keep the set for five; it stays
published after its retirement until no token that it signed can still be valid.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

PUBLISHED_AHEAD = timedelta(minutes=10)
# More than the minute after which every gateway process has read the keys anew.
SHORTEST_AHEAD = timedelta(seconds=75)
# The longest token (15 min) and the clock skew that services allow, with a margin.
LINGERS = timedelta(minutes=20)


class Dated(Protocol):
    @property
    def usable_from(self) -> datetime: ...
    @property
    def retired_at(self) -> datetime | None: ...


K = TypeVar("K", bound=Dated)


def signing(keys: Iterable[K], now: datetime) -> K | None:
    """The key to sign with: the newest that may be used and is not retired."""
    ready = [
        key
        for key in keys
        if key.usable_from <= now and (key.retired_at is None or key.retired_at > now)
    ]
    return max(ready, key=lambda key: key.usable_from, default=None)


def published(keys: Iterable[K], now: datetime) -> list[K]:
    """The keys that verifiers must know, the newest first."""
    known = [key for key in keys if key.retired_at is None or key.retired_at + LINGERS > now]
    return sorted(known, key=lambda key: key.usable_from, reverse=True)


def pending(keys: Iterable[K], now: datetime) -> K | None:
    """A key that is published but does not sign yet: while there is one, nothing is rotated."""
    return next((key for key in keys if key.usable_from > now), None)

"""How long a session lives, and when a name may be tried again. Pure: time is given."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=10)
PER_ACCOUNT = 10
# A living session is written down at most this often: not one UPDATE per request.
TOUCHED_EVERY = timedelta(seconds=60)

TRIES = 10
WITHIN = timedelta(minutes=5)
FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(minutes=15)
# So many in a row, over any time, and a password opens nothing until an administrator resets it.
LAST = 100


def is_alive(created_at: datetime, seen_at: datetime, now: datetime) -> bool:
    return now < created_at + ABSOLUTE and now < seen_at + IDLE


@dataclass(frozen=True, slots=True)
class Tries:
    """The failures of one name: how many since `since`, closed until when, how often closed, and
    how many since the last success."""

    failures: int
    since: datetime
    closed_until: datetime | None = None
    pauses: int = 0
    consecutive: int = 0


def wait(tries: Tries | None, now: datetime) -> int:
    """Whole seconds for which a name is closed; 0 when it may be tried.

    A name that is closed for good is answered like one that is closed for a while.
    """
    if tries is not None and tries.consecutive >= LAST:
        return int(LONGEST_PAUSE.total_seconds())
    if tries is None or tries.closed_until is None or tries.closed_until <= now:
        return 0
    return max(1, -int(-(tries.closed_until - now).total_seconds() // 1))


def after_failure(tries: Tries | None, now: datetime, limit: int = TRIES) -> Tries:
    """`limit` failures within five minutes close a name for 5 min, then 10, then 15.

    The pauses add up until a success: who is patient does not start from the beginning.
    """
    if tries is None:
        return _closed(Tries(1, now, consecutive=1), now, limit)
    if wait(tries, now):
        # a try while closed does not lengthen the pause: a stranger could hold the name shut
        return tries
    consecutive = tries.consecutive + 1
    if now - tries.since >= WITHIN or tries.failures >= limit:
        again = replace(tries, failures=1, since=now, closed_until=None, consecutive=consecutive)
        return _closed(again, now, limit)
    counted = replace(tries, failures=tries.failures + 1, consecutive=consecutive)
    return _closed(counted, now, limit)


def _closed(tries: Tries, now: datetime, limit: int) -> Tries:
    if tries.failures < limit:
        return tries
    pause = min(FIRST_PAUSE * 2**tries.pauses, LONGEST_PAUSE)
    return replace(tries, closed_until=now + pause, pauses=tries.pauses + 1)

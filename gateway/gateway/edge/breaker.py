"""When to stop asking a service that does not answer, and when to ask again. Pure: time is given.

Only what the network says counts (refused, timed out, broken off). A 500 is an answer: one faulty
operation must not close the others.
"""

from collections import deque
from enum import StrEnum

IN_A_ROW = 5
WINDOW = 20
SHARE = 0.5
OPEN_SECONDS = 5.0
# A reader of a feed may wait 20 s for its answer: nobody else waits for that one to be the probe.
PROBE_SECONDS = 1.0


class State(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


class Breaker:
    """One service's breaker. `now` is any monotonic clock, in seconds."""

    def __init__(self) -> None:
        self.recent: deque[bool] = deque(maxlen=WINDOW)
        self.in_a_row = 0
        self.opened: float | None = None
        self.probed: float | None = None

    def state(self, now: float) -> State:
        if self.opened is None:
            return State.CLOSED
        return State.OPEN if now - self.opened < OPEN_SECONDS else State.HALF_OPEN

    def admit(self, now: float) -> bool:
        """Whether this request may go out. Half open, one request a second tries the way."""
        if self.opened is None:
            return True
        if now - self.opened < OPEN_SECONDS:
            return False
        if self.probed is not None and now - self.probed < PROBE_SECONDS:
            return False
        self.probed = now
        return True

    def wait(self, now: float) -> int:
        """Whole seconds until it is worth asking again, at least 1."""
        if self.opened is None:
            return 1
        return max(1, int(self.opened + OPEN_SECONDS - now + 0.999))

    def succeeded(self) -> None:
        self.in_a_row = 0
        self.recent.append(True)
        if self.opened is not None:
            self._close()

    def failed(self, now: float) -> None:
        self.in_a_row += 1
        self.recent.append(False)
        if self.opened is not None or self._worn():
            self.opened, self.probed = now, None

    def abandoned(self) -> None:
        """The client left before the service spoke: that says nothing, but frees the probe."""
        self.probed = None

    def _worn(self) -> bool:
        full = len(self.recent) == WINDOW
        return self.in_a_row >= IN_A_ROW or (full and self.recent.count(False) >= WINDOW * SHARE)

    def _close(self) -> None:
        self.opened, self.probed = None, None
        self.recent.clear()

"""One service as the door sees it: its breaker, its gate, its budget of second tries."""

import asyncio
import time
from dataclasses import dataclass, field
from functools import cache

import aiohttp

from chassis.errors import Refusal
from gateway.edge.breaker import Breaker
from gateway.edge.errors import BadUpstream, ServiceAway, UpstreamTimeout
from gateway.edge.gate import Gate

CONNECT_SECONDS = 1.0
# However slowly it flows, an answer ends: 25 MiB at 350 kbit/s.
LONGEST_SECONDS = 600.0
# Second tries are at most a tenth of all requests, so that they cannot double a service's load.
RETRY_SHARE = 0.1
RETRIES_SAVED = 10.0
REPEATABLE = frozenset(("GET", "HEAD"))

# Nothing of the request was answered: the connection was refused, broken or closed.
BROKEN = (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError, ConnectionError)


@cache
def patience(seconds: float) -> aiohttp.ClientTimeout:
    """Time limits of one request: `seconds` to the first byte and between any two."""
    return aiohttp.ClientTimeout(total=LONGEST_SECONDS, connect=CONNECT_SECONDS, sock_read=seconds)


@dataclass(slots=True)
class Upstream:
    name: str
    url: str
    breaker: Breaker = field(default_factory=Breaker)
    gate: Gate = field(default_factory=Gate)
    retries: float = RETRIES_SAVED

    async def enter(self) -> None:
        """Take a place at this service, given back by `leave`; 503 at once while it is known not
        to answer. Not a context manager: a generator for each request costs what a lookup does."""
        if self.breaker.opened is not None and not self.breaker.admit(time.monotonic()):
            raise self.away()
        try:
            await self.gate.enter()
        except BaseException:
            self.breaker.abandoned()
            raise

    def leave(self) -> None:
        self.gate.leave()

    def answered(self) -> None:
        self.breaker.succeeded()
        self.retries = min(RETRIES_SAVED, self.retries + RETRY_SHARE)

    def may_retry(self, method: str, error: BaseException) -> bool:
        """Whether a first try may be repeated: reads only, on a lost connection, in the budget."""
        lost = isinstance(error, BROKEN) and not isinstance(error, TimeoutError)
        if method not in REPEATABLE or not lost or self.retries < 1:
            return False
        self.retries -= 1
        return True

    def failed(self, error: BaseException) -> Refusal:
        """Count a failure of the network and say what it means for the caller."""
        self.breaker.failed(time.monotonic())
        if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
            return self.away()  # nothing was sent: also a write may simply be repeated
        if isinstance(error, asyncio.TimeoutError):
            return UpstreamTimeout("edge.service_slow", service=self.name)
        return BadUpstream("edge.service_broken", service=self.name)

    def away(self) -> ServiceAway:
        return ServiceAway(self.name, self.breaker.wait(time.monotonic()))

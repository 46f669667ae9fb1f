"""How many requests a program, or a stranger's address, may make in a minute. Pure.

Counted in this process: several gateway processes each give the whole budget (docs/adr/0011).
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

WINDOW_SECONDS = 60
REMEMBERED = 20_000
# A demonstration is walked through by test suites under very few identities.
PER_CLIENT = {"production": 600, "demo": 60_000}
PER_ADDRESS = {"production": 60, "demo": 6_000}

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Spent:
    """What is left of a budget after one more request: `left` below 0 when that was too many.

    reset: whole seconds until the budget is full again.
    """

    policy: str
    limit: int
    left: int
    reset: int

    @property
    def is_over(self) -> bool:
        return self.left < 0

    def headers(self) -> Headers:
        """As draft-ietf-httpapi-ratelimit-headers writes them."""
        policy = f'"{self.policy}";q={self.limit};w={WINDOW_SECONDS}'
        rest = f'"{self.policy}";r={max(self.left, 0)};t={self.reset}'
        return [(b"ratelimit-policy", policy.encode()), (b"ratelimit", rest.encode())]


class Budget:
    """One policy: a window of a minute for each key, which begins with its first request."""

    def __init__(
        self, policy: str, limit: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.policy, self.limit, self.clock = policy, limit, clock
        self.windows: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def spend(self, key: str) -> Spent:
        """Count one request of this key."""
        now = self.clock()
        ends, count = self.windows.get(key, (0.0, 0))
        if ends <= now:
            self.windows.pop(key, None)
            ends, count = now + WINDOW_SECONDS, 0
        self.windows[key] = (ends, count + 1)
        if len(self.windows) > REMEMBERED:
            self.windows.popitem(last=False)
        left = self.limit - count - 1
        return Spent(self.policy, self.limit, left, math.ceil(ends - now))


def network(address: str) -> str:
    """What counts as one stranger: an address, of IPv6 the /64 that one household has."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return f"{int(found) >> 64:x}/64" if isinstance(found, IPv6Address) else address

"""How much a program, the programs of a union, a stranger's address and whoever takes exports may
ask for. Pure.

Counted in this process: several gateway processes each give the whole budget (docs/adr/0011).
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING

from gateway.edge.errors import OverBudget

if TYPE_CHECKING:
    from gateway.edge.caller import Caller

MINUTE, HOUR = 60, 3600
REMEMBERED = 20_000

Headers = list[tuple[bytes, bytes]]
# policy -> (seconds, in production, in a demonstration: test suites walk through it under very few
# identities)
POLICIES = {
    "client": (MINUTE, 600, 60_000),
    "unit": (MINUTE, 1200, 120_000),
    "public": (MINUTE, 60, 6_000),
    "export": (HOUR, 10, 10_000),
}


@dataclass(frozen=True, slots=True)
class Spent:
    """What is left of a budget after one more request: `left` below 0 when that was too many.

    reset: whole seconds until the budget is full again.
    """

    policy: str
    limit: int
    seconds: int
    left: int
    reset: int

    @property
    def is_over(self) -> bool:
        return self.left < 0


class Budget:
    """One policy: a window for each key, which begins with its first request."""

    def __init__(
        self,
        policy: str,
        limit: int,
        seconds: int = MINUTE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.policy, self.limit, self.seconds, self.clock = policy, limit, seconds, clock
        self.windows: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def spend(self, key: str) -> Spent:
        """Count one request of this key."""
        now = self.clock()
        ends, count = self.windows.get(key, (0.0, 0))
        if ends <= now:
            self.windows.pop(key, None)
            ends, count = now + self.seconds, 0
        self.windows[key] = (ends, count + 1)
        if len(self.windows) > REMEMBERED:
            self.windows.popitem(last=False)
        left = self.limit - count - 1
        return Spent(self.policy, self.limit, self.seconds, left, math.ceil(ends - now))


class Budgets:
    """All policies of one gateway process; `limits` override those of the mode."""

    def __init__(self, mode: str, limits: dict[str, int | None]) -> None:
        self.of = {
            policy: Budget(
                policy, limits.get(policy) or (usual if mode == "production" else many), seconds
            )
            for policy, (seconds, usual, many) in POLICIES.items()
        }

    def spend(
        self, caller: "Caller | None", address: str, *, public: bool, export: bool
    ) -> list[Spent]:
        """Count one request wherever it counts; the last one is over if any is. What one budget
        refuses costs the next one nothing: one program that runs wild leaves its union the rest."""
        found: list[Spent] = []
        for policy, key in _keys(caller, address, public=public, export=export):
            found.append(self.of[policy].spend(key))
            if found[-1].is_over:
                break
        return found


def _keys(
    caller: "Caller | None", address: str, *, public: bool, export: bool
) -> list[tuple[str, str]]:
    """Whose budgets a request comes from. A person with a session has none but that of exports."""
    keys = []
    if caller is not None and caller.kind == "client":
        keys.append(("client", str(caller.id)))
        if caller.unit_id is not None:
            keys.append(("unit", str(caller.unit_id)))
    elif public:
        keys.append(("public", network(address)))
    if export:
        keys.append(("export", str(caller.id) if caller else network(address)))
    return keys


def headers(spent: list[Spent]) -> Headers:
    """As draft-ietf-httpapi-ratelimit-headers writes them: a list, an entry for each policy."""
    policies = (f'"{one.policy}";q={one.limit};w={one.seconds}' for one in spent)
    rest = (f'"{one.policy}";r={max(one.left, 0)};t={one.reset}' for one in spent)
    return [
        (b"ratelimit-policy", ", ".join(policies).encode()),
        (b"ratelimit", ", ".join(rest).encode()),
    ]


def require(spent: list[Spent]) -> None:
    """Raises 429 when a budget is spent; says which one and when it is full again."""
    if spent and spent[-1].is_over:
        raise OverBudget(spent[-1].policy, spent[-1].limit, spent[-1].reset)


def network(address: str) -> str:
    """What counts as one stranger: an address, of IPv6 the /64 that one household has."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return f"{int(found) >> 64:x}/64" if isinstance(found, IPv6Address) else address

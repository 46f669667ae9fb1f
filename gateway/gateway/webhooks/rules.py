"""Which events an address gets, when a failed one is tried again, and where we may call. Pure."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

Address = IPv4Address | IPv6Address

# Seconds before each try; after the last failed one the event is a dead letter (75.6 h).
DELAYS = (0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
SPREAD = 0.2
LONGEST_WAIT = 86_400.0
# An address at which nothing has arrived for so long is closed.
GIVE_UP_SECONDS = 120 * 3600
PORTS = (443, 8443)
LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
# The last label begins with a letter: 127.1, 2130706433 and 0x7f.1 are numbers in disguise.
HOST = re.compile(rf"(?=.{{1,253}}\Z)(?:{LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?\Z")
# Global by their own name, but they carry another address inside or belong to nobody.
NEVER = tuple(
    ip_network(text)
    for text in ("192.88.99.0/24", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/23", "2002::/16")
)
ORDINARY_V6 = ip_network("2000::/3")


class Status(StrEnum):
    ACTIVE = "active"
    DISABLED = "disabled"


class Reason(StrEnum):
    """Why an address is closed: somebody asked, it answered 410, or it failed for five days."""

    ASKED = "asked"
    GONE = "gone"
    FAILING = "failing"


# Nobody asked for it: those who keep the address are given notice until somebody decides.
UNASKED = (Reason.GONE, Reason.FAILING)


class Fate(StrEnum):
    """What becomes of one delivery."""

    PENDING = "pending"
    DELIVERED = "delivered"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Try:
    """How one attempt went. `status` is the answer's, None when there was none; `error` says why
    it failed; `retry_after` in seconds, when the receiver asked for a pause."""

    status: int | None
    error: str | None
    milliseconds: int
    retry_after: float | None = None

    @property
    def is_delivered(self) -> bool:
        return self.error is None

    @property
    def is_gone(self) -> bool:
        return self.status == 410


def error(status: int) -> str | None:
    """What is wrong with this answer; None for a 2xx. A redirect is not followed: it failed."""
    if 200 <= status < 300:
        return None
    return "redirect" if 300 <= status < 400 else "status"


def delay(tries: int, chance: float, asked: float | None, scale: float = 1.0) -> float | None:
    """Seconds until the next try after so many failed ones; None: it is a dead letter.

    chance: 0 to 1, spreads the tries by a fifth to either side. asked: the receiver's Retry-After.
    """
    if tries >= len(DELAYS):
        return None
    own = DELAYS[tries] * (1 + SPREAD * (2 * chance - 1)) * scale
    return max(own, min(asked, LONGEST_WAIT) * scale) if asked else own


def wants(types: Iterable[str], service: str, resource: str, action: str) -> bool:
    """Whether one of `registry`, `registry.ngos`, `registry.ngos.create` names this event."""
    names = {service, f"{service}.{resource}", f"{service}.{resource}.{action}"}
    return not names.isdisjoint(types)


def is_shown(units: Collection[str] | None, event_unit: str | None) -> bool:
    """Whether an address of these units, one and those that went into it (None: of the whole
    country), may hear of this unit's record."""
    return units is None or event_unit is None or event_unit in units


def is_public(address: Address, allowed: Collection[str] = ()) -> bool:
    """Whether we may connect there: the public internet, or a network that a test names."""
    if any(address in ip_network(network) for network in allowed):
        return True
    if any(address.version == one.version and address in one for one in NEVER):
        return False
    if isinstance(address, IPv6Address) and address not in ORDINARY_V6:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def is_callable(url: str, allowed: Collection[str] = ()) -> bool:
    """Whether an address may be named at all: https, a public host name, port 443 or 8443.

    `allowed` (tests only): plain http, any port and numbers, for addresses in these networks.
    """
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        return False
    if parts.username is not None or parts.password is not None or parts.fragment or "\\" in url:
        return False
    if allowed and parts.scheme in ("http", "https"):
        try:
            return is_public(ip_address(host), allowed)
        except ValueError:
            return HOST.match(host) is not None
    return parts.scheme == "https" and port in (None, *PORTS) and HOST.match(host) is not None

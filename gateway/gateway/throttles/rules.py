"""How many failures within how long, and whose they are. Pure: time is given."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

KEPT = timedelta(days=1)  # the longest window; older failures are deleted


@dataclass(frozen=True, slots=True)
class Limit:
    """The `count`-th failure within `within` closes until it is that long ago."""

    count: int
    within: timedelta


def per_five_minutes(count: int) -> Limit:
    return Limit(count, timedelta(minutes=5))


# A six-digit code is guessed by trying: 50 a day leave a chance of 1 in 6,600.
OTP_LIMITS = (
    Limit(5, timedelta(minutes=5)),
    Limit(20, timedelta(hours=1)),
    Limit(50, timedelta(days=1)),
)


@dataclass(frozen=True, slots=True)
class Bucket:
    """What is counted together. The key is a hash: the table shows no name and no address."""

    key: bytes
    limits: tuple[Limit, ...]


def _key(kind: str, value: str = "") -> bytes:
    return hashlib.sha256(f"{kind}:{value}".encode("utf-8", "surrogatepass")).digest()


def of_address(host: str, count: int) -> Bucket:
    """The failures of a network address, as `network` groups them."""
    return Bucket(_key("address", network(host)), (per_five_minutes(count),))


def of_all(count: int) -> Bucket:
    return Bucket(_key("all"), (per_five_minutes(count),))


def of_codes(account: str) -> Bucket:
    """The wrong second factors of an account."""
    return Bucket(_key("otp", account), OTP_LIMITS)


def network(host: str) -> str:
    """An IPv4 address as it is; an IPv6 one by its /64, of which one customer has them all."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ip_network((address, 64), strict=False))


def wait(limit: Limit, nth_last: datetime | None, now: datetime) -> int:
    """Whole seconds until this limit opens, 0 when it is open.

    nth_last: when the `count`-th last failure was; None when there were not as many.
    """
    if nth_last is None or now >= nth_last + limit.within:
        return 0
    return max(1, -int(-(nth_last + limit.within - now).total_seconds() // 1))

"""What of a client's headers a service gets to see, and what of a service's headers a client does.

Identity and forwarding headers are dropped at the door and set anew: a service may believe them.
"""

import re
from dataclasses import dataclass, field
from enum import Enum

from gateway.edge.errors import BadFraming, HeadersTooLarge

MAX_BYTES = 32 * 1024
MAX_COUNT = 100

# Hop by hop (RFC 9110, 7.6.1): they speak about one connection and end at it.
HOP = frozenset(
    (
        b"connection keep-alive proxy-authenticate proxy-authorization proxy-connection te "
        b"trailer transfer-encoding upgrade"
    ).split()
)
# What proxies, frameworks and we ourselves say about a caller: never a client's to say.
CLAIMED = frozenset(
    (
        b"forwarded via x-real-ip x-identity x-request-id x-original-url x-rewrite-url "
        b"x-http-method x-http-method-override x-method-override"
    ).split()
)
CLAIMED_PREFIXES = (b"x-forwarded-", b"x-user-", b"x-auth-", b"x-internal-")
# Read by the door and not passed on: credentials stop here, services get a signed identity.
KEPT = frozenset(
    (
        b"host connection transfer-encoding cookie authorization x-csrf-token sec-fetch-site expect"
    ).split()
)
# Read by the door and passed on.
READ = frozenset(
    (b"origin accept accept-language content-type content-length content-encoding").split()
)
ONCE = frozenset((b"authorization content-length content-type origin x-csrf-token").split())


class Fate(Enum):
    """What becomes of a header; one that is in no list passes."""

    DROP, KEEP, PASS = range(3)


FATES = (
    dict.fromkeys(HOP | CLAIMED, Fate.DROP)
    | dict.fromkeys(KEPT, Fate.KEEP)
    | dict.fromkeys(READ, Fate.PASS)
)
_HOST = re.compile(rb"(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253})(?::[0-9]{1,5})?")

# Of a service's answer: its connection's, its software's name, or the door's to say.
NOT_BACK = HOP | frozenset(
    (
        b"server date x-powered-by x-request-id set-cookie alt-svc via x-content-type-options "
        b"referrer-policy cross-origin-opener-policy permissions-policy "
        b"strict-transport-security"
    ).split()
)


@dataclass(slots=True)
class Inbound:
    """A request's headers: `passed` goes on to a service, `seen` is the door's, by lower name."""

    passed: list[tuple[str, str]] = field(default_factory=list)
    seen: dict[bytes, bytes] = field(default_factory=dict)

    def get(self, name: bytes) -> str:
        return self.seen.get(name, b"").decode("latin-1")


def read(raw: list[tuple[bytes, bytes]]) -> Inbound:
    """Sort a request's headers; raises 400 or 431 on what must not be read further.

    raw: names in lower case, as ASGI gives them.
    """
    size = 0
    inbound = Inbound()
    seen, passed = inbound.seen, inbound.passed
    for name, value in raw:
        size += len(name) + len(value) + 4
        fate = FATES.get(name)
        if fate is None:
            if b"_" in name:
                # `X_User` and `X-User` are one variable to CGI-like servers: refuse, never guess.
                raise BadFraming("edge.header_name")
            if name.startswith(CLAIMED_PREFIXES):
                continue
        elif fate is Fate.DROP:
            continue
        else:
            if name in seen:
                value = _joined(seen, name, value)
            seen[name] = value
            if fate is Fate.KEEP:
                continue
        try:
            passed.append((name.decode("ascii"), value.decode()))
        except UnicodeDecodeError:
            raise BadFraming("edge.header_value") from None
    if size > MAX_BYTES or len(raw) > MAX_COUNT:
        raise HeadersTooLarge(MAX_BYTES, MAX_COUNT)
    _check_host(seen)
    if b"connection" in seen:
        named = _named(seen[b"connection"])
        inbound.passed = [(name, value) for name, value in passed if name not in named]
    return inbound


def _joined(seen: dict[bytes, bytes], name: bytes, value: bytes) -> bytes:
    """The value of a header that comes a second time; 400 when it may come once only. Two Hosts
    make a list, which is no Host."""
    if name in ONCE:
        raise BadFraming("edge.header_repeated", name=name.decode("ascii"))
    return seen[name] + (b"; " if name == b"cookie" else b", ") + value


def _check_host(seen: dict[bytes, bytes]) -> None:
    if not _HOST.fullmatch(seen.get(b"host", b"")):
        raise BadFraming("edge.host")


def _named(connection: bytes) -> set[str]:
    """The headers that a Connection header declares to be of this hop only."""
    return {token.strip().lower().decode("latin-1") for token in connection.split(b",")}


def answer(raw: tuple[tuple[bytes, bytes], ...]) -> list[tuple[bytes, bytes]]:
    """A service's headers as they may leave: end-to-end ones, lower-case names."""
    kept = []
    dropped = NOT_BACK
    for name, value in raw:
        lower = name.lower()
        if lower == b"connection":
            named = {token.strip().lower() for token in value.split(b",")}
            if named - {b"close", b"keep-alive"}:
                dropped = dropped | named
        if lower not in dropped and not lower.startswith(b"access-control-"):
            kept.append((lower, value))
    if dropped is not NOT_BACK:
        kept = [(name, value) for name, value in kept if name not in dropped]
    return kept

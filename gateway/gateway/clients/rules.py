"""What a client's secret and scopes look like, and which scopes a token gets. Pure."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

PREFIX = "ncs_"
SECRET_BYTES = 32
TOKEN_SECONDS = 900
LONGEST_DAYS = 365
LONGEST_OVERLAP_HOURS = 7 * 24
WARNING_DAYS = 30
SCOPE = re.compile(r"[a-z][a-z0-9_-]{0,31}:[a-z][a-z0-9_-]{0,63}:(?:read|write|decide)")


def new_secret() -> str:
    """256 random bits behind a prefix that scanners for leaked secrets can know."""
    return PREFIX + secrets.token_urlsafe(SECRET_BYTES)


def digest(secret: str) -> bytes:
    """SHA-256 is enough for 256 random bits: there is nothing to guess."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


def fits(
    secret: str,
    current: tuple[bytes, datetime],
    before: tuple[bytes, datetime] | None,
    now: datetime,
) -> bool:
    """Whether this is one of the secrets that are good now: (digest, until) of each. Both are
    always compared, in constant time."""
    said = digest(secret)
    good = False
    for stored, until in (current, before or (bytes(32), now)):
        good |= hmac.compare_digest(stored, said) and until > now
    return good


def is_ending(expires: datetime, now: datetime) -> bool:
    """Whether it is time to say so."""
    return expires - now <= timedelta(days=WARNING_DAYS)


def allowed_actions(is_disabled: bool) -> list[str]:
    """What an administrator may do about a client; one that is closed stays closed."""
    return [] if is_disabled else ["rotate", "disable"]


def granted(asked: str | None, allowed: Iterable[str]) -> tuple[str, ...] | None:
    """The scopes of a token: those asked for, or all; None when one of them is not allowed."""
    mine = tuple(allowed)
    if not asked or not asked.strip():
        return mine
    wanted = tuple(dict.fromkeys(asked.split()))
    return wanted if set(wanted) <= set(mine) else None

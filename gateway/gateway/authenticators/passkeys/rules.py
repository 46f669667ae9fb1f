"""Challenges that only this house can have made, for one purpose and five minutes. Pure.

Nothing is stored for a challenge that is given out, so that strangers fill no table by asking for
them; one that was answered is remembered until it is too old, so that it is answered once.
"""

import base64
import hmac
import secrets
from datetime import datetime, timedelta
from urllib.parse import urlsplit

LIFE = timedelta(minutes=5)
# An answered challenge is remembered at least as long as any is good.
KEPT = timedelta(minutes=15)
RANDOM_BYTES, TIME_BYTES, MAC_BYTES = 16, 8, 16
LENGTH = RANDOM_BYTES + TIME_BYTES + MAC_BYTES
PER_ACCOUNT = 10
REGISTER, SIGN_IN = "register", "sign-in"
BASE64URL = "[A-Za-z0-9_-]"


def new_challenge(key: bytes, purpose: str, now: datetime, life: timedelta = LIFE) -> bytes:
    """128 random bits, their end, and our mark on both; `purpose` also names whose it is."""
    ends = int((now + life).timestamp() * 1000).to_bytes(TIME_BYTES, "big")
    stem = secrets.token_bytes(RANDOM_BYTES) + ends
    return stem + _mark(key, purpose, stem)


def is_good(key: bytes, purpose: str, challenge: bytes, now: datetime) -> bool:
    stem, mark = challenge[: LENGTH - MAC_BYTES], challenge[LENGTH - MAC_BYTES :]
    is_ours = len(challenge) == LENGTH and hmac.compare_digest(_mark(key, purpose, stem), mark)
    return is_ours and int.from_bytes(stem[RANDOM_BYTES:], "big") > now.timestamp() * 1000


def _mark(key: bytes, purpose: str, stem: bytes) -> bytes:
    return hmac.digest(key, purpose.encode() + b"\0" + stem, "sha256")[:MAC_BYTES]


def spelled(origin: str) -> str:
    """The one origin whose pages may use a passkey of this house: an address of digits can hold
    none (W3C WebAuthn, 5.1.2), so the loopback address is `localhost`."""
    return origin.replace("//127.0.0.1", "//localhost", 1)


def relying_party(origin: str) -> str:
    return urlsplit(spelled(origin)).hostname or ""


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def decoded(text: str) -> bytes:
    """Base64url without its padding; what is none is no bytes, and fits nothing."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return b""

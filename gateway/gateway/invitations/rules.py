"""What a one-time link is, and how long it is good. Pure: time is given."""

import hashlib
import secrets
from datetime import timedelta

TOKEN_BYTES = 32
DEFAULT_HOURS, LONGEST_HOURS = 48, 168
# Told to somebody in person: half an hour is enough, and a lost note is soon worth nothing.
RESET = timedelta(minutes=30)
BOOTSTRAP = timedelta(hours=1)
TOKEN = "[A-Za-z0-9_-]{43}"


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest(token: str) -> bytes:
    """SHA-256 is enough for 256 random bits: there is nothing to guess."""
    return hashlib.sha256(token.encode()).digest()


def link(origin: str, token: str) -> str:
    """The token stands behind `#`: browsers send that to no server, so no log ever holds it."""
    return f"{origin}/invitation#{token}"

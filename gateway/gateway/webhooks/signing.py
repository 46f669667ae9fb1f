"""Standard Webhooks 1.0: secrets, and the signature over id, time and body."""

import base64
import hashlib
import hmac
import os
from collections.abc import Iterable

PREFIX = "whsec_"
BYTES = 32


def new_secret() -> bytes:
    return os.urandom(BYTES)


def shown(secret: bytes) -> str:
    """A secret as its owner gets to see it, once."""
    return PREFIX + base64.b64encode(secret).decode()


def signature(secrets: Iterable[bytes], message: str, timestamp: int, body: bytes) -> str:
    """The header's value: one signature for each secret that is good now."""
    text = f"{message}.{timestamp}.".encode() + body
    signed = (hmac.new(secret, text, hashlib.sha256).digest() for secret in secrets)
    return " ".join(f"v1,{base64.b64encode(one).decode()}" for one in signed)

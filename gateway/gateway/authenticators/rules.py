"""One-time codes (RFC 6238), recovery codes, and who may not do without. Pure: time is given."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime

from pyotp import HOTP, TOTP, random_base32

from gateway import roles

ISSUER = "Nhịp Cầu"
STEP_SECONDS = 30
OTP = "[0-9]{6}"
CODE = "[A-Za-z2-7]{4}(?:-?[A-Za-z2-7]{4}){3}"
CODES = 10
CODE_BYTES = 10
# Whose password alone must not be enough: they decide, hand out roles, or see everything.
NEEDING = frozenset((roles.ADMIN, roles.APPROVER, roles.APPRAISER, roles.AUDITOR))


def needs_otp(held: Iterable[str]) -> bool:
    return not NEEDING.isdisjoint(held)


def new_secret() -> str:
    """160 random bits in base32, as RFC 4226 recommends."""
    return random_base32(32)


def address(secret: str, username: str) -> str:
    """The otpauth address that an authenticator app reads from a picture."""
    return TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)


def picture(address: str) -> list[str]:
    """The address as a QR code: rows of `1` (dark) and `0`, without the quiet zone around it."""
    import segno  # few ever ask for it: 1 MB that a waiting process need not hold

    code = segno.make(address, error="m", micro=False)
    return ["".join("1" if square else "0" for square in row) for row in code.matrix]


def matching_step(secret: str, said: str, moment: datetime, last: int) -> int | None:
    """The 30-second step whose code this is: now's or a neighbour's, and later than `last`.

    None when it is none of them, or was used before: a code that was overheard opens nothing.
    """
    now = int(moment.timestamp()) // STEP_SECONDS
    codes = HOTP(secret)
    fits = [s for s in (now - 1, now, now + 1) if hmac.compare_digest(codes.at(s), said)]
    return next((step for step in fits if step > last), None)


def new_codes() -> list[str]:
    """Ten recovery codes of 80 random bits: ABCD-EFGH-IJKL-MNOP."""
    made = [base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode("ascii") for _ in range(CODES)]
    return ["-".join(text[i : i + 4] for i in range(0, 16, 4)) for text in made]


def digest(code: str) -> bytes:
    """SHA-256 of a recovery code however it is typed: 80 random bits leave nothing to guess."""
    return hashlib.sha256(code.replace("-", "").upper().encode()).digest()

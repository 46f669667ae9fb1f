"""Second factors on the wire. The secret and the recovery codes go out once."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from chassis.wire import In, Out
from gateway.accounts.schemas import NewPassword, Password
from gateway.authenticators import rules
from gateway.sessions.schemas import SecondFactor, SessionOut

OneTimeCode = Annotated[str, Field(pattern=f"^{rules.OTP}$", strict=True)]


class AuthenticatorsOut(Out):
    """What the caller proves itself with. `must_have_otp`: nothing else works without one."""

    has_otp: bool
    confirmed_at: datetime | None
    codes_left: int
    must_have_otp: bool
    shortest_password: int


class SecretOut(Out):
    """For an authenticator app: the address as a picture (a QR code's rows, `1` is dark, to be
    drawn with four light squares around), or the secret typed by hand."""

    secret: str
    address: str
    picture: list[str]


class OtpIn(In):
    otp: OneTimeCode


class CodesOut(Out):
    """Ten recovery codes, shown this once; the session has a new cookie and a new CSRF token."""

    codes: list[str]
    session: SessionOut


class ProofsIn(In):
    """Both proofs at once, for what a second factor must not lose by one of them."""

    password: Password
    otp: SecondFactor


class PasswordIn(In):
    password: Password
    new_password: NewPassword
    otp: SecondFactor | None = None

"""Passkeys on the wire: bytes are base64url without padding, as the Web Authentication API's."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from chassis.strict import Id, Short
from chassis.wire import In, Out
from gateway.authenticators.passkeys.rules import BASE64URL
from gateway.sessions.schemas import SessionOut

# Lengths apart from the pattern: a repetition that counts to 16,384 is compiled to two megabytes.
_ONLY = f"^{BASE64URL}+$"
CredentialId = Annotated[str, Field(pattern=_ONLY, min_length=20, max_length=1364, strict=True)]
Bytes = Annotated[str, Field(pattern=_ONLY, max_length=16384, strict=True)]


class PasskeyOut(Out):
    id: UUID
    name: str
    created_at: datetime
    last_used_at: datetime | None


class PasskeysOut(Out):
    """All of them: ten at most, so there are no further pages."""

    items: list[PasskeyOut]
    next_cursor: None = None


class ChallengeOut(Out):
    """What a device signs, once and within five minutes; it must verify the person."""

    challenge: str
    rp_id: str
    expires_at: datetime


class NewPasskeyOptionsOut(ChallengeOut):
    """For a new passkey. `user_id`: what the device keeps it under. `exclude`: those that are
    there. `algorithms`: COSE numbers of the signatures that are understood."""

    rp_name: str
    user_id: str
    username: str
    name: str
    exclude: list[str]
    algorithms: list[int]


class NewPasskeyIn(In):
    """A name for the device, and what it answered when it made the key."""

    name: Short
    credential_id: CredentialId
    client_data: Bytes
    attestation: Bytes


class AddedPasskeyOut(Out):
    """The session has a new cookie and a new CSRF token."""

    passkey: PasskeyOut
    session: SessionOut


class RenameIn(In):
    id: Id
    name: Short


class ChosenIn(In):
    id: Id


class AssertionIn(In):
    """What a device answered to a challenge for signing in."""

    credential_id: CredentialId
    client_data: Bytes
    authenticator_data: Bytes
    signature: Bytes

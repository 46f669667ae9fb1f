"""The life of a request for a way into the account of somebody who decides. Pure."""

from collections.abc import Collection
from enum import StrEnum
from uuid import UUID

from gateway.roles import ADMIN

SECOND = "an administrator who neither asked for it nor owns the account confirms it"


class Kind(StrEnum):
    RESET = "reset"
    REMOVE_OTP = "remove_otp"


class Status(StrEnum):
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Action(StrEnum):
    CONFIRM = "confirm"
    DECLINE = "decline"
    OBJECT = "object"


def allowed(
    status: Status, person: UUID | None, roles: Collection[str], *, proposer: UUID, owner: UUID
) -> list[Action]:
    """What this person may do now: whose account it is stops it, a second administrator decides,
    and who asked may take it back."""
    if status != Status.PROPOSED:
        return []
    if person == owner:
        return [Action.OBJECT]
    if ADMIN not in roles:
        return []
    return [Action.DECLINE] if person == proposer else [Action.CONFIRM, Action.DECLINE]

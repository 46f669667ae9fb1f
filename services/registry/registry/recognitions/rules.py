"""Forms of recognition, and what makes two of them one and the same. Pure."""

import os
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from chassis.errors import FieldProblem, RuleViolation
from chassis.fold import fold


class RecognitionKind(StrEnum):
    """Cờ thi đua, giấy khen, bằng khen, kỷ niệm chương, ghi nhận đóng góp, quà."""

    EMULATION_FLAG = "emulation_flag"
    CERTIFICATE_OF_MERIT = "certificate_of_merit"
    COMMENDATION = "commendation"
    MEDAL = "medal"
    ACKNOWLEDGEMENT = "acknowledgement"
    GIFT = "gift"


class RecipientType(StrEnum):
    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"
    NGO = "ngo"
    UNIT = "unit"
    MEMBER = "member"


class RecognitionStatus(StrEnum):
    GRANTED = "granted"
    REVOKED = "revoked"


_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
# Which field names the recipient's record, by what the recipient is.
NAMED_BY = {
    RecipientType.NGO: "recipient_ngo_id",
    RecipientType.UNIT: "recipient_unit_id",
    RecipientType.MEMBER: "recipient_member_id",
}


def new_code(random: bytes | None = None) -> str:
    """A code for the certificate that nobody guesses: `GN-XXXXX-XXXXX`."""
    drawn = [_LETTERS[byte % len(_LETTERS)] for byte in random or os.urandom(10)]
    return f"GN-{''.join(drawn[:5])}-{''.join(drawn[5:10])}"


def require_recipient(kind: RecipientType, given: Mapping[str, object]) -> None:
    """A recipient is named by the record of its own type only."""
    code = "registry.recipient_mismatch"
    wrong = [
        field for other, field in NAMED_BY.items() if given.get(field) is not None and other != kind
    ]
    if wrong:
        raise RuleViolation(code, errors=[FieldProblem(f"/body/{field}", code) for field in wrong])


def require_granted(status: str) -> None:
    """What was revoked is history and changes no more."""
    if status != RecognitionStatus.GRANTED:
        raise RuleViolation("registry.wrong_status", status=status)


def told_on(recognition: Mapping[str, Any], day: date) -> dict[str, Any]:
    """A recognition as it stood on a day: what was taken back later still stood."""
    revoked = recognition["revoked_on"]
    if revoked is None or revoked <= day:
        return dict(recognition)
    stood = {"status": RecognitionStatus.GRANTED, "revoked_on": None, "reason": None}
    return {**recognition, **stood}


def recipient_key(kind: RecipientType, name: str, record: object | None) -> str:
    """Two recognitions go to the same recipient when these are equal."""
    return f"{kind}:{record or fold(name)}"


def achievement_key(achievement: str, begins: date, ends: date) -> str:
    """Two recognitions are for the same achievement when these are equal."""
    return f"{begins}/{ends}:{fold(achievement)}"

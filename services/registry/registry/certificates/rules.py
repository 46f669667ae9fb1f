"""What a certificate may say. Pure; the kinds are those of decrees 12/2012 and 58/2022."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from chassis.errors import FieldProblem, RuleViolation


class Kind(StrEnum):
    """Giấy đăng ký hoạt động; lập Văn phòng đại diện; lập Văn phòng dự án (12/2012 only)."""

    OPERATION = "operation"
    REPRESENTATIVE_OFFICE = "representative_office"
    PROJECT_OFFICE = "project_office"


class CertificateStatus(StrEnum):
    """What a certificate is on a day; expiry comes by itself, at the end of the printed day."""

    UPCOMING = "upcoming"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    ENDED = "ended"


# Entries that a record keeps about its past, as they are stored: days are ISO text.
Entries = Sequence[Mapping[str, Any]]
DECREE_58 = date(2022, 11, 1)


class Regime(StrEnum):
    """The decree under which a certificate was issued; the older ones run out (article 28)."""

    DECREE_12 = "12/2012/NĐ-CP"
    DECREE_58 = "58/2022/NĐ-CP"


def regime(issued_on: date) -> Regime:
    return Regime.DECREE_58 if issued_on >= DECREE_58 else Regime.DECREE_12


def status_on(
    day: date,
    *,
    valid_from: date,
    valid_to: date | None,
    ended_on: date | None,
    suspended_on: date | None,
    suspensions: Entries = (),
) -> CertificateStatus:
    """What a certificate is on `day`: an early end comes first, then suspension, then expiry."""
    lifted = any(one["since"] <= day.isoformat() < one["lifted_on"] for one in suspensions)
    suspended = lifted or (suspended_on is not None and suspended_on <= day)
    checks = (
        (ended_on is not None and ended_on <= day, CertificateStatus.ENDED),
        (suspended, CertificateStatus.SUSPENDED),
        (valid_to is not None and valid_to < day, CertificateStatus.EXPIRED),
        (valid_from > day, CertificateStatus.UPCOMING),
    )
    return next((status for holds, status in checks if holds), CertificateStatus.ACTIVE)


# What an amendment or a reissue replaces, and what therefore has a past.
AMENDED = ("number", "issuer", "provinces", "sectors")


def replaced(
    values: Mapping[str, Any], changes: Mapping[str, Any], on: date
) -> list[dict[str, Any]]:
    """What a certificate said until the day before `on`, after all that it said before that."""
    former = list(values["former"])
    last = (on - timedelta(days=1)).isoformat()
    is_same = all(values[name] == changes.get(name, values[name]) for name in AMENDED)
    # what did not hold for a whole day is no past: a correction on the day itself, or before it
    began = (
        former[-1]["until"] if former else (values["valid_from"] - timedelta(days=1)).isoformat()
    )
    if is_same or last <= began:
        return former
    return [*former, {"until": last, **{name: values[name] for name in AMENDED}}]


def require_past(
    untils: Sequence[date], valid_from: date, valid_to: date | None, today: date
) -> None:
    """What it said before ended on one day after the other, while it held and before today."""
    last = min(valid_to or date.max, today - timedelta(days=1))
    code, before = "registry.dates_out_of_order", valid_from - timedelta(days=1)
    problems = []
    for place, until in enumerate(untils):
        if not before < until <= last:
            problems.append(FieldProblem(f"/body/former/{place}/until", code))
        before = max(before, until)
    if problems:
        raise RuleViolation(code, errors=problems)


def said_on(values: Mapping[str, Any], day: date) -> dict[str, Any]:
    """What a certificate said on a day, of all that amendments replaced."""
    held = (one for one in values["former"] if one["until"] >= day.isoformat())
    return {name: value for name, value in next(held, {}).items() if name != "until"}


# What officers write for each kind, beside its code.
KIND_NAMES: dict[Kind, tuple[str, ...]] = {
    Kind.OPERATION: ("Giấy đăng ký hoạt động", "Đăng ký hoạt động", "Hoạt động", "HĐ", "GĐKHĐ"),
    Kind.REPRESENTATIVE_OFFICE: (
        *("Giấy đăng ký lập Văn phòng đại diện", "Đăng ký lập Văn phòng đại diện"),
        *("Giấy đăng ký Văn phòng đại diện", "Văn phòng đại diện", "VPĐD"),
    ),
    Kind.PROJECT_OFFICE: (
        *("Giấy đăng ký lập Văn phòng dự án", "Đăng ký lập Văn phòng dự án"),
        *("Giấy đăng ký Văn phòng dự án", "Văn phòng dự án", "VPDA"),
    ),
}


def contradicting(
    issued_on: date, valid_from: date, valid_to: date | None, ended_on: date | None
) -> list[str]:
    """The fields whose dates contradict the others."""
    checks = (
        ("valid_to", valid_to is not None and valid_to < valid_from),
        ("issued_on", valid_to is not None and issued_on > valid_to),
        ("ended_on", ended_on is not None and ended_on < issued_on),
    )
    return [field for field, wrong in checks if wrong]


def require_order(
    issued_on: date, valid_from: date, valid_to: date | None, ended_on: date | None
) -> None:
    """Refuse dates that contradict each other."""
    code = "registry.dates_out_of_order"
    wrong = contradicting(issued_on, valid_from, valid_to, ended_on)
    if wrong:
        raise RuleViolation(code, errors=[FieldProblem(f"/body/{field}", code) for field in wrong])


Days = tuple[date, date]  # the first day, and the first day after


def days(values: Mapping[str, Any]) -> Days:
    """The days a certificate holds, an early end included."""
    ends = [values.get("ended_on"), values["valid_to"] and values["valid_to"] + timedelta(days=1)]
    return values["valid_from"], min((end for end in ends if end), default=date.max)


def overlap(one: Days, other: Days) -> bool:
    """Whether two certificates hold on a common day."""
    return max(one[0], other[0]) < min(one[1], other[1])

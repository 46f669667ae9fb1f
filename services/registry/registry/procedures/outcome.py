"""What a decision may say of the certificate, and what in a procedure deserves a second look. Pure.

A union tracks: what the ministry decided is recorded as it was decided. So a date beyond the decree
is a warning here, never a refusal.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Protocol

from chassis.errors import FieldProblem, RuleViolation
from chassis.workdays import plus_months
from registry.procedures.clocks import EXPIRY
from registry.procedures.law import Law
from registry.procedures.rules import ProcedureAction, ProcedureKind, ProcedureStatus

VALIDITY = "validity"
PREMISES = "premises"
_ALL = ("number", "issuer", "issued_on", "valid_from", "valid_to", "provinces", "sectors")
NEEDED: dict[ProcedureKind, tuple[str, ...]] = {
    ProcedureKind.GRANT: ("number", "issued_on", "valid_from", "valid_to", "provinces"),
    ProcedureKind.EXTEND: ("valid_to",),
    ProcedureKind.AMEND: (),
    ProcedureKind.REISSUE: (),
}
TAKEN: dict[ProcedureKind, tuple[str, ...]] = {
    ProcedureKind.GRANT: _ALL,
    ProcedureKind.EXTEND: ("valid_to", "number"),
    ProcedureKind.AMEND: ("number", "issuer", "provinces", "sectors"),
    ProcedureKind.REISSUE: ("number", "issuer"),
}


class Told(Protocol):
    """The parts of a procedure that warnings are read from."""

    kind: Any
    certificate_kind: Any
    rules_on: Any
    expires_on: Any
    home_registration_until: Any
    ends_on: Any
    accepted_on: Any
    checklist: Any
    steps: Any
    outcome: Any


def require_outcome(
    kind: ProcedureKind, outcome: Mapping[str, Any], expires_on: date | None
) -> None:
    """Refuse a decision that does not say what it changes, or says what it cannot change."""
    problems = [
        FieldProblem(f"/body/outcome/{name}", "registry.missing")
        for name in NEEDED[kind]
        if outcome.get(name) is None
    ]
    problems += [
        FieldProblem(f"/body/outcome/{name}", "registry.not_of_this")
        for name in outcome
        if name not in TAKEN[kind]
    ]
    if kind is ProcedureKind.AMEND and not outcome:
        problems.append(FieldProblem("/body/outcome", "registry.missing"))
    if problems:
        raise RuleViolation("registry.outcome_incomplete", errors=problems)
    code = "registry.dates_out_of_order"
    if kind is ProcedureKind.EXTEND and expires_on and outcome["valid_to"] <= expires_on:
        raise RuleViolation(code, errors=[FieldProblem("/body/outcome/valid_to", code)])


def warnings(procedure: Told) -> list[str]:
    """Codes of what does not agree with the decree, in a fixed order."""
    law = Law(procedure.kind, procedure.certificate_kind, procedure.rules_on)
    filed = _filed(procedure.steps)
    until = _day((procedure.outcome or {}).get("valid_to"))
    lead, cap = law.clocks.get(EXPIRY), law.clocks.get(VALIDITY)
    notice = law.clocks.get(ProcedureStatus.NOTIFIED)
    base = procedure.expires_on or _day((procedure.outcome or {}).get("issued_on"))
    home = procedure.home_registration_until
    asks_where = any(paper.code == PREMISES for paper in law.papers)
    checks = (
        ("filed_late", lead and filed and procedure.expires_on
         and filed > procedure.expires_on - timedelta(days=lead.value)),
        ("beyond_cap", cap and until and base and until > plus_months(base, cap.value)),
        ("beyond_home_registration", until and home and until > home),
        ("notice_early", notice and filed and procedure.ends_on
         and procedure.ends_on - filed > timedelta(days=notice.value)),
        ("premises_unconfirmed", asks_where and procedure.accepted_on
         and all(tick["item"] != PREMISES for tick in procedure.checklist)),
    )  # fmt: skip
    return [code for code, holds in checks if holds]


def _filed(steps: list[dict[str, Any]]) -> date | None:
    return next(
        (_day(step["on"]) for step in steps if step["action"] == ProcedureAction.FILE), None
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

"""What a procedure and each of its steps must say. Pure, as `rules` is."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from chassis.errors import FieldProblem, RuleViolation
from registry.certificates.rules import CertificateStatus
from registry.certificates.rules import Kind as CertificateKind
from registry.procedures.law import Paper
from registry.procedures.rules import (
    GROUNDS,
    NEVER,
    ON_PAPER,
    OPENS,
    ProcedureAction,
    ProcedureKind,
)

Entries = Sequence[Mapping[str, Any]]


def require_openable(
    kind: ProcedureKind, of: CertificateKind, status: CertificateStatus | None
) -> None:
    """Refuse a procedure that this certificate is not open to; `status` None: there is none yet."""
    if (of, kind) in NEVER:
        raise RuleViolation("registry.kind_runs_out", certificate_kind=of)
    if (status is None) != (kind is ProcedureKind.GRANT):
        code = "registry.certificate_needed" if status is None else "registry.certificate_given"
        raise RuleViolation(code, errors=[FieldProblem("/body/certificate_id", code)])
    if status is not None and status not in OPENS[kind]:
        raise RuleViolation("registry.not_openable", kind=kind, status=status)


def require_ground(kind: ProcedureKind, ground: str | None) -> None:
    """Suspension and termination name a ground of article 18.1 or 19.1, the others none."""
    code = "registry.ground_needed"
    allowed: Collection[str | None] = GROUNDS.get(kind, (None,))
    if ground not in allowed:
        raise RuleViolation(code, errors=[FieldProblem("/body/ground", code)])


def require_ground_of(ground: str | None, status: CertificateStatus) -> None:
    """Only what was suspended can have been left unremedied (article 19.1.c)."""
    if ground == "not_remedied" and status is not CertificateStatus.SUSPENDED:
        code = "registry.not_suspended"
        raise RuleViolation(code, errors=[FieldProblem("/body/ground", code)])


def require_day(on: date, today: date, since: date) -> None:
    """A step was taken on a day that is past, and not before the step that led to it."""
    for wrong, code in ((on > today, "registry.day_to_come"), (on < since, "registry.step_early")):
        if wrong:
            said = (("since", since),)
            raise RuleViolation(code, errors=[FieldProblem("/body/on", code, said)], since=since)


def require_said(action: ProcedureAction, *, paper: bool, reason: bool, needs_reason: bool) -> None:
    """Refuse a step without its document or its reason, naming both at once."""
    lacks = (("paper", action in ON_PAPER and not paper), ("reason", needs_reason and not reason))
    code = "registry.step_incomplete"
    problems = [
        FieldProblem(f"/body/{name}", "registry.missing") for name, missing in lacks if missing
    ]
    if problems:
        raise RuleViolation(code, errors=problems)


def require_complete(papers: Sequence[Paper], ticked: Collection[str]) -> None:
    """A dossier is accepted when every paper that the decree asks for is there."""
    code = "registry.dossier_incomplete"
    problems = [
        FieldProblem(
            "/checklist",
            "registry.paper_missing",
            (("item", paper.code), ("vi", paper.name_vi), ("en", paper.name_en)),
        )
        for paper in papers
        if paper.required and paper.code not in ticked
    ]
    if problems:
        raise RuleViolation(code, errors=problems, count=len(problems))


def require_heard(opinions: Entries) -> None:
    """Every body that was asked has replied, or its silence is recorded."""
    silent = [opinion["body"] for opinion in opinions if opinion["stance"] is None]
    if silent:
        raise RuleViolation("registry.opinions_open", bodies=", ".join(silent))


def require_agreed(
    opinions: Sequence[Mapping[str, Any]], steps: Sequence[Mapping[str, Any]]
) -> None:
    """Where opinions on a suspension or termination differ, a meeting comes first (18.2, 19.2)."""
    stances = {opinion["stance"] for opinion in opinions} - {None, "no_reply"}
    if len(stances) > 1 and all(step["action"] != ProcedureAction.MEET for step in steps):
        raise RuleViolation("registry.meeting_needed")


def require_run_out(on: date, due_on: date | None) -> None:
    """A remedy that was not reported fails only when its time is over (article 19.1.c)."""
    if due_on is not None and on <= due_on:
        raise RuleViolation("registry.time_left", due_on=due_on)


def require_item(known: Collection[str], item: str, *, present: bool, paper: bool) -> None:
    """A tick names a line of this checklist, and the paper that is there for it."""
    if item not in known:
        code = "registry.unknown_item"
        raise RuleViolation(code, errors=[FieldProblem("/body/item", code)])
    if present and not paper:
        code = "registry.tick_needs_paper"
        raise RuleViolation(code, errors=[FieldProblem("/body/document_id", code)])

"""Procedures on the wire."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Day, Flag, Id, Name, Paragraph, Search, Slug
from chassis.wire import In, LivingOut, Out, RecordOut, partial
from registry.certificates.rules import Kind as CertificateKind
from registry.procedures import outcome
from registry.procedures.actors import actor_of
from registry.procedures.law import Law
from registry.procedures.models import Procedure
from registry.procedures.rules import MACHINES, ProcedureAction, ProcedureKind, ProcedureStatus

UnitName = Annotated[str, Field(pattern="^[A-Za-z0-9-]{2,40}$")]


class ProcedureFields(In):
    """What may be corrected while the dossier is with the union or the NGO."""

    home_registration_until: Day | None = None
    ends_on: Day | None = None
    note: Paragraph | None = None


class ProcedureIn(ProcedureFields):
    """A grant names the NGO and the kind of certificate, every other procedure the certificate.
    `ground` is one of article 18.1 (suspension) or 19.1 (termination)."""

    id: Id | None = None
    kind: ProcedureKind
    ngo_id: Id | None = None
    certificate_kind: CertificateKind | None = None
    certificate_id: Id | None = None
    ground: Slug | None = None
    opened_on: Day | None = None


@partial
class ProcedurePatch(ProcedureFields):
    """A merge patch."""


class TickIn(In):
    """One line of the checklist: there, as a document of this dossier or where `note` says."""

    item: Slug
    present: Flag = True
    document_id: Id | None = None
    note: Name | None = None


class StepPaperOut(Out):
    number: str | None
    dated: date
    issuer: str
    summary: str
    document_id: UUID | None


class ProcedureStepOut(Out):
    """`actor`: whose act it is, the NGO's, COMINGO's, a consulted body's or the ministry's; `by`
    wrote it down. `late`: working days after the step's last day. `waited`: working days for which
    the clock stood still, waiting for a supplement. `basis` is null where the text is silent or not
    known."""

    action: ProcedureAction
    actor: Literal["ngo", "comingo", "consulted", "ministry"]
    status: ProcedureStatus
    on: date
    by: UUID | None
    by_name: str
    due_on: date | None
    late: int
    waited: int | None
    paper: StepPaperOut | None
    reason: str | None
    basis: str | None
    confidence: str | None
    verified: bool


class ClockOut(Out):
    """`scope`: this step, the whole procedure, or the filing before the certificate's expiry."""

    scope: Literal["step", "overall", "expiry"]
    code: str
    value: int
    unit: Literal["working_day", "calendar_day"]
    actor: str
    since: date
    due_on: date
    basis: str
    confidence: str
    verified: bool
    note: str | None


class ChecklistItemOut(Out):
    """A line of the checklist as the decree has it, and the paper that was ticked for it."""

    item: str
    name_vi: str
    name_en: str
    required: bool
    form: str | None
    basis: str
    confidence: str
    verified: bool
    note_on_rule: str | None
    present: bool
    on: date | None
    by_name: str | None
    document_id: UUID | None
    note: str | None


class AskedOpinionOut(Out):
    body: str
    asked_on: date
    due_on: date | None
    replied_on: date | None
    stance: str | None
    number: str | None
    document_id: UUID | None
    note: str | None


class ProcedureItem(RecordOut):
    """A procedure in a list."""

    unit_id: UUID
    ngo_id: UUID
    ngo_name_vi: str
    certificate_id: UUID | None
    certificate_number: str | None
    kind: ProcedureKind
    certificate_kind: CertificateKind
    status: ProcedureStatus
    opened_on: date
    closed_on: date | None
    step_due_on: date | None
    overall_due_on: date | None
    demo: bool


class ProcedureOut(LivingOut):
    """A procedure whole. `is_stopped`: a supplement is awaited, so no clock runs."""

    unit_id: UUID
    ngo_id: UUID
    certificate_id: UUID | None
    kind: ProcedureKind
    certificate_kind: CertificateKind
    status: ProcedureStatus
    ground: str | None
    rules_on: date
    opened_on: date
    since: date
    accepted_on: date | None
    closed_on: date | None
    expires_on: date | None
    home_registration_until: date | None
    ends_on: date | None
    note: str | None
    checklist: list[ChecklistItemOut]
    opinions: list[AskedOpinionOut]
    clocks: list[ClockOut]
    steps: list[ProcedureStepOut]
    outcome: dict[str, Any] | None
    warnings: list[str]
    step_due_on: date | None
    overall_due_on: date | None
    is_stopped: bool
    demo: bool

    @classmethod
    def of(cls, procedure: Procedure, actor: Actor) -> "ProcedureOut":
        own = ("checklist", "warnings", "is_stopped", "allowed_actions")
        values = {n: getattr(procedure, n) for n in cls.model_fields if n not in own}
        kind, status = ProcedureKind(procedure.kind), ProcedureStatus(procedure.status)
        values["checklist"] = _checklist(procedure)
        values["steps"] = [
            {**step, "actor": actor_of(kind, ProcedureAction(step["action"]))}
            for step in procedure.steps
        ]
        values["warnings"] = outcome.warnings(procedure)
        values["is_stopped"] = status is ProcedureStatus.SUPPLEMENT_REQUESTED
        if actor.keeps(procedure.unit_id):
            values["allowed_actions"] = MACHINES[kind].allowed(status, actor.roles)
        return cls.model_validate(values)


def _checklist(procedure: Procedure) -> list[dict[str, Any]]:
    """The decree's lines in their order, each with its tick."""
    law = Law(procedure.kind, procedure.certificate_kind, procedure.rules_on)
    ticked = {tick["item"]: tick for tick in procedure.checklist}
    empty: dict[str, Any] = dict.fromkeys(("on", "by_name", "document_id", "note"))
    return [
        {
            "item": paper.code,
            "name_vi": paper.name_vi,
            "name_en": paper.name_en,
            "required": paper.required,
            "form": paper.form or None,
            "basis": paper.basis,
            "confidence": paper.confidence,
            "verified": paper.verified,
            "note_on_rule": paper.note or None,
            "present": paper.code in ticked,
            **{**empty, **ticked.get(paper.code, {})},
        }
        for paper in law.papers
    ]


class ProcedureQuery(PageQuery):
    """`open`: not closed yet. `due_to`: a step or the whole due on that day or before. `as_of`:
    begun by that day, `status`, `open` and days due as they were then."""

    by_route = frozenset({"unit"})

    q: Search = ""
    sort: Literal["opened_on", "-opened_on", "due", "-due"] = "-opened_on"
    kind: ProcedureKind | None = None
    status: ProcedureStatus | None = None
    certificate_kind: CertificateKind | None = None
    ngo_id: Id | None = None
    certificate_id: Id | None = None
    open: bool | None = None
    due_to: Day | None = None
    as_of: Day | None = None
    unit: UnitName | None = None

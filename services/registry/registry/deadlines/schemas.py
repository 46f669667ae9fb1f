"""Deadlines on the wire."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from chassis.listing import PageQuery
from chassis.strict import Id, Search
from chassis.wire import Out
from registry.certificates.rules import Kind as CertificateKind
from registry.deadlines.rules import HORIZON, Urgency, What
from registry.obligations.rules import Rule
from registry.procedures.rules import ProcedureKind, ProcedureStatus
from registry.procedures.schemas import UnitName


class DeadlineItem(Out):
    """One deadline. `days_left` are plain days, `working_days_left` those of the calendar; both are
    negative when it is over. Which of the ids are there depends on `what`. `count`: of how many
    NGOs a year's report is open; `clause`: which of an agreement is due."""

    id: UUID
    what: What
    due_on: date
    days_left: int
    working_days_left: int
    urgency: Urgency
    unit_id: UUID
    ngo_id: UUID | None
    ngo_name_vi: str | None
    certificate_id: UUID | None
    certificate_number: str | None
    certificate_kind: CertificateKind | None
    procedure_id: UUID | None
    procedure_kind: ProcedureKind | None
    status: ProcedureStatus | None
    obligation_id: UUID | None
    rule: Rule | None
    year: int | None
    count: int | None
    agreement_id: UUID | None
    agreement_title_vi: str | None
    clause: str | None
    demo: bool


class DeadlineQuery(PageQuery):
    """`within`: due in so many days from today; what is overdue is always there. `overdue`: only
    that. `ends_on` of a certificate that somebody renewed already is no deadline."""

    by_route = frozenset({"unit", "within", "overdue"})

    q: Search = ""
    sort: Literal["due_on", "-due_on"] = "due_on"
    within: Annotated[int, Field(ge=0, le=3660)] = HORIZON
    what: What | None = None
    kind: ProcedureKind | None = None
    certificate_kind: CertificateKind | None = None
    ngo_id: Id | None = None
    overdue: bool = False
    unit: UnitName | None = None

"""Every SELECT of the board: certificates, procedures and what `others` knows as one list."""

from datetime import date
from typing import Any

from sqlalchemy import (
    Date,
    Select,
    String,
    Text,
    Uuid,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from chassis.listing import Listing, Order, contains
from chassis.tenancy import by_unit
from registry.agreements.models import Agreement
from registry.certificates.models import Certificate
from registry.deadlines.others import others, row
from registry.deadlines.rules import PASSING, What
from registry.ngos.models import Ngo
from registry.procedures.models import Procedure
from registry.procedures.rules import ProcedureKind, ProcedureStatus
from registry.sheets import sheet

_Next = aliased(Certificate)
# Held on the day after: whoever has the next certificate need not hurry for this one.
_RENEWED = exists().where(
    _Next.ngo_id == Certificate.ngo_id,
    _Next.kind == Certificate.kind,
    _Next.id != Certificate.id,
    _Next.valid_to > Certificate.valid_to,
    _Next.valid_from <= Certificate.valid_to + 1,
)


def _expiries() -> Select[Any]:
    return row(
        What.EXPIRY,
        id=Certificate.id,
        due_on=Certificate.valid_to,
        unit_id=Certificate.unit_id,
        ngo_id=Certificate.ngo_id,
        certificate_id=Certificate.id,
        certificate_kind=Certificate.kind,
        demo=Certificate.demo,
    ).where(Certificate.valid_to.is_not(None), Certificate.ended_on.is_(None), ~_RENEWED)


def _clocks(record: Any, what: Any, due_on: Any) -> Select[Any]:
    return row(
        what,
        id=record,
        due_on=due_on,
        unit_id=Procedure.unit_id,
        ngo_id=Procedure.ngo_id,
        certificate_id=Procedure.certificate_id,
        certificate_kind=Procedure.certificate_kind,
        procedure_id=Procedure.id,
        kind=Procedure.kind,
        status=Procedure.status,
        demo=Procedure.demo,
    ).where(Procedure.closed_on.is_(None), due_on.is_not(None))


def _board() -> Listing:
    waiting = (
        Procedure.status == status
        for status in (ProcedureStatus.DRAFT, ProcedureStatus.SUPPLEMENT_REQUESTED)
    )
    filing = (Procedure.kind == ProcedureKind.EXTEND) & or_(*waiting)
    step = case((filing, literal(What.FILING, String)), else_=literal(What.STEP, String))
    # one procedure stands on the board twice, so its second row has an id made of the first
    second = cast(func.md5(cast(Procedure.id, Text) + What.OVERALL), Uuid)
    due = union_all(
        _expiries(),
        _clocks(Procedure.id, step, Procedure.step_due_on),
        _clocks(second, literal(What.OVERALL, String), Procedure.overall_due_on),
        *others(),
    ).subquery("due")
    d = due.c
    staying = and_(*(d.what != what for what in PASSING))
    certificate = aliased(Certificate)
    return Listing(
        select(
            d.id, d.what, d.due_on, d.unit_id, d.ngo_id, Ngo.name_vi.label("ngo_name_vi"),
            d.certificate_id, certificate.number.label("certificate_number"), d.certificate_kind,
            d.procedure_id, d.kind.label("procedure_kind"), d.status, d.obligation_id, d.rule,
            d.year, d.count, d.agreement_id, Agreement.title_vi.label("agreement_title_vi"),
            d.clause, d.demo,
        )
        .join(Ngo, Ngo.id == d.ngo_id, isouter=True)
        .join(Agreement, Agreement.id == d.agreement_id, isouter=True)
        .join(certificate, certificate.id == d.certificate_id, isouter=True),
        record=d.id,
        sheet=sheet(
            *("han", "what", "due_on", "days_left", "working_days_left", "urgency", "ngo_name_vi"),
            *("certificate_number", "procedure_kind", "status", "rule", "year", "count"),
            *("agreement_title_vi", "clause", "unit_id", "demo"),
        ),
        orders={"due_on": Order(d.due_on, date)},
        filters={
            "what": d.what == bindparam("what"),
            "kind": d.kind == bindparam("kind"),
            "certificate_kind": d.certificate_kind == bindparam("certificate_kind"),
            "ngo_id": d.ngo_id == bindparam("ngo_id"),
            "q": contains(func.coalesce(Ngo.search, Agreement.search)),
            **by_unit(d.unit_id),
            "due_to": d.due_on <= bindparam("due_to", type_=Date),
            # what has expired is no deadline any more, what is late still is
            "today": or_(staying, d.due_on >= bindparam("today", type_=Date)),
        },
    )  # fmt: skip


DEADLINES = _board()

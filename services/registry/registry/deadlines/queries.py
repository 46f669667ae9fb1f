"""Every SELECT of the board: certificates and procedures as one list of days."""

from datetime import date
from typing import Any

from sqlalchemy import (
    Date,
    Select,
    String,
    Text,
    Uuid,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from chassis.listing import Listing, Order, contains
from chassis.tenancy import by_unit
from registry.certificates.models import Certificate
from registry.deadlines.rules import What
from registry.ngos.models import Ngo
from registry.procedures.models import Procedure
from registry.procedures.rules import ProcedureKind, ProcedureStatus

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
    return (
        select(
            Certificate.id,
            literal(What.EXPIRY, String).label("what"),
            Certificate.valid_to.label("due_on"),
            Certificate.unit_id,
            Certificate.ngo_id,
            Certificate.id.label("certificate_id"),
            Certificate.kind.label("certificate_kind"),
            cast(null(), Uuid).label("procedure_id"),
            cast(null(), String).label("kind"),
            cast(null(), String).label("status"),
            Certificate.demo,
        )
        .where(Certificate.valid_to.is_not(None), Certificate.ended_on.is_(None), ~_RENEWED)
    )  # fmt: skip


def _clocks(record: Any, what: Any, due_on: Any) -> Select[Any]:
    return select(
        record.label("id"),
        what.label("what"),
        due_on.label("due_on"),
        Procedure.unit_id,
        Procedure.ngo_id,
        Procedure.certificate_id,
        Procedure.certificate_kind,
        Procedure.id.label("procedure_id"),
        Procedure.kind,
        Procedure.status,
        Procedure.demo,
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
    ).subquery("due")
    d = due.c
    certificate = aliased(Certificate)
    return Listing(
        select(
            d.id, d.what, d.due_on, d.unit_id, d.ngo_id, Ngo.name_vi.label("ngo_name_vi"),
            d.certificate_id, certificate.number.label("certificate_number"), d.certificate_kind,
            d.procedure_id, d.kind.label("procedure_kind"), d.status, d.demo,
        )
        .join(Ngo, Ngo.id == d.ngo_id)
        .join(certificate, certificate.id == d.certificate_id, isouter=True),
        record=d.id,
        orders={"due_on": Order(d.due_on, date)},
        filters={
            "what": d.what == bindparam("what"),
            "kind": d.kind == bindparam("kind"),
            "certificate_kind": d.certificate_kind == bindparam("certificate_kind"),
            "ngo_id": d.ngo_id == bindparam("ngo_id"),
            "q": contains(Ngo.search),
            **by_unit(d.unit_id),
            "due_to": d.due_on <= bindparam("due_to", type_=Date),
            # what has expired is no deadline any more, what is late still is
            "today": or_(d.what != What.EXPIRY, d.due_on >= bindparam("today", type_=Date)),
        },
    )  # fmt: skip


DEADLINES = _board()

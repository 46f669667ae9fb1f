"""Every SELECT and lock on procedures."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Date,
    Integer,
    SQLColumnExpression,
    Text,
    bindparam,
    case,
    cast,
    column,
    func,
    null,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, RuleViolation
from chassis.identity import NOBODY, Actor
from chassis.listing import Listing, Order, contains
from chassis.reader import Reader, Statement
from chassis.records import find
from chassis.tenancy import by_unit, kept_by, narrowed, seen_by
from registry.certificates.models import Certificate
from registry.ngos.models import Ngo
from registry.procedures.models import Procedure
from registry.procedures.rules import FIRST
from registry.sheets import sheet
from registry.units.models import Unit

_FIXED = (
    Procedure.id, Procedure.version, Procedure.created_at, Procedure.updated_at, Procedure.unit_id,
    Procedure.ngo_id, Procedure.certificate_id, Procedure.kind, Procedure.certificate_kind,
    Procedure.opened_on, Procedure.demo,
)  # fmt: skip
_MOVING = {
    name: getattr(Procedure, name)
    for name in ("status", "closed_on", "step_due_on", "overall_due_on")
}
_ON = bindparam("as_of", type_=Date)


def _step(taken: bool) -> Any:
    """The steps taken by that day, the last one first, or those taken later."""
    steps = func.jsonb_array_elements(Procedure.steps)
    named = column("value", JSONB)
    step = steps.table_valued(named, with_ordinality="place", name="step").render_derived()
    on = cast(step.c.value["on"].astext, Date)
    place = cast(step.c.place, Integer)
    found = select(step.c.value["status"].astext).select_from(step)
    return found.where(on <= _ON if taken else on > _ON).order_by(place.desc()).limit(1)


_FIRST = case(
    *((Procedure.kind == str(kind), str(status)) for kind, status in FIRST.items()), else_=null()
)
_STATUS_THEN = func.coalesce(_step(True).scalar_subquery(), _FIRST)


def _unmoved(due_on: SQLColumnExpression[Any]) -> SQLColumnExpression[Any]:
    """A day that is due now was due then if no step was taken since; else it is not known."""
    return case((_step(False).exists(), cast(null(), Date)), else_=due_on)


# The same as they were on the day `as_of`.
_THEN: dict[str, SQLColumnExpression[Any]] = {
    "status": _STATUS_THEN,
    "closed_on": case((Procedure.closed_on <= _ON, Procedure.closed_on), else_=null()),
    "step_due_on": _unmoved(Procedure.step_due_on),
    "overall_due_on": _unmoved(Procedure.overall_due_on),
}


def _listing(moving: Mapping[str, SQLColumnExpression[Any]]) -> Listing:
    return Listing(
        select(
            *_FIXED,
            *(value.label(name) for name, value in moving.items()),
            Ngo.name_vi.label("ngo_name_vi"),
            Certificate.number.label("certificate_number"),
        )
        .join(Ngo, Ngo.id == Procedure.ngo_id)
        .join(Certificate, Certificate.id == Procedure.certificate_id, isouter=True),
        record=Procedure.id,
        sheet=sheet(
            *("thu-tuc", "unit_id", "ngo_name_vi", "certificate_number", "kind", "status"),
            *("opened_on", "closed_on", "step_due_on", "overall_due_on", "demo"),
        ),
        orders={
            "opened_on": Order(Procedure.opened_on, date),
            "due": Order(Procedure.next_due_on, date),
        },
        filters={
            "kind": Procedure.kind == bindparam("kind"),
            "status": moving["status"] == bindparam("status"),
            "certificate_kind": Procedure.certificate_kind == bindparam("certificate_kind"),
            "ngo_id": Procedure.ngo_id == bindparam("ngo_id"),
            "certificate_id": Procedure.certificate_id == bindparam("certificate_id"),
            "open": moving["closed_on"].is_(None) == bindparam("open"),
            "as_of": Procedure.opened_on <= _ON,
            "due_to": Procedure.next_due_on <= bindparam("due_to", type_=Date),
            **by_unit(Procedure.unit_id),
            "q": contains(Ngo.search),
        },
    )


PROCEDURES, PROCEDURES_THEN = _listing(_MOVING), _listing(_THEN)

_NAMED = Statement(
    select(Unit.id, Unit.national).where(
        or_(func.upper(Unit.code) == bindparam("code"), cast(Unit.id, Text) == bindparam("id"))
    )
)


async def scope(read: Reader, actor: Actor, unit: str | None) -> dict[str, Any]:
    """The filter for the unit whose dossiers to show; none for national staff who name no unit.

    `unit` is a code or an id. Another union's name is refused like one that does not exist.
    """
    if unit is None:
        return narrowed(actor.reach)
    if unit.upper() == (actor.unit_code or "").upper() or unit.lower() == str(actor.unit_id):
        return narrowed([actor.unit_id or NOBODY])
    found = await read.row(_NAMED, {"code": unit.upper(), "id": unit.lower()})
    if found is None or not actor.sees(UUID(found["id"])):
        code = "registry.unknown_unit"
        problem = FieldProblem("/query/unit", code, (("value", unit),))
        raise RuleViolation(code, errors=[problem], value=unit)
    return narrowed([UUID(found["id"])])


async def get(tx: AsyncSession, procedure_id: UUID, actor: Actor) -> Procedure:
    """One dossier that the caller may know of."""
    return await find(tx, Procedure, procedure_id, seen_by(actor, Procedure.unit_id))


async def lock(tx: AsyncSession, procedure_id: UUID, actor: Actor) -> Procedure:
    """One dossier of the caller's unit, or of any for national staff, locked until the end."""
    return await find(tx, Procedure, procedure_id, kept_by(actor, Procedure.unit_id), lock=True)


_UNIT_OF = Statement(select(Procedure.unit_id).where(Procedure.id == bindparam("procedure_id")))


async def unit_of(read: Reader, procedure_id: UUID, actor: Actor) -> UUID | None:
    """Whose dossier it is, asked outside the transaction; None when the caller may not know."""
    unit_id = await read.value(_UNIT_OF, {"procedure_id": procedure_id})
    return unit_id if actor.keeps(unit_id) else None


async def running(tx: AsyncSession) -> list[Procedure]:
    """Every procedure on which a clock runs, locked: the calendar is about to change."""
    timed = Procedure.closed_on.is_(None) & (func.jsonb_array_length(Procedure.clocks) > 0)
    found = select(Procedure).where(timed).order_by(Procedure.id).with_for_update()
    return list(await tx.scalars(found))


def named_documents(procedure: Procedure) -> set[str]:
    """The files that the checklist, the opinions or the steps of a dossier refer to."""
    papers = [step["paper"] for step in procedure.steps if step["paper"]]
    entries = [*procedure.checklist, *procedure.opinions, *papers]
    return {entry["document_id"] for entry in entries if entry.get("document_id")}

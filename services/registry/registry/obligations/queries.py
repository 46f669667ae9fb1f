"""Every SELECT and lock on what is owed, and what annual duties follow from certificates."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
    Text,
    Uuid,
    and_,
    bindparam,
    case,
    cast,
    column,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import NotFound
from chassis.identity import Actor
from chassis.listing import Listing, Order, contains
from chassis.tenancy import by_unit, kept_by, seen_by
from registry.certificates.models import Certificate
from registry.ngos.lineage import of_ngo
from registry.ngos.models import Ngo
from registry.obligations.models import Obligation
from registry.obligations.rules import Period
from registry.sheets import sheet
from registry.units.models import Unit

_COLUMNS = (
    *("id", "version", "unit_id", "ngo_id", "certificate_id", "procedure_id", "rule", "year"),
    *("since", "due_on", "outcome", "done_on", "evidence", "note", "demo"),
)
_EMPTY = {
    "version": BigInteger, "ngo_id": Uuid, "certificate_id": Uuid, "procedure_id": Uuid,
    "outcome": String, "done_on": Date, "evidence": String, "note": String,
}  # fmt: skip
_ARRAYS: dict[str, Any] = {
    "rule": Text, "subject": Text, "year": Integer, "begins": Date, "ends": Date, "due_on": Date,
}  # fmt: skip


def _periods() -> Any:
    """The years asked about, bound as arrays: one row for each."""
    arrays: list[Any] = [bindparam(f"period_{n}", type_=ARRAY(k)) for n, k in _ARRAYS.items()]
    columns: list[Any] = [column(name, kind) for name, kind in _ARRAYS.items()]
    return func.unnest(*arrays).table_valued(*columns, name="period").render_derived()


def bound(periods: Sequence[Period]) -> dict[str, Any]:
    """The values for `_periods`."""
    return {f"period_{name}": [getattr(one, name) for one in periods] for name in _ARRAYS}


def _computed(period: Any, owner: Any, **said: Any) -> Select[Any]:
    """Rows that stand in no table: for this owner, in each of these years."""
    made = func.md5(cast(owner.id, Text) + period.c.rule + cast(period.c.year, Text))
    values: dict[str, Any] = {
        **{name: cast(null(), kind) for name, kind in _EMPTY.items()},
        **{"id": cast(made, Uuid), "rule": period.c.rule, "year": period.c.year},
        **{"since": period.c.begins, "due_on": period.c.due_on},
        **said,
    }
    return select(*(values[name].label(name) for name in _COLUMNS)).select_from(period)


def annual_of_ngos() -> Select[Any]:
    """Of each NGO with a certificate on some day of the year, unless something is told of it."""
    period = _periods()
    held = select(Certificate.id).where(
        Certificate.ngo_id == Ngo.id,
        Certificate.valid_from <= period.c.ends,
        or_(Certificate.valid_to.is_(None), Certificate.valid_to >= period.c.begins),
        or_(Certificate.ended_on.is_(None), Certificate.ended_on > period.c.begins),
    )
    told = select(Obligation.id).where(
        Obligation.ngo_id == Ngo.id,
        Obligation.rule == period.c.rule,
        Obligation.year == period.c.year,
    )
    ngos = _computed(period, Ngo, unit_id=Ngo.unit_id, ngo_id=Ngo.id, demo=Ngo.demo)
    on = and_(period.c.subject == "ngo", Ngo.merged_into.is_(None))
    return ngos.join(Ngo, on).where(held.exists(), ~told.exists())


def annual_of_units() -> Select[Any]:
    """What unions follow themselves: each its province's, the national one COMINGO's."""
    period = _periods()
    told = select(Obligation.id).where(
        Obligation.unit_id == Unit.id,
        Obligation.ngo_id.is_(None),
        Obligation.rule == period.c.rule,
        Obligation.year == period.c.year,
    )
    units = _computed(period, Unit, unit_id=Unit.id, demo=literal(False, Boolean))
    national = case((Unit.national, "comingo"), else_="province")
    on = and_(period.c.subject == national, Unit.status == "active")
    return units.join(Unit, on).where(~told.exists())


def stored() -> Select[Any]:
    return select(*(getattr(Obligation, name) for name in _COLUMNS))


def status_then() -> ColumnElement[Any]:
    """`rules.status_on` in SQL, on the day bound to `on`."""
    done = every.c.done_on <= bindparam("on", type_=Date)
    return case((done, every.c.outcome), else_="open")


def annual_open() -> Select[Any]:
    """Of how many each unit's annual reports are open: one row for each rule and year."""
    o, period = Obligation, _periods()
    asked = (o.rule == period.c.rule) & (o.year == period.c.year)
    told = stored().join(period, asked).where(o.outcome.is_(None))
    open_ = union_all(told, annual_of_ngos(), annual_of_units()).subquery("open").c
    return select(
        *(open_.unit_id, open_.rule, open_.year, open_.due_on),
        func.count(open_.ngo_id).label("count"),
        func.bool_and(open_.demo).label("demo"),
    ).group_by(open_.unit_id, open_.rule, open_.year, open_.due_on)


every = union_all(stored(), annual_of_ngos(), annual_of_units()).subquery("every")
OBLIGATIONS = Listing(
    select(
        *every.c, Ngo.name_vi.label("ngo_name_vi"), Certificate.number.label("certificate_number")
    )
    .join(Ngo, Ngo.id == every.c.ngo_id, isouter=True)
    .join(Certificate, Certificate.id == every.c.certificate_id, isouter=True),
    record=every.c.id,
    sheet=sheet(
        *("nghia-vu", "rule", "name_vi", "ngo_name_vi", "certificate_number", "year", "since"),
        *("due_on", "status", "done_on", "evidence", "note", "unit_id", "ngo_id", "demo"),
    ),
    orders={"due_on": Order(every.c.due_on, date)},
    filters={
        **by_unit(every.c.unit_id),
        "q": contains(Ngo.search),
        "rule": every.c.rule == bindparam("rule"),
        "year": every.c.year == bindparam("year"),
        "status": status_then() == bindparam("status"),
        "ngo_id": of_ngo(every.c.ngo_id),
        "certificate_id": every.c.certificate_id == bindparam("certificate_id"),
        "due_to": every.c.due_on <= bindparam("due_to", type_=Date),
        "begun": every.c.since <= bindparam("begun", type_=Date),
    },
)


async def get(tx: AsyncSession, obligation_id: UUID, actor: Actor) -> Obligation:
    """One that the caller may know of."""
    return await _one(
        tx, select(Obligation).where(seen_by(actor, Obligation.unit_id)), obligation_id
    )


async def lock(tx: AsyncSession, obligation_id: UUID, actor: Actor) -> Obligation:
    """One of the caller's unit, or of any for national staff, locked until the end."""
    kept = select(Obligation).where(kept_by(actor, Obligation.unit_id)).with_for_update()
    return await _one(tx, kept, obligation_id)


async def _one(tx: AsyncSession, found: Select[Any], obligation_id: UUID) -> Obligation:
    one: Obligation | None = await tx.scalar(found.where(Obligation.id == obligation_id))
    if one is None:
        raise NotFound
    return one


async def counting(tx: AsyncSession) -> list[Obligation]:
    """What is open and counted in working days, locked: the calendar is about to change."""
    open_ = select(Obligation).where(Obligation.done_on.is_(None), Obligation.year.is_(None))
    return list(await tx.scalars(open_.order_by(Obligation.id).with_for_update()))

"""The rows of the board that are neither an expiry nor a clock: what is owed, and agreements."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Date,
    DateTime,
    Integer,
    Select,
    String,
    Text,
    Uuid,
    bindparam,
    case,
    cast,
    column,
    func,
    literal,
    null,
    select,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB

from registry.agreements.models import Agreement
from registry.deadlines.rules import What
from registry.obligations.models import Obligation
from registry.obligations.queries import annual_open
from registry.obligations.rules import Rule

_TODAY = bindparam("on", type_=Date)
_COLUMNS: dict[str, Any] = {
    "id": Uuid, "due_on": Date, "unit_id": Uuid, "ngo_id": Uuid, "certificate_id": Uuid,
    "certificate_kind": String, "procedure_id": Uuid, "kind": String, "status": String,
    "obligation_id": Uuid, "rule": String, "year": Integer, "count": Integer,
    "agreement_id": Uuid, "clause": String, "demo": Boolean,
}  # fmt: skip


def row(what: Any, **said: Any) -> Select[Any]:
    """One kind of row: what it does not say is null."""
    named = literal(what, String) if isinstance(what, What) else what
    values = (said.get(name, cast(null(), kind)).label(name) for name, kind in _COLUMNS.items())
    return select(named.label("what"), *values)


def _made(*parts: Any) -> Any:
    """An id of its own for a row that is no record's."""
    return cast(func.md5(func.concat_ws("|", *(cast(part, Text) for part in parts))), Uuid)


def _duties() -> Select[Any]:
    o = Obligation
    return row(
        What.DUTY, id=o.id, due_on=o.due_on, unit_id=o.unit_id, ngo_id=o.ngo_id,
        certificate_id=o.certificate_id, obligation_id=o.id, rule=o.rule, demo=o.demo,
    ).where(o.outcome.is_(None), o.year.is_(None))  # fmt: skip


def _reports() -> Select[Any]:
    """A province's report is the people's committee's: in the list of what is owed, but no union's
    deadline."""
    r = annual_open().subquery("reports").c
    return row(
        What.REPORT, id=_made(r.unit_id, r.rule, r.year), due_on=r.due_on, unit_id=r.unit_id,
        rule=r.rule, year=r.year, count=r.count, demo=r.demo,
    ).where(r.rule != Rule.PROVINCE)  # fmt: skip


def _of_each_party(what: What, due_on: Any, *parts: Any, **said: Any) -> Select[Any]:
    """Once for each union that is a party, and for the one that keeps the record."""
    a = Agreement
    keeper = a.unit_id == a.unit_ids.any_()
    units = case((keeper, a.unit_ids), else_=func.array_append(a.unit_ids, a.unit_id))
    unit = func.unnest(units).table_valued(column("unit_id", Uuid), name="party").render_derived()
    made = _made(a.id, literal(what, String), unit.c.unit_id, *parts)
    one = row(what, id=made, due_on=due_on, unit_id=unit.c.unit_id, agreement_id=a.id,
              demo=a.demo, **said)  # fmt: skip
    return one.select_from(a).join(unit, true())


def _ends() -> Select[Any]:
    """Of agreements in force that nothing continues."""
    next_ = Agreement.__table__.alias("following")
    continued = select(next_.c.id).where(next_.c.predecessor_id == Agreement.id).exists()
    return _of_each_party(What.AGREEMENT, Agreement.last_on).where(
        Agreement.starts_on <= _TODAY, Agreement.ended_on.is_(None), ~continued
    )


def _reviews() -> Select[Any]:
    """`agreements.rules.next_review` in SQL: the first half-year of the period without one."""
    a = Agreement
    half = text("interval '6 months'")
    first, last = func.date_trunc("year", a.starts_on), func.least(a.last_on, _TODAY + 366)
    series = func.generate_series(first, cast(last, DateTime), half)
    begins = series.table_valued(column("begins", DateTime), name="half").render_derived()
    end = cast(begins.c.begins + half - text("interval '1 day'"), Date)
    held = func.jsonb_build_array(func.jsonb_build_object("period_end", cast(end, Text)))
    due = (
        select(func.min(end))
        .where(end.between(a.starts_on, a.last_on), ~a.reviews.contains(cast(held, JSONB)))
        .select_from(begins)
        .scalar_subquery()
    )
    return _of_each_party(What.REVIEW, due).where(
        a.starts_on <= _TODAY, a.last_on >= _TODAY, due.is_not(None)
    )


def _clauses() -> Select[Any]:
    """Of clauses with a day of which nothing shows yet that they were kept."""
    a = Agreement
    each = func.jsonb_array_elements(a.clauses).table_valued(column("value", JSONB), name="each")
    clause = each.c.value
    number = clause["number"].astext
    shown = func.jsonb_build_array(func.jsonb_build_object("clause", number))
    due = cast(clause["due_on"].astext, Date)
    rows = _of_each_party(What.CLAUSE, due, number, clause=number).join(each, true())
    kept = a.evidence.contains(cast(shown, JSONB))
    return rows.where(due.is_not(None), ~kept, a.ended_on.is_(None))


def others() -> tuple[Select[Any], ...]:
    return _duties(), _reports(), _ends(), _reviews(), _clauses()

"""Whose records a caller sees, in SQL: the own unit's and those of units that went into it
(docs/adr/0017); for national staff everybody's.

One unit is compared by itself: only then do the rows come out of its index in the list's order.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, Uuid, bindparam, func, literal, or_
from sqlalchemy.dialects.postgresql import ARRAY

from chassis.identity import Actor

_UNIT, _UNITS = "unit_id", "units"


def among(column: SQLColumnExpression[Any], name: str = _UNITS) -> ColumnElement[bool]:
    """`column` is one of the units bound to `name`; of none when there are none."""
    units: ColumnElement[Any] = bindparam(name, None, type_=ARRAY(Uuid))
    return column == units.any_()


def by_unit(column: SQLColumnExpression[Any]) -> dict[str, SQLColumnExpression[bool]]:
    """The two filters of a `Listing` whose values `narrowed` gives."""
    return {_UNIT: column == bindparam(_UNIT), _UNITS: among(column)}


def narrowed(units: Sequence[UUID] | None) -> dict[str, Any]:
    """The values for `by_unit`; `units` is `actor.reach`, or what the caller asked for of it."""
    if units is None:
        return {}
    return {_UNIT: units[0]} if len(units) == 1 else {_UNITS: list(units)}


def seen_by(actor: Actor, column: SQLColumnExpression[Any]) -> ColumnElement[bool]:
    """A record of this unit is the caller's to know of."""
    return or_(column.in_(actor.units), literal(actor.national))


def finished_by(
    unit_id: UUID | None, made: SQLColumnExpression[Any], taken: SQLColumnExpression[Any]
) -> ColumnElement[bool]:
    """Open work is this unit's to finish: it took the record over from one that went into it, or
    made it and no other did. `made`, `taken`: the columns of the one unit and of the other."""
    return func.coalesce(taken, made) == unit_id


def kept_by(actor: Actor, column: SQLColumnExpression[Any]) -> ColumnElement[bool]:
    """A record of this unit is the caller's to change."""
    return or_(column == actor.unit_id, literal(actor.national))

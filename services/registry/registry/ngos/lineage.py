"""What hangs on an NGO also when it was written down for a record that was merged into it."""

from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, bindparam, select

from registry.ngos.models import Ngo


def of_ngo(ngo_id: SQLColumnExpression[Any]) -> ColumnElement[bool]:
    """The filter `ngo_id` of a list: that NGO, and those that went into it one after the other."""
    line = select(Ngo.id).where(Ngo.id == bindparam("ngo_id")).cte("line", recursive=True)
    line = line.union(select(Ngo.id).join(line, Ngo.merged_into == line.c.id))
    return ngo_id.in_(select(line.c.id))

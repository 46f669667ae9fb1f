"""The counts beside the filters of the list of NGOs."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, func, literal_column

from chassis.reader import Reader, Statement
from registry.ngos.models import Ngo
from registry.ngos.queries import NGOS
from registry.places.models import Country

# By the name of the filter; an NGO stands under each of its sectors.
KEYS: Mapping[str, SQLColumnExpression[str]] = {
    "region": Country.region,
    "home_country": Ngo.home_country,
    "sector": func.unnest(Ngo.sectors),
}
_KEY: ColumnElement[Any] = literal_column("1")
_COUNT: ColumnElement[Any] = literal_column("2")


@cache
def _counted(name: str, used: frozenset[str]) -> Statement:
    rows: Select[*tuple[Any, ...]] = NGOS.base.with_only_columns(
        KEYS[name].label("key"), func.count().label("count"), maintain_column_froms=True
    ).where(*(NGOS.filters[one] for one in sorted(used)))
    return Statement(rows.group_by(_KEY).order_by(_COUNT.desc(), _KEY))


async def facets(
    read: Reader, values: Mapping[str, Any], binds: Mapping[str, Any]
) -> dict[str, list[dict[str, Any]]]:
    """Each under all filters but its own: what choosing another value of it would show."""
    found = {}
    for name in KEYS:
        used = frozenset(values.keys() - {name})
        rows = await read.rows(_counted(name, used), {**values, **binds})
        found[name] = [dict(row) for row in rows]
    return found

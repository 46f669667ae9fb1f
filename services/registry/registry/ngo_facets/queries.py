"""The counts beside the filters of the list of NGOs."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    SQLColumnExpression,
    Text,
    any_,
    bindparam,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY

from chassis.reader import Reader, Statement
from registry.certificates.models import Certificate
from registry.certificates.queries import provinces_on, valid_on
from registry.ngos.models import Ngo
from registry.ngos.queries import NGOS
from registry.places.models import Country
from registry.places.queries import code_today
from registry.places.schemas import Boundaries

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


_ON = bindparam("as_of", type_=Date)


@cache
def _by_province(used: frozenset[str], boundaries: Boundaries) -> Statement:
    """By the provinces of certificates valid on the day bound to `as_of`, each NGO once in each."""
    covered = (
        select(Certificate.ngo_id, func.unnest(provinces_on(_ON)).label("code"))
        .where(valid_on(_ON))
        .subquery("covered")
    )
    code = covered.c.code
    key = code_today(code) if boundaries == "now" else code
    rows: Select[*tuple[Any, ...]] = (
        NGOS.base.with_only_columns(
            key.label("key"),
            func.count(Ngo.id.distinct()).label("count"),
            maintain_column_froms=True,
        )
        .join(covered, covered.c.ngo_id == Ngo.id)
        .where(*(NGOS.filters[one] for one in sorted(used)))
    )
    if "provinces" in used:
        rows = rows.where(code == any_(bindparam("provinces", type_=ARRAY(Text))))
    return Statement(rows.group_by(_KEY).order_by(_COUNT.desc(), _KEY))


async def by_province(
    read: Reader,
    values: Mapping[str, Any],
    binds: Mapping[str, Any],
    on: date,
    boundaries: Boundaries,
) -> list[dict[str, Any]]:
    """As `facets`, of the provinces; `values` are the filters without this one."""
    statement = _by_province(frozenset(values), boundaries)
    return [dict(row) for row in await read.rows(statement, {**values, **binds, "as_of": on})]


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

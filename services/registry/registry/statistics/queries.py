"""How many NGOs, on a day, by one dimension. Each NGO counts once, whatever its certificates.

Certificates are brought down to one row an NGO before they meet it, and an NGO's own dimension asks
only whether there is one: with 10,000 NGOs a quarter of the time of grouping what was joined.
"""

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
    case,
    func,
    literal,
    literal_column,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY

from chassis.reader import Statement
from registry.certificates.models import Certificate
from registry.certificates.queries import covering_on, over_by, provinces_on, valid_on
from registry.ngos.models import Ngo
from registry.places.models import Country, Province, Region, Sector
from registry.places.queries import code_today, held_on, holds

_ON = bindparam("as_of", type_=Date)
_AREA = bindparam("provinces", type_=ARRAY(Text))
_FILTERS = {
    "region": Country.region == bindparam("region"),
    "country": Ngo.home_country == bindparam("country"),
    "sector": holds(Ngo.sectors, "sector"),
}
_IN_AREA = covering_on(_ON, lambda codes: codes.op("&&")(_AREA))


def _only(value: SQLColumnExpression[str]) -> ColumnElement[str]:
    """An NGO in several provinces, or with certificates of both kinds, belongs to no single row."""
    return case((func.min(value) == func.max(value), func.min(value)), else_=literal("other"))


# What an NGO itself says.
_OWN: dict[str, SQLColumnExpression[str]] = {
    "region": Country.region,
    "country": Ngo.home_country,
    "sector": func.coalesce(Ngo.sectors[1], "unknown"),
}


@cache
def ngos_by(by: str, used: frozenset[str], *, of_today: bool = False) -> Statement:
    """Rows (key, count) of the NGOs that count on `as_of` under the filters `used`.

    `of_today`: provinces by the codes that their territory has today.
    """
    return Statement(ngos_select(by, used, of_today=of_today))


def ngos_select(by: str, used: frozenset[str], *, of_today: bool = False) -> Select[Any]:
    """The statement uncompiled: what EXPLAIN in the tests looks at."""
    in_area = [_IN_AREA] if "provinces" in used else []
    ngos: Select[*tuple[Any, ...]]
    if by in _OWN:
        certified = select(Certificate.id).where(
            Certificate.ngo_id == Ngo.id, valid_on(_ON), *in_area
        )
        ngos = select(_OWN[by].label("key"), func.count().label("count"))
        ngos = ngos.select_from(Ngo).where(certified.exists())
    else:
        papers = _papers(by, in_area, of_today=of_today)
        held = papers.subquery("held")
        # by status an NGO without any certificate counts as well, but is in no area
        key = func.coalesce(held.c.key, "none") if by == "status" else held.c.key
        ngos = select(key.label("key"), func.count().label("count"))
        without = by == "status" and not in_area
        ngos = ngos.join_from(Ngo, held, held.c.ngo_id == Ngo.id, isouter=without)
    if by == "region" or "region" in used:
        ngos = ngos.join(Country, Country.code == Ngo.home_country)
    filters = (_FILTERS[name] for name in sorted(used - {"provinces"}))
    return ngos.where(Ngo.merged_into.is_(None), *filters).group_by(literal_column("1"))


def _papers(by: str, in_area: list[ColumnElement[bool]], *, of_today: bool) -> Select[Any]:
    """The one key (ngo_id, key) of each NGO over those of its certificates that count."""
    if by == "status":
        # the certificates of all days count
        status = case(
            (func.bool_or(valid_on(_ON)), literal("valid")),
            (func.bool_or(over_by(_ON)), literal("expired")),
            else_=literal("none"),
        )
        keyed = select(Certificate.ngo_id, status.label("key")).where(*in_area)
    elif by == "kind":
        keyed = select(Certificate.ngo_id, _only(Certificate.kind).label("key"))
        keyed = keyed.where(valid_on(_ON), *in_area)
    else:
        return _by_province(in_area, of_today=of_today)
    return keyed.group_by(Certificate.ngo_id)


def _by_province(in_area: list[ColumnElement[bool]], *, of_today: bool) -> Select[Any]:
    """The key is found once for each area that certificates cover: there are few areas."""
    papers: Select[*tuple[Any, ...]]
    papers = select(Certificate.ngo_id, provinces_on(_ON).label("provinces"))
    papers = papers.where(valid_on(_ON), *in_area)
    valid = papers.cte("valid")
    held = select(valid.c.provinces).distinct().subquery("each")
    covered = func.unnest(held.c.provinces).table_valued("code", name="covered").render_derived()
    code = code_today(covered.c.code) if of_today else covered.c.code
    areas = select(held.c.provinces, _only(code).label("key")).join_from(held, covered, true())
    if in_area:
        # what a certificate covers beyond the area asked for is not the question
        areas = areas.where(covered.c.code == any_(_AREA))
    area = areas.group_by(held.c.provinces).subquery("areas")
    keyed = select(valid.c.ngo_id, _only(area.c.key).label("key"))
    return keyed.join(area, area.c.provinces == valid.c.provinces).group_by(valid.c.ngo_id)


LABELS = {
    "region": Statement(
        select(Region.code, Region.name_vi, Region.name_en).order_by(Region.position)
    ),
    "country": Statement(
        select(Country.code, Country.name_vi, Country.name_en).order_by(Country.name_sort)
    ),
    "sector": Statement(
        select(Sector.code, Sector.name_vi, Sector.name_en).order_by(Sector.position)
    ),
    "province": Statement(
        select(Province.code, Province.name_vi, Province.name_en)
        .where(held_on(_ON))
        .order_by(Province.name_sort)
    ),
}

"""How many NGOs, on a day, by one dimension. Each NGO counts once, whatever its certificates."""

from functools import cache
from typing import Any

from sqlalchemy import Date, Select, Text, and_, bindparam, case, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY

from chassis.reader import Statement
from registry.certificates.models import Certificate
from registry.certificates.queries import valid_on
from registry.ngos.models import Ngo
from registry.places.models import Country, Province, Region, Sector

_ON = bindparam("as_of", type_=Date)
_FILTERS = {
    "region": Country.region == bindparam("region"),
    "country": Ngo.home_country == bindparam("country"),
    "sector": Ngo.sectors.contains([bindparam("sector")]),
}
_COVER = Certificate.provinces.overlap(bindparam("provinces", type_=ARRAY(Text)))

# The dimension's key for one NGO, over its certificates valid that day. An NGO in several provinces
# or with certificates of both kinds belongs to no single row: it is counted in `several`.
_SEVERAL = literal("several")


@cache
def ngos_by(by: str, used: frozenset[str]) -> Statement:
    """Rows (key, count) of the NGOs valid on `as_of` under the filters `used`."""
    return Statement(_select(by, used))


def _select(by: str, used: frozenset[str]) -> Select[Any]:
    where = [valid_on(_ON)] + [_FILTERS[name] for name in sorted(used) if name in _FILTERS]
    if "provinces" in used:
        where.append(_COVER)
    joined = (
        select()
        .join_from(Ngo, Certificate, Certificate.ngo_id == Ngo.id)
        .join(Country, Country.code == Ngo.home_country)
    )
    if by == "province":
        code = func.unnest(Certificate.provinces).column_valued("province_code")
        wanted = (
            [code == func.any(bindparam("provinces", type_=ARRAY(Text)))]
            if "provinces" in used
            else []
        )
        each = (
            joined.add_columns(Ngo.id.label("ngo"), code.label("one"))
            .join(code, literal(True))
            .where(*where, *wanted)
        )
    else:
        one = {
            "region": Country.region, "country": Ngo.home_country, "kind": Certificate.kind,
            "sector": func.coalesce(Ngo.sectors[1], "unknown"),
        }[by]  # fmt: skip
        each = joined.add_columns(Ngo.id.label("ngo"), one.label("one")).where(*where)
    rows = each.subquery("each_one")
    single = case(
        (func.min(rows.c.one) == func.max(rows.c.one), func.min(rows.c.one)), else_=_SEVERAL
    )
    per_ngo = select(rows.c.ngo, single.label("key")).group_by(rows.c.ngo).subquery("per_ngo")
    return select(per_ngo.c.key, func.count().label("count")).group_by(per_ngo.c.key)


_held = and_(
    func.coalesce(Province.valid_from, literal("1900-01-01").cast(Date)) <= _ON,
    func.coalesce(Province.valid_to, literal("9999-12-31").cast(Date)) >= _ON,
)
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
        .where(_held)
        .order_by(Province.name_sort)
    ),
}

"""How many NGOs, on a day, by one dimension. Each NGO counts once, whatever its certificates."""

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
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY

from chassis.reader import Statement
from registry.certificates.models import Certificate
from registry.certificates.queries import over_by, valid_on
from registry.ngos.models import Ngo
from registry.places.models import Country, Province, Region, Sector
from registry.places.queries import code_today, held_on, holds

_ON = bindparam("as_of", type_=Date)
_AREA = bindparam("provinces", type_=ARRAY(Text))
_COVERED = func.unnest(Certificate.provinces).table_valued("code", name="covered").render_derived()
_FILTERS = {
    "region": Country.region == bindparam("region"),
    "country": Ngo.home_country == bindparam("country"),
    "sector": holds(Ngo.sectors, "sector"),
    "provinces": Certificate.provinces.overlap(_AREA),
}


def _only(value: SQLColumnExpression[str]) -> ColumnElement[str]:
    """An NGO in several provinces, or with certificates of both kinds, belongs to no single row."""
    return case((func.min(value) == func.max(value), func.min(value)), else_=literal("other"))


# The one key of an NGO, over those of its certificates that count.
_KEYS: dict[str, SQLColumnExpression[str]] = {
    "region": Country.region,
    "country": Ngo.home_country,
    "sector": func.coalesce(Ngo.sectors[1], "unknown"),
    "province": _only(_COVERED.c.code),
    "kind": _only(Certificate.kind),
    "status": case(
        (func.bool_or(valid_on(_ON)), literal("valid")),
        (func.bool_or(over_by(_ON)), literal("expired")),
        else_=literal("none"),
    ),
}


@cache
def ngos_by(by: str, used: frozenset[str], *, of_today: bool = False) -> Statement:
    """Rows (key, count) of the NGOs that count on `as_of` under the filters `used`.

    `of_today`: provinces by the codes that their territory has today.
    """
    return Statement(ngos_select(by, used, of_today=of_today))


def ngos_select(by: str, used: frozenset[str], *, of_today: bool = False) -> Select[Any]:
    """The statement uncompiled: what EXPLAIN in the tests looks at."""
    key = _only(code_today(_COVERED.c.code)) if of_today and by == "province" else _KEYS[by]
    # by status, the certificates of all days count, and an NGO without any as well
    by_status = by == "status"
    certified: Select[Any] = select(key.label("key")).join_from(
        Ngo, Certificate, Certificate.ngo_id == Ngo.id, isouter=by_status
    )
    counted = certified.join(Country, Country.code == Ngo.home_country).where(
        Ngo.merged_into.is_(None),
        *(_FILTERS[name] for name in sorted(used)),
        *([] if by_status else [valid_on(_ON)]),
    )
    if by == "province":
        counted = counted.join(_COVERED, true())
        if "provinces" in used:
            # what a certificate covers beyond the area asked for is not the question
            counted = counted.where(_COVERED.c.code == any_(_AREA))
    ngos = counted.group_by(Ngo.id, Country.region).subquery("per_ngo")
    return select(ngos.c.key, func.count().label("count")).group_by(ngos.c.key)


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

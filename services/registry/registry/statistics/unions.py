"""How many unions, members, recognitions and referrals, by one dimension; rows add up."""

from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Text,
    bindparam,
    case,
    cast,
    extract,
    func,
    literal,
    select,
    text,
)

from chassis.reader import Statement
from registry.members.models import Member
from registry.members.queries import member_on
from registry.recognitions.models import Recognition
from registry.recognitions.queries import FILTERS as RECOGNITION_FILTERS
from registry.referrals.models import Referral
from registry.referrals.queries import INTRODUCED
from registry.units.models import Unit
from registry.units.queries import stood_on

_ON = bindparam("as_of", type_=Date)
_MEMBER_FILTERS: dict[str, ColumnElement[bool]] = {
    "as_of": member_on(_ON),
    "unit_id": Member.unit_id == bindparam("unit_id"),
    "level": Member.level == bindparam("level"),
    "kind": Member.kind == bindparam("kind"),
}


@cache
def members_by(by: str, used: frozenset[str]) -> Statement:
    """Rows (key, count) of members under the filters `used`."""
    key = func.coalesce(getattr(Member, by), literal("unknown"))
    return _counted(key, [_MEMBER_FILTERS[name] for name in sorted(used)])


@cache
def recognitions_by(by: str, used: frozenset[str]) -> Statement:
    """Rows (key, count) of recognitions that stood on `as_of`, under the filters `used`."""
    year = cast(extract("year", Recognition.period_to), Text)
    column = year if by == "year" else getattr(Recognition, by)
    conditions: list[Any] = [RECOGNITION_FILTERS[name] for name in sorted(used)]
    stands = Recognition.revoked_on.is_(None) | (Recognition.revoked_on > _ON)
    return _counted(func.coalesce(column, literal("unknown")), [*conditions, stands])


def _counted(key: Any, conditions: list[Any]) -> Statement:
    named = key.label("key")
    return Statement(select(named, func.count().label("count")).where(*conditions).group_by(named))


_FOUNDED = func.coalesce(cast(extract("year", Unit.founded), Text), literal("unknown"))
# The unions that stood on `as_of`, by level or by the year in which they were founded.
UNITS_BY = {
    by: _counted(key, [stood_on(_ON)]) for by, key in (("level", Unit.level), ("founded", _FOUNDED))
}

UNIONS = Statement(select(Unit.id, Unit.code, Unit.name_vi, Unit.name_en).order_by(Unit.name_sort))
# What was concluded later had earned nobody any credit.
_CREDITS = case((Referral.concluded_on <= _ON, Referral.credits), else_=text("'[]'::jsonb")).label(
    "credits"
)
_YEAR: dict[bool, list[Any]] = {
    False: [],
    True: [extract("year", Referral.introduced_on) == bindparam("year")],
}
REFERRALS = {
    dated: Statement(select(Referral.unit_id, _CREDITS).where(INTRODUCED, *where))
    for dated, where in _YEAR.items()
}

"""How many events, by one dimension. Each event counts once."""

from functools import cache

from sqlalchemy import Label, SQLColumnExpression, case, func, literal, or_, select

from chassis.reader import Statement
from events.countries.queries import LABELS as COUNTRIES
from events.events.models import Event
from events.events.queries import EVENTS
from events.events.windows import Precision
from events.kinds.queries import LABELS as KINDS

LABELS = {"kind": KINDS, "country": COUNTRIES}

_SEVERAL, _UNKNOWN = literal("several"), literal("unknown")
_VAGUE = (Precision.QUARTER, Precision.YEAR)
_KEYS: dict[str, SQLColumnExpression[str]] = {
    "kind": Event.kind,
    "status": Event.status,
    "year": func.to_char(Event.starts_on, "YYYY"),
    # an event known to the quarter or year belongs to no single month
    "month": case(
        (or_(*(Event.precision == vague for vague in _VAGUE)), _UNKNOWN),
        else_=func.to_char(Event.starts_on, "YYYY-MM"),
    ),
    "country": case(
        (func.cardinality(Event.countries) == 0, _UNKNOWN),
        (func.cardinality(Event.countries) > 1, _SEVERAL),
        else_=Event.countries[1],
    ),
}


@cache
def events_by(by: str, used: frozenset[str]) -> Statement:
    """Rows (key, count) of the events under the filters of the list."""
    key: Label[str] = _KEYS[by].label("key")
    where = [EVENTS.filters[name] for name in sorted(used)]
    return Statement(select(key, func.count().label("count")).where(*where).group_by(key))

"""The two SELECTs of the feed."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import DateTime, and_, bindparam, case, func, literal, or_, select

from chassis.reader import Reader, Row, Statement
from events.events.models import Event
from events.events.rules import Status

# A cancellation stays until the slowest calendar programs have read it; what is past, for a year.
CANCELLED_KEPT = timedelta(days=30)
DONE_KEPT = timedelta(days=365)

_NOW = bindparam("now", type_=DateTime(timezone=True))
_LEAVES = case(
    (Event.status == Status.CANCELLED, Event.status_at + CANCELLED_KEPT),
    (Event.status == Status.DONE, Event.ends_at + DONE_KEPT),
    else_=literal(None, DateTime(timezone=True)),
)
_MINE = Event.unit_id == bindparam("unit")
_FRAGMENTS = Statement(
    select(Event.ics)
    .where(and_(_MINE, Event.ics.is_not(None), or_(_LEAVES.is_(None), _LEAVES > _NOW)))
    .order_by(Event.starts_at, Event.id)
)
# Also what is no longer shown counts: an event that left changed the feed when it left.
_CHANGED = Statement(
    select(
        func.max(func.greatest(Event.updated_at, case((_LEAVES <= _NOW, _LEAVES))))
    ).where(_MINE)
)  # fmt: skip


class Feed(NamedTuple):
    events: list[bytes]
    changed: datetime


async def feed(read: Reader, unit: Row, now: datetime) -> Feed:
    """The fragments of a union's public events, and when the feed last changed."""
    values = {"unit": unit["id"], "now": now}
    changed = await read.value(_CHANGED, values)
    rows = await read.rows(_FRAGMENTS, values)
    latest = max(changed, unit["updated_at"]) if changed else unit["updated_at"]
    return Feed([row["ics"] for row in rows], latest)

"""Every SELECT on recognitions."""

from datetime import date
from typing import Any

from sqlalchemy import Date, bindparam, case, extract, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import NotFound
from chassis.imprecise import first_day
from chassis.listing import Listing, Order, contains
from chassis.reader import Reader, Row, Statement
from chassis.records import in_order, named
from registry.finding import searched
from registry.members.models import Member
from registry.ngos.lineage import of_ngo
from registry.ngos.models import Ngo
from registry.recognitions import rules
from registry.recognitions.models import Recognition
from registry.recognitions.rules import NAMED_BY, RecipientType
from registry.sheets import sheet
from registry.units.models import Unit

_HIDDEN = ("search", "unit_ids", "recipient_key", "achievement_key", "decided_on")
_ON = bindparam("as_of", type_=Date)


# `rules.told_on` in SQL: what was taken back later still stood.
_STATUS_THEN = case((Recognition.revoked_on > _ON, "granted"), else_=Recognition.status)
FILTERS: dict[str, Any] = {
    "unit_id": bindparam("unit_id", type_=Recognition.unit_id.type) == Recognition.unit_ids.any_(),
    "kind": Recognition.kind == bindparam("kind"),
    "recipient_type": Recognition.recipient_type == bindparam("recipient_type"),
    "level": Recognition.level == bindparam("level"),
    "status": Recognition.status == bindparam("status"),
    "status_then": bindparam("status_then") == _STATUS_THEN,
    "as_of": Recognition.decided_on <= _ON,
    "year": extract("year", Recognition.period_to) == bindparam("year"),
}
RECOGNITIONS = Listing(
    select(*[c for c in Recognition.__table__.columns if c.name not in _HIDDEN]),
    record=Recognition.id,
    sheet=sheet(
        *("khen-thuong", "unit_id", "code", "kind", "title", "giver", "presenter"),
        *("recipient_type", "recipient", "level", "decision_number", "decided"),
        *("achievement", "period_from", "period_to", "status", "revoked_on"),
        *("reason", "source", "verified"),
        *("note", "demo"),
    ),
    orders={"decided": Order(Recognition.decided_on, date)},
    filters={
        "q": contains(Recognition.search),
        "ngo_id": of_ngo(Recognition.recipient_ngo_id),
        **FILTERS,
    },
)
_SHOWN = ("code", "status", "title", "giver", "recipient", "decision_number", "decided")
_VERIFIED = Statement(
    select(*[getattr(Recognition, name) for name in (*_SHOWN, "achievement", "demo")]).where(
        Recognition.code == bindparam("code")
    )
)


async def verified(read: Reader, code: str) -> Row:
    """What the certificate with this code says; 404 for a code that nobody gave out."""
    row = await read.row(_VERIFIED, {"code": code.upper()})
    if row is None:
        raise NotFound
    return row


async def settle(tx: AsyncSession, recognition: Recognition) -> None:
    """Set the columns that follow from the others; refuse recipients that are on no record."""
    r = recognition
    in_order("registry.dates_out_of_order", period_from=r.period_from, period_to=r.period_to)
    kind = RecipientType(r.recipient_type)
    rules.require_recipient(kind, {field: getattr(r, field) for field in NAMED_BY.values()})
    unit = "registry.no_such_unit"
    await named(tx, Unit, r.giver_unit_id, unit, "giver_unit_id")
    await named(tx, Unit, r.recipient_unit_id, unit, "recipient_unit_id")
    await named(tx, Ngo, r.recipient_ngo_id, "registry.unknown_ngo", "recipient_ngo_id")
    member = "registry.no_such_member"
    await named(tx, Member, r.recipient_member_id, member, "recipient_member_id")
    record = getattr(r, NAMED_BY[kind]) if kind in NAMED_BY else None
    r.decided_on = first_day(r.decided) or date.min
    r.unit_ids = list({u for u in (r.giver_unit_id, r.recipient_unit_id) if u} or {r.unit_id})
    r.recipient_key = rules.recipient_key(kind, r.recipient, record)
    r.achievement_key = rules.achievement_key(r.achievement, r.period_from, r.period_to)
    r.search = searched(r.recipient, r.title, r.giver, r.achievement, r.code)

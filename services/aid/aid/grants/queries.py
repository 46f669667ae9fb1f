"""Every SELECT and lock on grants, their deeds and their running numbers."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Text, bindparam, case, cast, exists, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY, array, insert
from sqlalchemy.ext.asyncio import AsyncSession

from aid.donors import queries as donors
from aid.grants.models import Grant, GrantAct, GrantNumber
from aid.grants.rules import AWAITED, RELATION, Deed, code
from aid.grants.sheet import SHEET
from aid.recipients import queries as recipients
from chassis.identity import Actor
from chassis.listing import Listing, Order, contains
from chassis.records import find
from chassis.tenancy import by_unit, finished_by, seen_by

_COLUMNS = (
    Grant.id, Grant.version, Grant.created_at, Grant.updated_at, Grant.unit_id, Grant.code,
    Grant.status, Grant.title_vi, Grant.title_en, Grant.form, Grant.donor_id, Grant.donor_name,
    Grant.recipient_id, Grant.recipient_name, Grant.authority, Grant.provinces,
    cast(Grant.amount, Text).label("amount"), Grant.currency, Grant.submitted_on,
    Grant.approved_on, Grant.demo,
)  # fmt: skip
# What a person would have to do next, and whether another part of theirs forbids it.
_NEXT_PART = case({status: part for status, (_, part) in AWAITED.items()}, value=Grant.status)
_BARRED = exists().where(
    GrantAct.grant_id == Grant.id,
    GrantAct.person_id == bindparam("person_id"),
    GrantAct.part != _NEXT_PART,
)

GRANTS = Listing(
    select(*_COLUMNS),
    record=Grant.id,
    sheet=SHEET,
    orders={
        "approved_on": Order(Grant.approved_order, date),
        "updated_at": Order(Grant.updated_at, datetime),
        "code": Order(Grant.code, str),
    },
    filters={
        **by_unit(Grant.unit_id),
        "q": contains(Grant.search),
        "form": Grant.form == bindparam("form"),
        "status": Grant.status == bindparam("status"),
        "donor_id": Grant.donor_id == bindparam("donor_id"),
        "recipient_id": Grant.recipient_id == bindparam("recipient_id"),
        "province": Grant.provinces.contains(cast(array([bindparam("province")]), ARRAY(Text))),
        # the column of the order, so that one index serves both; an approval is never that old
        "approved_from": Grant.approved_order >= bindparam("approved_from", type_=Date),
        "approved_to": (Grant.approved_order <= bindparam("approved_to", type_=Date))
        & Grant.approved_on.is_not(None),
        "demo": Grant.demo == bindparam("demo"),
        "finisher": func.coalesce(Grant.keeper_id, Grant.unit_id) == bindparam("finisher"),
        "statuses": Grant.status == bindparam("statuses", type_=ARRAY(Text)).any_(),
        "person_id": ~_BARRED,
    },
)


def shown(item: dict[str, Any]) -> dict[str, Any]:
    """A list's row with its amount as the wire shows it."""
    text, currency = item["amount"], item.pop("currency")
    if text is not None:
        item["amount"] = {"amount": text.removesuffix(".00"), "currency": currency}
    return item


async def get(tx: AsyncSession, grant_id: UUID, actor: Actor) -> Grant:
    """One dossier of the caller's unit, or of any for national staff."""
    return await find(tx, Grant, grant_id, _seen_by(actor))


async def lock_seen(tx: AsyncSession, grant_id: UUID, actor: Actor) -> Grant:
    """One dossier that the caller may know of, locked until the end of the transaction."""
    return await find(tx, Grant, grant_id, _seen_by(actor), lock=True)


async def lock_own(tx: AsyncSession, grant_id: UUID, unit_id: UUID) -> Grant:
    """One dossier that is this unit's to finish, locked until the end of the transaction."""
    mine = finished_by(unit_id, Grant.unit_id, Grant.keeper_id)
    return await find(tx, Grant, grant_id, mine, lock=True)


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    return or_(seen_by(actor, Grant.unit_id), Grant.keeper_id == actor.unit_id)


async def relations(tx: AsyncSession, grant_id: UUID, persons: Collection[UUID]) -> set[str]:
    """What these persons, who act as one, have been to this dossier; read after it is locked."""
    done = select(GrantAct.act).where(
        GrantAct.grant_id == grant_id, GrantAct.person_id.in_(persons)
    )
    return {RELATION[Deed(act)] for act in await tx.scalars(done)}


async def mark(tx: AsyncSession, grant_id: UUID, persons: Collection[UUID], deed: Deed) -> None:
    """Remember a deed of these persons: who did it, and in whose place. A second part of one of
    them in the same dossier breaks `grant_acts_four_eyes`."""
    done = [{"grant_id": grant_id, "person_id": one, "act": deed} for one in sorted(persons)]
    row = insert(GrantAct).values(done)
    # named, because an unnamed target would swallow the four eyes as well
    same = (GrantAct.grant_id, GrantAct.person_id, GrantAct.act)
    await tx.execute(row.on_conflict_do_nothing(index_elements=same))


async def take_names(tx: AsyncSession, grant: Grant) -> None:
    """Take over the names of donor and recipient; 409 for one that the unit does not know."""
    donor = recipient = None
    # a dossier half changed is not written: it would count as two changes
    with tx.no_autoflush:
        if grant.donor_id:
            donor = await donors.named(tx, grant.donor_id, grant.units)
        if grant.recipient_id:
            recipient = await recipients.named(tx, grant.recipient_id, grant.units)
    grant.donor_name = donor.name_vi if donor else None
    grant.recipient_name = recipient.name_vi if recipient else None


async def next_code(tx: AsyncSession, unit_id: UUID, year: int) -> str:
    """The next code of a unit's year, without gaps: the number goes back if the entry fails."""
    row = insert(GrantNumber).values(unit_id=unit_id, year=year, last=1)
    taken = row.on_conflict_do_update(
        index_elements=[GrantNumber.unit_id, GrantNumber.year],
        set_={"last": GrantNumber.last + 1},
    )
    return code(year, (await tx.execute(taken.returning(GrantNumber.last))).scalar_one())

"""Every SELECT and lock on donors, and how a change of the registry is taken over."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from aid.donors.models import Donor
from aid.donors.rules import DonorKind
from aid.names import derived
from aid.store import Mirror
from chassis.db import now
from chassis.errors import FieldProblem, RuleViolation
from chassis.identity import Actor
from chassis.listing import Listing, Order, contains
from chassis.reader import Statement
from chassis.records import find
from chassis.tenancy import by_unit, seen_by

DONORS = Listing(
    select(
        Donor.id,
        Donor.version,
        Donor.created_at,
        Donor.updated_at,
        Donor.unit_id,
        Donor.kind,
        Donor.name_vi,
        Donor.name_en,
        Donor.home_country,
        Donor.demo,
    ).where(~Donor.gone),
    record=Donor.id,
    orders={"name": Order(Donor.name_sort, str)},
    filters={
        "q": contains(Donor.search),
        "country": Donor.home_country == bindparam("country"),
        "kind": Donor.kind == bindparam("kind"),
        "demo": Donor.demo == bindparam("demo"),
        **{name: or_(Donor.unit_id.is_(None), own) for name, own in by_unit(Donor.unit_id).items()},
    },
)
HEARD = Statement(select(Mirror.as_of).where(Mirror.source == "registry"))


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    return or_(Donor.unit_id.is_(None), seen_by(actor, Donor.unit_id))


async def get(tx: AsyncSession, donor_id: UUID, actor: Actor) -> Donor:
    """One donor that the caller may know of."""
    return await find(tx, Donor, donor_id, _seen_by(actor))


async def lock(tx: AsyncSession, donor_id: UUID, unit_id: UUID) -> Donor:
    """One donor of this unit, or the copy of an NGO, locked until the end of the transaction."""
    known = or_(Donor.unit_id.is_(None), Donor.unit_id == unit_id)
    return await find(tx, Donor, donor_id, known, lock=True)


async def named(tx: AsyncSession, donor_id: UUID, units: Collection[UUID]) -> Donor:
    """The donor that a grant of these units names; 409 when none knows such a donor."""
    known = or_(Donor.unit_id.is_(None), Donor.unit_id.in_(units))
    donor = await tx.scalar(select(Donor).where(Donor.id == donor_id, known, ~Donor.gone))
    if donor is None:
        code = "aid.unknown_donor"
        raise RuleViolation(code, errors=[FieldProblem("/body/donor_id", code)])
    return donor


async def apply(
    tx: AsyncSession, record_id: str, version: int, record: Mapping[str, Any] | None
) -> None:
    """Take over one change of an NGO; an older version than ours changes nothing."""
    donor_id = UUID(record_id)
    newer = (Donor.kind == DonorKind.NGO) & (Donor.version < version)
    if record is None:
        await tx.execute(
            update(Donor).where(Donor.id == donor_id, newer).values(gone=True, version=version)
        )
        return
    told = {
        "version": version,
        "updated_at": now(),
        "name_vi": record["name_vi"],
        "name_en": record["name_en"],
        "home_country": record["home_country"],
        "demo": record["demo"],
        "gone": False,
        **derived(record["name_vi"], record["name_en"]),
    }
    row = insert(Donor).values(id=donor_id, kind=DonorKind.NGO, created_at=now(), **told)
    await tx.execute(row.on_conflict_do_update(index_elements=[Donor.id], set_=told, where=newer))

"""The two records of a merge, what hangs on them, and the merge itself."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import exists, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from chassis.db import now
from chassis.errors import NotFound, RuleViolation
from registry.certificates.models import Certificate
from registry.ngos.merges.models import NgoMerge
from registry.ngos.models import Ngo
from registry.obligations.models import Obligation
from registry.procedures.models import Procedure

Paper = Certificate | Procedure | Obligation


async def lock_both(tx: AsyncSession, one: UUID, other: UUID) -> tuple[Ngo, Ngo | None]:
    """Both records, locked in the order of their ids, so that two merges never wait in a ring."""
    rows = await tx.scalars(
        select(Ngo).where(Ngo.id.in_((one, other))).order_by(Ngo.id).with_for_update()
    )
    found = {ngo.id: ngo for ngo in rows}
    if one not in found:
        raise NotFound
    return found[one], found.get(other)


async def hand_over(
    tx: AsyncSession, of: Ngo, to: Ngo, only: Collection[str] | None = None
) -> list[Paper]:
    """The certificates of one NGO, the procedures on them and what is owed for them are the other's
    and its unit's from now on (`only` these). What both told of one year stays with each: there is
    no saying which of the two counts."""
    same = aliased(Obligation)
    told = exists().where(
        same.ngo_id == to.id, same.rule == Obligation.rule, same.year == Obligation.year
    )
    found: list[Paper] = []
    for kind, mine in ((Certificate, true()), (Procedure, true()), (Obligation, ~told)):
        moved = update(kind).where(kind.ngo_id == of.id, mine)
        if only is not None:
            moved = moved.where(kind.id.in_([UUID(one) for one in only]))
        values = {"ngo_id": to.id, "unit_id": to.unit_id, "updated_at": now()}
        found += await tx.scalars(moved.values(**values, version=kind.version + 1).returning(kind))
    return found


async def merge_of(tx: AsyncSession, ngo_id: UUID) -> NgoMerge:
    """The merge that this record went away in; refused when it did not."""
    found = await tx.scalar(
        select(NgoMerge).where(NgoMerge.ngo_id == ngo_id, NgoMerge.undone_at.is_(None))
    )
    if found is None:
        if await tx.get(Ngo, ngo_id) is None:
            raise NotFound
        raise RuleViolation("registry.not_merged")
    return found

"""The two records of a merge, what hangs on them, and the merge itself."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import NotFound, RuleViolation
from registry.certificates.models import Certificate
from registry.ngos.merges.models import NgoMerge
from registry.ngos.models import Ngo
from registry.procedures.models import Procedure

Paper = Certificate | Procedure


async def lock_both(tx: AsyncSession, one: UUID, other: UUID) -> tuple[Ngo, Ngo | None]:
    """Both records, locked in the order of their ids, so that two merges never wait in a ring."""
    rows = await tx.scalars(
        select(Ngo).where(Ngo.id.in_((one, other))).order_by(Ngo.id).with_for_update()
    )
    found = {ngo.id: ngo for ngo in rows}
    if one not in found:
        raise NotFound
    return found[one], found.get(other)


async def papers_of(tx: AsyncSession, ngo_id: UUID) -> list[Paper]:
    """The certificates of an NGO and the procedures on them, locked."""
    certificates = select(Certificate).where(Certificate.ngo_id == ngo_id).with_for_update()
    procedures = select(Procedure).where(Procedure.ngo_id == ngo_id).with_for_update()
    return [*await tx.scalars(certificates), *await tx.scalars(procedures)]


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

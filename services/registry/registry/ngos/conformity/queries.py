"""What an NGO's certificates and the reference lists say on a day."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from registry.certificates.models import Certificate
from registry.certificates.queries import valid_on
from registry.certificates.rules import said_on
from registry.places.models import Province, Sector


async def certificates_on(tx: AsyncSession, ngo_id: UUID, day: date) -> list[dict[str, Any]]:
    """The certificates in force that day, each with what it said then."""
    found = await tx.scalars(
        select(Certificate)
        .where(Certificate.ngo_id == ngo_id, valid_on(day))
        .order_by(Certificate.valid_from, Certificate.number)
    )
    names = ("kind", "number", "issued_on", "provinces", "sectors", "former")
    stored = [{name: getattr(one, name) for name in names} for one in found]
    return [{**one, **said_on(one, day)} for one in stored]


async def sector_parents(tx: AsyncSession) -> dict[str, str]:
    """Each sector that is a part of another, with that one."""
    rows = await tx.execute(select(Sector.code, Sector.parent))
    return {code: parent for code, parent in rows if parent}


async def provinces_became(tx: AsyncSession, day: date) -> dict[str, str]:
    """Each province that had gone into another by that day, with that one."""
    rows = await tx.execute(
        select(Province.code, Province.successor_code).where(
            Province.successor_code != Province.code, Province.successor_from <= day
        )
    )
    return {code: successor for code, successor in rows if successor}

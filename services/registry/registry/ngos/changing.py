"""A change of an NGO's record: by who keeps it, or as another unit proposed."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from chassis.days import today
from registry.ngos import queries, rules
from registry.ngos.models import Ngo
from registry.ngos.schemas import derived
from registry.places.queries import require_country, require_sectors


async def require_sound(tx: AsyncSession, ngo: Ngo, changes: Mapping[str, Any]) -> None:
    """Refuse unknown codes, numbers that cannot be, and a duplicate that is not there."""
    if "home_country" in changes:
        await require_country(tx, changes["home_country"])
    # a sector that was on record stays when it is over: only what is added has to hold today
    added = [code for code in changes.get("sectors", []) if code not in ngo.sectors]
    await require_sectors(tx, added, today())
    rules.require_entries(changes)
    await queries.require_other(tx, ngo, changes.get("duplicate_of"))


def put(ngo: Ngo, changes: Mapping[str, Any]) -> None:
    """Set these fields and what follows from them."""
    for name, value in (dict(changes) | derived(dict(changes), ngo)).items():
        setattr(ngo, name, value)

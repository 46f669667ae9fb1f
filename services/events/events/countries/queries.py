"""Every SELECT on countries."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, RuleViolation
from chassis.reader import Statement
from events.countries.models import Country

LABELS = Statement(
    select(Country.code, Country.name_vi, Country.name_en).order_by(Country.position)
)


async def require(tx: AsyncSession, codes: list[str]) -> None:
    """Refuse a country code that is in no row."""
    if not codes:
        return
    known = set(await tx.scalars(select(Country.code).where(Country.code.in_(codes))))
    for code in sorted(set(codes) - known):
        problem = FieldProblem("/body/countries", "events.unknown_country", (("value", code),))
        raise RuleViolation("events.unknown_country", errors=[problem], value=code)

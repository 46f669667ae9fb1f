"""Counts and sums of approved grants: whole months from the summary, other days from the grants."""

from functools import cache
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Date,
    Integer,
    Numeric,
    Select,
    Subquery,
    Text,
    Uuid,
    bindparam,
    case,
    cast,
    delete,
    func,
    insert,
    literal,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from aid.donors.models import Donor
from aid.grants.models import Grant
from aid.recipients.models import Recipient
from aid.statistics.models import GrantTotal
from aid.statistics.rules import SUMMARISED
from chassis.reader import Statement
from chassis.tenancy import among

_MONEY = ("currency", "rate_id", "usd_rate_id")
_CELL = ("unit_id", "month", "form", *_MONEY)
_APPROVED = Grant.approved_on.is_not(None)
DONOR_NAMES = Statement(
    select(cast(Donor.id, Text).label("key"), Donor.name_vi, Donor.name_en).where(
        Donor.id == bindparam("ids", type_=ARRAY(Uuid)).any_()
    )
)


@cache
def totals_by(dimensions: tuple[str, ...], with_unit: bool) -> Statement:
    """Rows (one key per dimension, currency, rates, count, amount) under a period and a unit."""
    return Statement(select_totals(dimensions, with_unit))


def select_totals(dimensions: tuple[str, ...], with_unit: bool) -> Select[Any]:
    """The statement of `totals_by`, uncompiled: what EXPLAIN in the tests looks at."""
    if SUMMARISED.issuperset(dimensions):
        parts = _summarised(with_unit).subquery("parts")
    else:
        parts = _raw(dimensions, with_unit)
    keys = [
        cast(func.extract("year", parts.c.day), Integer).cast(Text).label("year")
        if name == "year"
        else parts.c[name]
        for name in dimensions
    ]
    grouped = [*keys, *(parts.c[name] for name in _MONEY)]
    sums = (
        cast(func.sum(parts.c.count), Integer).label("count"),
        func.sum(parts.c.amount).label("amount"),
    )
    return select(*grouped, *sums).group_by(*grouped)


def _summarised(with_unit: bool) -> CompoundSelect[Any]:
    months = select(
        GrantTotal.month.label("day"),
        *(getattr(GrantTotal, name) for name in ("form", *_MONEY, "count", "amount")),
    ).where(
        GrantTotal.month >= bindparam("first", type_=Date),
        GrantTotal.month < bindparam("beyond", type_=Date),
    )
    if with_unit:
        months = months.where(among(GrantTotal.unit_id))
    return union_all(months, _days("head", with_unit), _days("tail", with_unit))


def _days(span: str, with_unit: bool) -> Select[Any]:
    return _within(
        select(
            Grant.approved_on.label("day"),
            *(getattr(Grant, name) for name in ("form", *_MONEY)),
            literal(1, Integer).label("count"),
            Grant.amount,
        ),
        span,
        with_unit,
    )


def _within(statement: Select[Any], span: str, with_unit: bool) -> Select[Any]:
    """Approved from `<span>_from` to `<span>_to`; the order's column, because it has the index."""
    statement = statement.where(
        Grant.approved_order >= bindparam(f"{span}_from", type_=Date),
        Grant.approved_order <= bindparam(f"{span}_to", type_=Date),
        _APPROVED,
    )
    return statement.where(among(Grant.unit_id)) if with_unit else statement


def _raw(dimensions: tuple[str, ...], with_unit: bool) -> Subquery:
    """Every grant of the period with its keys; by sector once per sector, with its share."""
    several = case(
        (func.cardinality(Grant.provinces) == 1, Grant.provinces[1]),
        (func.cardinality(Grant.provinces) == 0, "unknown"),
        else_="several",
    )
    keys = {
        "province": several,
        "donor": func.coalesce(cast(Grant.donor_id, Text), "unknown"),
        "donor_country": func.coalesce(Donor.home_country, "unknown"),
        "recipient_kind": func.coalesce(Recipient.kind, "unknown"),
    }
    count: Any = literal(1, Integer)
    amount: Any = Grant.amount
    # each sector of the grant: (share, place); a grant without any is one row of no sector
    shares = (
        func.jsonb_array_elements(Grant.sectors)
        .table_valued("value", with_ordinality="place", name="share")
        .render_derived()
    )
    if "sector" in dimensions:
        part = shares.c.value.op("->>")("percentage")
        keys["sector"] = func.coalesce(shares.c.value.op("->>")("code"), "unknown")
        amount = Grant.amount * func.coalesce(cast(part, Numeric), 100) / 100
        # a grant is counted once, in the sector that it names first: its main one
        count = case((func.coalesce(shares.c.place, 1) == 1, 1), else_=0)
    statement = select(
        Grant.approved_on.label("day"),
        *(getattr(Grant, name) for name in ("form", *_MONEY)),
        *(key.label(name) for name, key in keys.items() if name in dimensions),
        count.label("count"),
        amount.label("amount"),
    ).select_from(Grant)
    if "donor_country" in dimensions:
        statement = statement.outerjoin(Donor, Donor.id == Grant.donor_id)
    if "recipient_kind" in dimensions:
        statement = statement.outerjoin(Recipient, Recipient.id == Grant.recipient_id)
    if "sector" in dimensions:
        statement = statement.outerjoin(shares, literal(True))
    return _within(statement, "all", with_unit).subquery("parts")


async def fold(tx: AsyncSession, most: int = 1000) -> int:
    """Replace the rows of cells that have several by their sum; how many cells were folded."""
    columns = [getattr(GrantTotal, name) for name in _CELL]
    cells = select(*columns).group_by(*columns).having(func.count() > 1).limit(most).cte("cells")
    same = [getattr(GrantTotal, name).is_not_distinct_from(cells.c[name]) for name in _CELL]
    gone = delete(GrantTotal).where(*same).returning(*columns, GrantTotal.count, GrantTotal.amount)
    taken = gone.cte("gone")
    summed = select(
        *(taken.c[name] for name in _CELL),
        cast(func.sum(taken.c.count), Integer),
        func.sum(taken.c.amount),
    ).group_by(*(taken.c[name] for name in _CELL))
    # a cell that adds up to nothing is written as well: it is one row, and rare
    written = insert(GrantTotal).from_select([*_CELL, "count", "amount"], summed)
    result = await tx.execute(written.returning(GrantTotal.id))
    return len(result.all())

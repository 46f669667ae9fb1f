"""Every SELECT and lock on certificates, and what "valid on a day" means in SQL."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    SQLColumnExpression,
    Text,
    and_,
    bindparam,
    case,
    cast,
    column,
    func,
    literal_column,
    not_,
    or_,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.listing import Listing, Order
from chassis.records import find
from registry.certificates.models import Certificate
from registry.certificates.sheet import SHEET
from registry.places.models import Country
from registry.places.queries import holds

_UNAMENDED = Certificate.former == text("'[]'::jsonb")


def valid_on(day: Any) -> ColumnElement[bool]:
    """Valid that day: begun, its last day not past, and not ended early."""
    return and_(
        Certificate.valid_from <= day,
        or_(Certificate.valid_to.is_(None), Certificate.valid_to >= day),
        or_(Certificate.ended_on.is_(None), Certificate.ended_on > day),
    )


def provinces_on(day: Any) -> SQLColumnExpression[list[str]]:
    """The provinces it covered that day: those of the first amendment that came later, or now."""
    entry = func.jsonb_array_elements(Certificate.former).table_valued(
        column("value", JSONB), name="entry"
    )
    said = entry.c.value
    until = cast(said["until"].astext, Date)
    # `value` is what PostgreSQL itself calls that column: any other name could be an outer one
    codes = func.jsonb_array_elements_text(said["provinces"]).table_valued("value", name="codes")
    then = (
        select(func.array(select(codes.c.value).correlate(entry).scalar_subquery()))
        .select_from(entry)
        .where(until >= day)
        .order_by(until)
        .limit(1)
        .scalar_subquery()
    )
    return case(
        (_UNAMENDED, Certificate.provinces), else_=func.coalesce(then, Certificate.provinces)
    )


def covering_on(day: Any, matches: Callable[[Any], ColumnElement[bool]]) -> ColumnElement[bool]:
    """Its area that day matches. Most were never amended: those are found by the index."""
    return or_(
        and_(_UNAMENDED, matches(Certificate.provinces)),
        and_(not_(_UNAMENDED), matches(provinces_on(day))),
    )


def over_by(day: Any) -> ColumnElement[bool]:
    """No longer valid that day: past its last day, or ended early."""
    return or_(Certificate.valid_to < day, Certificate.ended_on <= day)


def _area(name: str) -> Any:
    return bindparam(name, type_=ARRAY(Text))


def _listing() -> Listing:
    # imported here: the NGO's queries need valid_on, and this list needs the NGO's name
    from registry.ngos.models import Ngo

    columns = list(Certificate.__table__.columns)
    last_day = func.coalesce(Certificate.valid_to, literal_column("DATE '9999-12-31'", Date))
    return Listing(
        select(*columns, Ngo.name_vi.label("ngo_name_vi")).join(Ngo, Ngo.id == Certificate.ngo_id),
        record=Certificate.id,
        whole=(
            Ngo.public_id.label("ngo_public_id"),
            select(Country.name_vi)
            .where(Country.code == Ngo.home_country)
            .scalar_subquery()
            .label("home_country_vi"),
        ),
        sheet=SHEET,
        orders={
            "valid_from": Order(Certificate.valid_from, date),
            "valid_to": Order(last_day, date),
        },
        filters={
            "ngo_id": Certificate.ngo_id == bindparam("ngo_id"),
            "kind": Certificate.kind == bindparam("kind"),
            "number": Certificate.number == bindparam("number"),
            "province": holds(Certificate.provinces, "province"),
            "province_then": covering_on(
                bindparam("as_of", type_=Date), lambda codes: holds(codes, "province_then")
            ),
            "area": Certificate.provinces.op("&&")(_area("area")),
            "area_then": covering_on(
                bindparam("as_of", type_=Date), lambda codes: codes.op("&&")(_area("area_then"))
            ),
            "as_of": valid_on(bindparam("as_of", type_=Date)),
            "expiring_from": (Certificate.valid_to >= bindparam("expiring_from", type_=Date))
            & Certificate.ended_on.is_(None),
            "expiring_to": Certificate.valid_to <= bindparam("expiring_to", type_=Date),
        },
    )


CERTIFICATES = _listing()


async def get(tx: AsyncSession, certificate_id: UUID) -> Certificate:
    return await find(tx, Certificate, certificate_id)


async def lock(tx: AsyncSession, certificate_id: UUID) -> Certificate:
    return await find(tx, Certificate, certificate_id, lock=True)

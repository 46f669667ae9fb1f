"""The lists of reference data, and what other aggregates ask of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Date, SQLColumnExpression, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.db import Record
from chassis.errors import FieldProblem, RuleViolation
from chassis.listing import Listing, Order
from registry.places.models import Country, Province, Region, Sector

_SOURCED = ("id", "version", "created_at", "updated_at", "valid_from", "valid_to", "source", "confidence", "verified")  # fmt: skip


def _columns(table: type[Record], *names: str) -> list[SQLColumnExpression[Any]]:
    return [getattr(table, name) for name in (*_SOURCED, *names)]


_ON = bindparam("as_of", type_=Date)

REGIONS = Listing(
    select(*_columns(Region, "taxonomy", "code", "name_vi", "name_en")),
    record=Region.id,
    orders={"position": Order(Region.position, int)},
    filters={},
)
COUNTRIES = Listing(
    select(*_columns(Country, "code", "code3", "name_vi", "name_en", "region")),
    record=Country.id,
    orders={"name": Order(Country.name_sort, str)},
    filters={
        "region": Country.region == bindparam("region"),
        "q": func.vn_fold(Country.name_vi + " " + Country.name_en).like(
            bindparam("q"), escape="\\"
        ),
    },
)
PROVINCES = Listing(
    select(
        *_columns(
            Province,
            "code",
            "kind",
            "name_vi",
            "name_en",
            "short_vi",
            "successor_code",
            "successor_from",
            "note",
        )
    ),  # fmt: skip
    record=Province.id,
    orders={"name": Order(Province.name_sort, str)},
    filters={
        "as_of": or_(Province.valid_from.is_(None), Province.valid_from <= _ON)
        & or_(Province.valid_to.is_(None), Province.valid_to >= _ON),
        "code": Province.code == bindparam("code"),
    },
)
SECTORS = Listing(
    select(
        *_columns(
            Sector, "taxonomy", "code", "parent", "name_vi", "name_en", "dac_vocabulary", "dac_code"
        )
    ),  # fmt: skip
    record=Sector.id,
    orders={"position": Order(Sector.position, int)},
    filters={},
)


def _refuse(code: str, pointer: str, missing: Iterable[str], **params: object) -> None:
    for value in sorted(missing):
        said: dict[str, Any] = {"value": value, **params}
        problem = FieldProblem(pointer, code, tuple(said.items()))
        raise RuleViolation(code, errors=[problem], **said)


async def require_country(tx: AsyncSession, code: str) -> None:
    """Refuse a country code that is in no row."""
    found = set(await tx.scalars(select(Country.code).where(Country.code == code)))
    _refuse("registry.unknown_country", "/body/home_country", {code} - found)


async def require_sectors(tx: AsyncSession, codes: list[str]) -> None:
    """Refuse a sector code that is in no row."""
    if codes:
        found = set(await tx.scalars(select(Sector.code).where(Sector.code.in_(codes))))
        _refuse("registry.unknown_sector", "/body/sectors", set(codes) - found)


async def require_provinces(tx: AsyncSession, codes: list[str], on: date) -> None:
    """Refuse a province code that no unit held on that day."""
    if codes:
        held = (
            Province.code.in_(codes)
            & or_(Province.valid_from.is_(None), Province.valid_from <= on)
            & or_(Province.valid_to.is_(None), Province.valid_to >= on)
        )
        found = set(await tx.scalars(select(Province.code).where(held)))
        _refuse("registry.unknown_province", "/body/provinces", set(codes) - found, on=on)

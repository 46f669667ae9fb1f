"""The lists of reference data, and what other aggregates ask of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    SQLColumnExpression,
    Text,
    and_,
    any_,
    bindparam,
    cast,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.db import Record
from chassis.errors import FieldProblem, RuleViolation
from chassis.listing import Listing, Order
from chassis.reader import Reader, Statement
from registry.places.models import Country, Province, Region, Sector, SectorDacCode, Sourced
from registry.places.rules import absorbed, related, word
from registry.places.schemas import Boundaries
from registry.sheets import sheet

_HELD = ("valid_from", "valid_to", "source", "confidence", "verified")
_RECORD = ("id", "version", "created_at", "updated_at")
_SOURCED = (*_RECORD, *_HELD)


def _columns(table: type[Record], *names: str) -> list[SQLColumnExpression[Any]]:
    return [getattr(table, name) for name in (*_SOURCED, *names)]


def held_on(day: Any, table: type[Sourced] = Province) -> ColumnElement[bool]:
    """The rows (of provinces) that held their code and name that day."""
    return and_(
        or_(table.valid_from.is_(None), table.valid_from <= day),
        or_(table.valid_to.is_(None), table.valid_to >= day),
    )


_ON = bindparam("as_of", type_=Date)


def holds(codes: SQLColumnExpression[list[str]], name: str) -> ColumnElement[bool]:
    """The list of codes holds the one bound to `name`."""
    # text[] @> varchar[] does not exist, and the driver sends text as varchar
    return codes.op("@>")(cast(array([bindparam(name, type_=Text)]), ARRAY(Text)))


REGIONS = Listing(
    select(*_columns(Region, "taxonomy", "code", "name_vi", "name_en")),
    record=Region.id,
    sheet=sheet("khu-vuc", "taxonomy", "code", "name_vi", "name_en", *_HELD),
    orders={"position": Order(Region.position, int)},
    filters={"as_of": held_on(_ON, Region)},
)
COUNTRIES = Listing(
    select(*_columns(Country, "code", "code3", "name_vi", "name_en", "region")),
    record=Country.id,
    sheet=sheet("quoc-gia", "code", "code3", "name_vi", "name_en", "region", *_HELD),
    orders={"name": Order(Country.name_sort, str)},
    filters={
        "as_of": held_on(_ON, Country),
        "region": Country.region == bindparam("region"),
        "q": func.vn_fold(Country.name_vi + " " + Country.name_en).like(
            bindparam("q"), escape="\\"
        ),
    },
)
PROVINCES = Listing(
    select(
        *_columns(Province, "code", "kind", "name_vi", "name_en", "short_vi"),
        *(Province.successor_code, Province.successor_from, Province.note),
    ),
    record=Province.id,
    sheet=sheet(
        *("tinh-thanh", "code", "kind", "name_vi", "name_en", "successor_code", "successor_from"),
        *("note", *_HELD),
    ),
    orders={"name": Order(Province.name_sort, str)},
    filters={
        "as_of": held_on(_ON),
        "code": Province.code == bindparam("code"),
    },
)
_DAC_CODES = (
    select(SectorDacCode.code)
    .where(SectorDacCode.sector_id == Sector.id)
    .order_by(SectorDacCode.position)
    .correlate(Sector)
    .scalar_subquery()
)
SECTORS = Listing(
    select(
        *_columns(Sector, "taxonomy", "code", "parent", "name_vi", "name_en"),
        *(Sector.dac_vocabulary, Sector.dac_code, func.array(_DAC_CODES).label("dac_codes")),
    ),
    record=Sector.id,
    sheet=sheet(
        *("linh-vuc", "taxonomy", "code", "parent", "name_vi", "name_en", "dac_code", "dac_codes"),
        *_HELD,
    ),
    orders={"position": Order(Sector.position, int)},
    filters={"as_of": held_on(_ON, Sector)},
)


_NAMED = Statement(
    select(
        *(Province.code, Province.successor_code),
        func.array_cat(
            array([Province.name_vi, Province.name_en, Province.short_vi]), Province.aliases
        ).label("names"),
    )
)


async def codes_named(read: Reader, name: str) -> list[str]:
    """The codes of the province called `name` at any time, with what it became and came from."""
    rows = await read.rows(_NAMED)
    asked = word(name)
    codes = {row["code"] for row in rows if asked in map(word, row["names"])}
    links = [(row["code"], row["successor_code"]) for row in rows if row["successor_code"]]
    return sorted(related(codes, links)) if codes else []


_MERGERS = Statement(
    select(Province.code, Province.successor_code).where(Province.successor_code.is_not(None))
)


async def with_what_became(read: Reader, codes: Iterable[str]) -> list[str]:
    """Today's `codes` with every former code whose territory is theirs now."""
    links = [(row["code"], row["successor_code"]) for row in await read.rows(_MERGERS)]
    return sorted(absorbed(codes, links))


async def within(read: Reader, province: str | None, boundaries: Boundaries) -> dict[str, Any]:
    """The filter that a province means: its code, or with today's boundaries `area`, what has
    become a part of it as well; empty without one."""
    if province is None:
        return {}
    if boundaries == "now":
        return {"area": await with_what_became(read, [province])}
    return {"province": province}


def among(code: SQLColumnExpression[Any]) -> ColumnElement[bool]:
    """The code is one of the area bound to `area`."""
    return code == any_(bindparam("area", type_=ARRAY(Text)))


def code_today(code: SQLColumnExpression[str]) -> ColumnElement[str]:
    """The code that the territory of `code` has today; no province has changed hands twice."""
    became = (
        select(Province.successor_code)
        .where(Province.code == code, Province.successor_code != code)
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(became, code)


def _refuse(code: str, pointer: str, missing: Iterable[str], **params: object) -> None:
    for value in sorted(missing):
        said: dict[str, Any] = {"value": value, **params}
        problem = FieldProblem(pointer, code, tuple(said.items()))
        raise RuleViolation(code, errors=[problem], **said)


def _holding(table: type[Sourced], on: date, until: date | None) -> ColumnElement[bool]:
    """The rows that held on that day, or on one from it to `until`."""
    return and_(
        or_(table.valid_from.is_(None), table.valid_from <= (until or on)),
        or_(table.valid_to.is_(None), table.valid_to >= on),
    )


async def require_country(tx: AsyncSession, code: str) -> None:
    """Refuse a country code that is in no row."""
    found = set(await tx.scalars(select(Country.code).where(Country.code == code)))
    _refuse("registry.unknown_country", "/body/home_country", {code} - found)


async def require_known_country(tx: AsyncSession, code: str | None, field: str) -> None:
    """Refuse a country code that is in no row; none is fine."""
    if code:
        found = set(await tx.scalars(select(Country.code).where(Country.code == code)))
        _refuse("registry.unknown_country", f"/body/{field}", {code} - found)


async def require_sectors(
    tx: AsyncSession, codes: list[str], on: date, until: date | None = None
) -> None:
    """Refuse a sector code that is in no row, or that did not hold on that day, or on none from it
    to `until`."""
    if codes:
        held = _holding(Sector, on, until).label("held")
        rows = await tx.execute(select(Sector.code, held).where(Sector.code.in_(codes)))
        known = {(code, is_held) for code, is_held in rows}
        unknown = set(codes) - {code for code, _ in known}
        _refuse("registry.unknown_sector", "/body/sectors", unknown)
        over = set(codes) - {code for code, is_held in known if is_held}
        _refuse("registry.sector_not_in_force", "/body/sectors", over, on=on)


async def require_provinces(
    tx: AsyncSession, codes: list[str], on: date, until: date | None = None
) -> None:
    """Refuse a province code that no unit held on that day, or on none from it to `until`."""
    if codes:
        held = select(Province.code).where(Province.code.in_(codes), _holding(Province, on, until))
        found = set(await tx.scalars(held))
        _refuse("registry.unknown_province", "/body/provinces", set(codes) - found, on=on)

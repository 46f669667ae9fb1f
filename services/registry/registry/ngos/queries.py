"""Every SELECT and lock on NGOs."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Date,
    Sequence,
    Text,
    any_,
    bindparam,
    case,
    exists,
    func,
    literal,
    select,
    union,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, NotFound, RuleViolation
from chassis.listing import Listing, Order, contains
from chassis.reader import Reader, Statement
from registry.certificates.models import Certificate
from registry.certificates.queries import covering_on, valid_on
from registry.ngos.identifiers import is_public_id, public_id
from registry.ngos.models import Ngo, NgoIdentifier
from registry.ngos.rules import require_present
from registry.ngos.sheet import SHEET
from registry.places.models import Country
from registry.places.queries import holds

_ON = bindparam("as_of", type_=Date)
_VALID = exists().where(Certificate.ngo_id == Ngo.id, valid_on(_ON))
_COVERING = exists().where(
    Certificate.ngo_id == Ngo.id,
    valid_on(_ON),
    covering_on(_ON, lambda codes: codes.op("&&")(bindparam("provinces", type_=ARRAY(Text)))),
)
_PLACES = bindparam("places", type_=ARRAY(Text))
# One condition over ids, so that each half is found by its own index.
_NAMED_OR_THERE = Ngo.id.in_(
    union(
        select(Ngo.id).where(contains(Ngo.search)),
        select(Certificate.ngo_id).where(Certificate.provinces.overlap(_PLACES)),
    )
)
# What holds a digit may be the number of a certificate as well.
_NAMED_OR_NUMBERED = Ngo.id.in_(
    union(
        select(Ngo.id).where(contains(Ngo.search)),
        select(Certificate.ngo_id).where(
            Certificate.number == any_(bindparam("numbers", type_=ARRAY(Text)))
        ),
    )
)
# Written exactly so, then with other marks, then found by its place; each by name.
_RELEVANCE = (
    case(
        (contains(Ngo.spelling, "spelt"), literal("0")),
        (contains(Ngo.search), literal("1")),
        else_=literal("2"),
    )
    + Ngo.name_sort
)
_AS_WRITTEN = bindparam("as_written", type_=Text)
# A merged record keeps its numbers, but the number leads to the record that replaced it.
_IDENTIFIED = Ngo.id.in_(
    union(
        select(NgoIdentifier.ngo_id).where(NgoIdentifier.mark == bindparam("identifier")),
        select(func.coalesce(Ngo.merged_into, Ngo.id)).where(
            Ngo.public_id == func.upper(_AS_WRITTEN)
        ),
        select(Certificate.ngo_id).where(Certificate.number == _AS_WRITTEN),
    )
)

NGOS = Listing(
    select(
        Ngo.id,
        Ngo.version,
        Ngo.created_at,
        Ngo.updated_at,
        Ngo.unit_id,
        Ngo.public_id,
        Ngo.name_vi,
        Ngo.name_en,
        Ngo.short_name,
        Ngo.home_country,
        Country.region,
        Ngo.sectors,
        Ngo.demo,
    ).join(Country, Country.code == Ngo.home_country),
    record=Ngo.id,
    whole=(
        Country.name_vi.label("home_country_vi"),
        Ngo.website,
        Ngo.founded_year,
        Ngo.note,
        Ngo.names,
        Ngo.identifiers,
    ),
    sheet=SHEET,
    orders={
        "name": Order(Ngo.name_sort, str),
        "updated_at": Order(Ngo.updated_at, datetime),
        "relevance": Order(_RELEVANCE, str),
    },
    filters={
        "present": Ngo.merged_into.is_(None),
        "merged_into": Ngo.merged_into == bindparam("merged_into"),
        "duplicates": Ngo.duplicate_of.is_not(None) == bindparam("duplicates"),
        "q": contains(Ngo.search),
        "places": _NAMED_OR_THERE,
        "numbers": _NAMED_OR_NUMBERED,
        "identifier": _IDENTIFIED,
        "home_country": Ngo.home_country == bindparam("home_country"),
        "region": Country.region == bindparam("region"),
        "sector": holds(Ngo.sectors, "sector"),
        "as_of": _VALID,
        "provinces": _COVERING,
        "demo": Ngo.demo == bindparam("demo"),
    },
)


async def get(tx: AsyncSession, ngo_id: UUID) -> Ngo:
    """One NGO; every staff member may know of it."""
    ngo = await tx.get(Ngo, ngo_id)
    if ngo is None:
        raise NotFound
    return ngo


async def lock(tx: AsyncSession, ngo_id: UUID) -> Ngo:
    """One NGO, locked until the end of the transaction; refused when it went into another."""
    ngo = await tx.get(Ngo, ngo_id, with_for_update=True)
    if ngo is None:
        raise NotFound
    require_present(ngo)
    return ngo


async def require_other(tx: AsyncSession, ngo: Ngo, other: UUID | None) -> None:
    """Refuse to call a record the duplicate of itself, or of one that is not there."""
    if other is None:
        return
    if other == ngo.id or await tx.get(Ngo, other) is None:
        code = "registry.unknown_ngo" if other != ngo.id else "registry.merge_with_itself"
        raise RuleViolation(code, errors=[FieldProblem("/body/duplicate_of", code)])


_NUMBERS = Sequence("ngo_numbers")
_BY_PUBLIC_ID = Statement(select(Ngo.id).where(Ngo.public_id == bindparam("public_id")))


async def public_numbers(tx: AsyncSession, count: int) -> list[int]:
    """So many numbers for public ids that nobody had and nobody will get again."""
    drawn = select(_NUMBERS.next_value()).select_from(func.generate_series(1, count))
    return list(await tx.scalars(drawn))


async def public_ids(tx: AsyncSession, count: int = 1) -> list[str]:
    """So many public ids."""
    return [public_id(number) for number in await public_numbers(tx, count)]


async def resolve(read: Reader, ref: str) -> UUID:
    """The record's id behind an id or an `INGO-…`; a slip in the latter is told from a stranger."""
    if not ref.startswith("INGO"):
        return UUID(ref)
    if not is_public_id(ref):
        raise NotFound("registry.public_id_mistyped")
    found = await read.value(_BY_PUBLIC_ID, {"public_id": ref})
    if found is None:
        raise NotFound
    return UUID(found)

"""The reference lists by name, in one go."""

from sqlalchemy import Date, Text, cast, func, literal, null, select, union_all
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.days import today
from registry.imports.reading import Words
from registry.places.models import Country, Province, Sector
from registry.places.rules import Named, Vocabulary

_TEXTS = ARRAY(Text)
_NONE = cast(array([], type_=Text), _TEXTS)
_NEVER = cast(null(), Date)
_WORDS = union_all(
    select(
        literal("country").label("kind"),
        Country.code,
        func.array_cat(array([Country.name_vi, Country.name_en]), Country.aliases).label("names"),
        array([Country.code3]).label("other_codes"),
        _NEVER.label("valid_from"),
        _NEVER.label("valid_to"),
    ),
    select(
        *(literal("sector"), Sector.code, array([Sector.name_vi, Sector.name_en])),
        *(_NONE, Sector.valid_from, Sector.valid_to),
    ),
    select(
        *(literal("province"), Province.code),
        func.array_cat(
            array([Province.name_vi, Province.name_en, Province.short_vi]), Province.aliases
        ),
        *(_NONE, Province.valid_from, Province.valid_to),
    ),
)


async def words(tx: AsyncSession) -> Words:
    """The reference lists by name, in one go."""
    lists: dict[str, list[Named]] = {"country": [], "province": [], "sector": []}
    for kind, code, names, other_codes, valid_from, valid_to in await tx.execute(_WORDS):
        lists[kind].append(Named(code, tuple(names), tuple(other_codes), valid_from, valid_to))
    countries, provinces, sectors = map(Vocabulary, lists.values())
    return Words(countries, provinces, sectors, today())

"""Names and numbers on record that are like those asked for, found by their indexes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Text, any_, bindparam, column, func, literal, select, union_all
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.db import driver
from chassis.fold import fold
from registry.ngos.duplicates.rules import LIKE, Candidate, Hit, asked_names, candidates
from registry.ngos.finding import mark
from registry.ngos.models import Ngo, NgoIdentifier, NgoName

_RECORD = (Ngo.id, Ngo.public_id, Ngo.name_vi, Ngo.home_country)
_NAMES = bindparam("names", type_=ARRAY(Text))
_MARKS = bindparam("marks", type_=ARRAY(Text))
_ASKED = func.unnest(_NAMES).table_valued(column("folded", Text), name="asked").render_derived()
_LIKENESS = func.similarity(NgoName.folded, _ASKED.c.folded)
# in one message: an import has its ten queries like any other request
COMPARING = (
    "SAVEPOINT comparing; SET LOCAL pg_trgm.similarity_threshold = 0.6;"
    " SET LOCAL statement_timeout = '5s'"
)
_HITS = union_all(
    select(
        *_RECORD,
        literal("name").label("by"),
        NgoName.folded.label("theirs"),
        _ASKED.c.folded.label("asked"),
        _LIKENESS.label("likeness"),
    )
    .select_from(_ASKED)
    .join(NgoName, NgoName.folded.op("%")(_ASKED.c.folded))
    .join(Ngo, Ngo.id == NgoName.ngo_id),
    select(*_RECORD, literal("number"), NgoIdentifier.mark, NgoIdentifier.mark, literal(1.0))
    .join(Ngo, Ngo.id == NgoIdentifier.ngo_id)
    .where(NgoIdentifier.mark == any_(_MARKS)),
)


async def loosen(tx: AsyncSession) -> None:
    """What counts as like, for this transaction only: below it nobody is shown the name."""
    await tx.execute(select(func.set_config("pg_trgm.similarity_threshold", str(LIKE), True)))


async def begin_comparing(tx: AsyncSession) -> None:
    """As `loosen`, for comparisons that are not all that a request does: one that takes too long is
    broken off, and the rest of the transaction stands."""
    connection = driver(tx)
    await connection.execute(COMPARING)


async def end_comparing(tx: AsyncSession) -> None:
    """Nothing was written since `begin_comparing`; its settings end with it."""
    connection = driver(tx)
    await connection.execute("ROLLBACK TO SAVEPOINT comparing; RELEASE SAVEPOINT comparing")


async def hits(tx: AsyncSession, names: Sequence[str], marks: Sequence[str] = ()) -> list[Hit]:
    """What on record is like these names, or bears these numbers; after `loosen`."""
    rows = await tx.execute(
        _HITS, {"names": sorted({fold(name) for name in names}), "marks": list(marks)}
    )
    return [Hit(*row) for row in rows]


async def like(
    tx: AsyncSession, values: Mapping[str, Any], without: UUID | None = None
) -> list[Candidate]:
    """The records that may be the organisation of `values`, but for the record `without`."""
    marks = [mark(entry["value"]) for entry in values.get("identifiers") or ()]
    await loosen(tx)
    found = await hits(tx, asked_names(values), marks)
    return candidates((hit for hit in found if hit.id != without), values["home_country"])


async def like_each(
    tx: AsyncSession, asked: Mapping[int, Mapping[str, Any]]
) -> dict[int, list[Candidate]]:
    """As `like` for many organisations in one statement, without those that nothing is like.

    After `begin_comparing`, once for all such statements.
    """
    names = {key: {fold(name) for name in asked_names(values)} for key, values in asked.items()}
    by_name: dict[str, list[Hit]] = defaultdict(list)
    for hit in await hits(tx, sorted(set[str]().union(*names.values()))):
        by_name[hit.asked].append(hit)
    found = {
        key: candidates((hit for name in mine for hit in by_name[name]), asked[key]["home_country"])
        for key, mine in names.items()
    }
    return {key: ones for key, ones in found.items() if ones}

"""Every look at a subject. The work is the database's: see `sql`."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import TableClause, Text, bindparam, column, delete, func, select, table, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.dialects.postgresql import UUID as PgUUID
from sqlalchemy.ext.asyncio import AsyncSession

Named = tuple[str, UUID]
SHOWN = 200
NOWHERE = ("", UUID(int=0))
# Of the records named, which tables there are in this database, and which are part of them.
PARTS = text("""
  SELECT r AS resource, part, pointer FROM unnest(:resources) AS x(r)
    LEFT JOIN subject_parts ON resource = r WHERE to_regclass(quote_ident(r)) IS NOT NULL
  GROUP BY r, part, pointer""").bindparams(bindparam("resources", type_=ARRAY(Text)))
ENTRIES = text("""
  SELECT jsonb_build_array(after, reason, actor_name) FROM changes
  WHERE actor_id = :account OR (resource, record_id) IN
    (SELECT r, i FROM unnest(:resources, :ids) AS x(r, i))""").bindparams(
    bindparam("resources", type_=ARRAY(Text)),
    bindparam("ids", type_=ARRAY(PgUUID)),
    bindparam("account", type_=PgUUID),
)
IS_DONE = text(
    "SELECT EXISTS (SELECT FROM changes WHERE resource = 'erasures' AND record_id = :id)"
)
_TEXTS, _UUIDS = ARRAY(Text), ARRAY(PgUUID)

# The newest state of each record in which one of the texts stands or ever stood. What came with the
# house is in no log: it has no entries, and whose it is only national staff are told.
FOUND = text("""
  SELECT f.resource, f.record_id AS id, coalesce(n.version, 1) AS version, n.after AS record,
    e.entries
  FROM (SELECT DISTINCT resource, record_id FROM find_subject(:texts)
      WHERE resource <> 'erasures') f
    LEFT JOIN LATERAL (SELECT * FROM changes c WHERE c.resource = f.resource
      AND c.record_id = f.record_id ORDER BY c.id DESC LIMIT 1) n ON true
    CROSS JOIN LATERAL (SELECT count(*) AS entries FROM changes c WHERE c.resource = f.resource
      AND c.record_id = f.record_id) e
  WHERE (:national OR n.unit_id = :unit)
    AND (:resource = '' OR (f.resource, f.record_id) > (:resource, CAST(:record AS uuid)))
  ORDER BY f.resource, f.record_id LIMIT :limit""").bindparams(bindparam("texts", type_=_TEXTS))
ACTS = text("""
  SELECT operation, count(*) AS count, min(at) AS first_at, max(at) AS last_at FROM changes
  WHERE actor_id = :account AND (:national OR unit_id = :unit) GROUP BY operation ORDER BY 1""")
PAPER_TABLES = text("""
  SELECT c.relname::text FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
  WHERE attname = 'file_key' AND relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  ORDER BY 1""")
_PAPER = (
    "id",
    "version",
    "file_key",
    "file_name",
    "title",
    "media_type",
    "size",
    "sha256",
    "unit_id",
)
# Under the unit whose feed told of it: as every other entry about it.
_TOLD_TO = text("""
  SELECT unit_id FROM changes WHERE resource = :resource AND record_id = :id
  ORDER BY id DESC LIMIT 1""")
# Of the records named, those that the caller may erase in.
REACHED = text("""
  SELECT count(*) FROM unnest(:resources, :ids) AS x(r, i) WHERE EXISTS (
    SELECT FROM changes c WHERE c.resource = x.r AND c.record_id = x.i
      AND (:national OR c.unit_id = :unit))
    OR :national AND EXISTS (SELECT FROM find_subject(:texts) f
      WHERE f.resource = x.r AND f.record_id = x.i)""").bindparams(
    bindparam("texts", type_=_TEXTS),
    bindparam("resources", type_=_TEXTS),
    bindparam("ids", type_=_UUIDS),
)
REDACT = text("""
  SELECT * FROM redact_changes(:erasure,
    ARRAY(SELECT c.id FROM changes c WHERE (c.resource, c.record_id) IN
      (SELECT r, i FROM unnest(:resources, :ids) AS x(r, i))),
    ARRAY(SELECT c.id FROM changes c WHERE c.actor_id = :account OR (c.resource, c.record_id) IN
      (SELECT resource, record_id FROM changes WHERE actor_id = :account)),
    :account, :texts, :mark)""").bindparams(
    bindparam("resources", type_=_TEXTS),
    bindparam("ids", type_=_UUIDS),
    bindparam("texts", type_=_TEXTS),
    bindparam("account", type_=PgUUID),
)
ERASE = text("SELECT erase_records(:resources, :ids, :account, :texts, :mark, :who)").bindparams(
    bindparam("resources", type_=_TEXTS),
    bindparam("ids", type_=_UUIDS),
    bindparam("texts", type_=_TEXTS),
    bindparam("account", type_=PgUUID),
    bindparam("who", type_=JSONB),
)


async def found(
    tx: AsyncSession,
    texts: Sequence[str],
    unit: UUID | None,
    *,
    national: bool,
    after: tuple[str, UUID] = NOWHERE,
) -> list[dict[str, Any]]:
    """One more than is shown, so that the caller learns of a cut."""
    values: dict[str, Any] = {"texts": list(texts), "unit": unit, "national": national}
    values |= {"resource": after[0], "record": after[1], "limit": SHOWN + 1}
    return [dict(row) for row in (await tx.execute(FOUND, values)).mappings()]


async def papers(tx: AsyncSession, unit: UUID | None, *, national: bool) -> list[dict[str, Any]]:
    """Every paper that the caller reaches, newest first: of tables whose rows name kept content."""
    found: list[dict[str, Any]] = []
    for name in await _paper_tables(tx):
        paper = _paper(name)
        asked = select(paper).order_by(paper.c.id.desc())
        if not national:
            asked = asked.where(paper.c.unit_id == unit)
        found += [{**row, "resource": name} for row in (await tx.execute(asked)).mappings()]
    return found


async def gone_papers(tx: AsyncSession, records: Sequence[Named]) -> list[Named]:
    """Of the records named, the papers that were taken out."""
    gone: list[Named] = []
    for name in await _paper_tables(tx):
        ids = [one for resource, one in records if resource == name]
        paper = _paper(name)
        standing = set((await tx.execute(select(paper.c.id).where(paper.c.id.in_(ids)))).scalars())
        gone += [(name, one) for one in ids if one not in standing]
    return gone


async def take_out(tx: AsyncSession, records: Sequence[Named]) -> list[dict[str, Any]]:
    """Remove these papers where they stand; what they were: `told_to` the unit of their log."""
    taken: list[dict[str, Any]] = []
    for name in await _paper_tables(tx):
        ids = [one for resource, one in records if resource == name]
        paper = _paper(name)
        removed = delete(paper).where(paper.c.id.in_(ids))
        shown = removed.returning(paper.c.id, paper.c.unit_id, paper.c.size, paper.c.version)
        for row in (await tx.execute(shown)).mappings().all():
            told = await tx.execute(_TOLD_TO, {"resource": name, "id": row["id"]})
            taken.append({**row, "resource": name, "told_to": told.scalar()})
    return taken


async def _paper_tables(tx: AsyncSession) -> Sequence[str]:
    return (await tx.execute(PAPER_TABLES)).scalars().all()


def _paper(name: str) -> TableClause:
    return table(name, *(column(one) for one in _PAPER))


async def acts(
    tx: AsyncSession, account: UUID, unit: UUID | None, *, national: bool
) -> list[dict[str, Any]]:
    values = {"account": account, "unit": unit, "national": national}
    return [dict(row) for row in (await tx.execute(ACTS, values)).mappings()]


async def reached(
    tx: AsyncSession, named: dict[str, Any], texts: Sequence[str], unit: UUID | None, all_: bool
) -> int:
    values = {**named, "texts": list(texts), "unit": unit, "national": all_}
    return int((await tx.execute(REACHED, values)).scalar_one())


async def erase(
    tx: AsyncSession, erasure: UUID, subject: dict[str, Any], who: dict[str, Any]
) -> dict[str, Any]:
    """Blank the log, then the records, each of which goes on as a new version."""
    row = (await tx.execute(REDACT, {**subject, "erasure": erasure})).mappings().one()
    records = (await tx.execute(ERASE, {**subject, "who": who})).scalar_one()
    return {**row, "records": records}


async def is_done(tx: AsyncSession, erasure: UUID) -> bool:
    """Whether this database knows of this erasure."""
    return bool((await tx.execute(IS_DONE, {"id": erasure})).scalar_one())


async def rows_of(
    tx: AsyncSession, records: Sequence[tuple[str, UUID]], account: UUID | None
) -> list[Any]:
    """As JSON: these records, what is part of them, all entries about them or by the account."""
    ids = [one for _, one in records]
    named = {"resources": [one for one, _ in records], "ids": ids}
    found = list((await tx.execute(ENTRIES, {**named, "account": account})).scalars())
    tables = (await tx.execute(PARTS, {"resources": named["resources"]})).all()
    places = {(row.resource, "id") for row in tables}
    places |= {(row.part, row.pointer) for row in tables if row.part is not None}
    for name, pointer in sorted(places):
        rows = table(name, column(pointer)).alias("t")
        asked = select(func.to_jsonb(column("t"))).select_from(rows)
        found += (await tx.execute(asked.where(rows.c[pointer].in_(ids)))).scalars()
    return found

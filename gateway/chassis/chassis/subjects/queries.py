"""Every look at a subject. The work is the database's: see `sql`."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Text, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.dialects.postgresql import UUID as PgUUID
from sqlalchemy.ext.asyncio import AsyncSession

SHOWN = 200
_TEXTS, _UUIDS = ARRAY(Text), ARRAY(PgUUID)

# The newest state of each record in which one of the texts stands or ever stood.
FOUND = text("""
  SELECT n.resource, n.record_id AS id, n.version, n.after AS record, e.entries
  FROM (SELECT DISTINCT resource, record_id FROM find_subject(:texts)
      WHERE resource <> 'erasures') f
    CROSS JOIN LATERAL (SELECT * FROM changes c WHERE c.resource = f.resource
      AND c.record_id = f.record_id ORDER BY c.id DESC LIMIT 1) n
    CROSS JOIN LATERAL (SELECT count(*) AS entries FROM changes c WHERE c.resource = f.resource
      AND c.record_id = f.record_id) e
  WHERE :national OR n.unit_id = :unit
  ORDER BY n.resource, n.record_id LIMIT :limit""").bindparams(bindparam("texts", type_=_TEXTS))
ACTS = text("""
  SELECT operation, count(*) AS count, min(at) AS first_at, max(at) AS last_at FROM changes
  WHERE actor_id = :account AND (:national OR unit_id = :unit) GROUP BY operation ORDER BY 1""")
# Of the records named, those that the caller may erase in.
REACHED = text("""
  SELECT count(*) FROM unnest(:resources, :ids) AS x(r, i) WHERE EXISTS (
    SELECT FROM changes c WHERE c.resource = x.r AND c.record_id = x.i
      AND (:national OR c.unit_id = :unit))""").bindparams(
    bindparam("resources", type_=_TEXTS), bindparam("ids", type_=_UUIDS)
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
    tx: AsyncSession, texts: Sequence[str], unit: UUID | None, *, national: bool
) -> list[dict[str, Any]]:
    """One more than is shown, so that the caller learns of a cut."""
    values = {"texts": list(texts), "unit": unit, "national": national, "limit": SHOWN + 1}
    return [dict(row) for row in (await tx.execute(FOUND, values)).mappings()]


async def acts(
    tx: AsyncSession, account: UUID, unit: UUID | None, *, national: bool
) -> list[dict[str, Any]]:
    values = {"account": account, "unit": unit, "national": national}
    return [dict(row) for row in (await tx.execute(ACTS, values)).mappings()]


async def reached(tx: AsyncSession, named: dict[str, Any], unit: UUID | None, all_: bool) -> int:
    values = {**named, "unit": unit, "national": all_}
    return int((await tx.execute(REACHED, values)).scalar_one())


async def erase(
    tx: AsyncSession, erasure: UUID, subject: dict[str, Any], who: dict[str, Any]
) -> dict[str, Any]:
    """Blank the log, then the records, each of which goes on as a new version."""
    row = (await tx.execute(REDACT, {**subject, "erasure": erasure})).mappings().one()
    records = (await tx.execute(ERASE, {**subject, "who": who})).scalar_one()
    return {**row, "records": records}

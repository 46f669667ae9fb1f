"""Lists over 10,000 NGOs use their indexes: what is fast here stays fast."""

from typing import Any

import asyncpg
import pytest

from chassis.fold import like_pattern
from chassis.reader import Statement
from registry.ngos.queries import NGOS

MADE = """
INSERT INTO ngos (
  id, version, created_at, updated_at, unit_id, public_id, name_vi, home_country, sectors, names,
  identifiers, demo, name_sort, search, spelling
)
SELECT gen_random_uuid(), 1, now(), now(), gen_random_uuid(), 'INGO-' || n, name,
  (ARRAY['US', 'GB', 'DE', 'FR', 'JP', 'KR', 'AU', 'CA'])[1 + n % 8],
  ARRAY[(ARRAY['education', 'health', 'environment', 'health_care'])[1 + n % 4]], '[]',
  '[]', false, name,
  name || ' foundation for friendship and development ' || md5(name) || ' in viet nam', name
FROM (
  SELECT n, 'quy huu nghi ' || md5(n::text) AS name FROM generate_series(1, 10000) AS n
) AS names
"""


@pytest.fixture
async def many(db: asyncpg.Connection) -> asyncpg.Connection:
    await db.execute(MADE)
    await db.execute("VACUUM ANALYZE ngos")
    return db


async def plan(
    db: asyncpg.Connection, used: set[str], values: dict[str, Any], *, resumed: bool = False
) -> str:
    statement = Statement(NGOS.select(frozenset(used), "name", resumed))
    lines = await db.fetch("EXPLAIN " + statement.sql, *statement.arguments(values))
    return "\n".join(line[0] for line in lines)


async def test_a_page_by_name_reads_only_its_own_part_of_the_index(
    many: asyncpg.Connection,
) -> None:
    first = await plan(many, set(), {"limit": 51})
    later = await plan(
        many,
        set(),
        {"limit": 51, "after_key": "quy 8", "after_id": "0" * 8 + "-0000-7000-8000-" + "0" * 12},
        resumed=True,
    )

    for text in (first, later):
        assert "ngos_name_idx" in text, text
        assert "Sort" not in text, text
    assert "Index Cond: (ROW(" in later or "Index Cond: (" in later, later


async def test_search_finds_its_rows_by_the_trigram_index(many: asyncpg.Connection) -> None:
    text = await plan(many, {"q"}, {"q": like_pattern("c4ca4238a0"), "limit": 51})

    assert "ngos_search_idx" in text, text
    assert "Seq Scan on ngos" not in text, text


async def test_an_import_finds_ngos_by_their_folded_names(many: asyncpg.Connection) -> None:
    lines = await many.fetch(
        "EXPLAIN SELECT id FROM ngos WHERE vn_fold(name_vi) = ANY($1::text[])", ["quy a", "quy b"]
    )

    assert "ngos_folded_name_idx" in "\n".join(line[0] for line in lines)

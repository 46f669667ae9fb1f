"""One million plausible grants, made by the database itself."""

import time

import asyncpg

GRANTS = 1_000_000
UNITS = 16

# Rows are made for HUFO and 15 other units over 16 years and 5 forms; every column has a value.
FILL = """
INSERT INTO grants (id, version, created_at, updated_at, unit_id, code, status, title_vi, title_en,
  form, donor_id, donor_name, recipient_id, recipient_name, authority, sectors, provinces, amount,
  currency, submitted_on, submitted_by, appraised_on, appraised_by, decided_on, decided_by,
  decision_number, approved_on, rate_id, usd_rate_id, demo, search)
SELECT gen_random_uuid(), 4, now(), now(),
  CASE WHEN n % $2 = 0 THEN $1::uuid ELSE md5('unit' || n % $2)::uuid END, 'BM-' || n, 'approved',
  'Viện trợ đo tốc độ số ' || n, 'Benchmark grant ' || n,
  (ARRAY['programme', 'project', 'non_project', 'emergency_relief', 'recovery'])[1 + n / 7 % 5],
  donor.id, donor.name_vi, NULL, 'Đơn vị tiếp nhận ' || n % 997, 'Ủy ban nhân dân',
  '[{"code": "education", "percentage": "100"}]', ARRAY['VN-79'],
  (1 + n % 5000) * 1000000::bigint, 'VND',
  day, a, day, b, day, c, 'BM-' || n || '/QĐ', day, NULL, usd.id, false,
  'vien tro do toc do so ' || n
FROM generate_series(1, $3::int) AS n,
  LATERAL (SELECT DATE '2010-01-01' + (n::bigint * 7919 % 5844)::int AS day) AS days,
  (SELECT gen_random_uuid() AS a, gen_random_uuid() AS b, gen_random_uuid() AS c) AS people,
  (SELECT id, name_vi FROM donors ORDER BY id LIMIT 1) AS donor,
  (SELECT id FROM rates WHERE currency = 'USD' LIMIT 1) AS usd
"""
BASE_TABLES = """
CREATE TABLE bench_grants (id uuid PRIMARY KEY, title text NOT NULL, body jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now());
CREATE TABLE bench_audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  grant_id uuid NOT NULL, actor text NOT NULL, body jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp());
GRANT SELECT, INSERT ON bench_grants, bench_audit TO aid_app
"""


async def fill(url: str, unit_id: str, count: int) -> float:
    """Fill and analyse; the seconds it took."""
    began = time.perf_counter()
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("SET statement_timeout = 0")
        # made rows have nobody's deeds behind them; the totals' triggers stay on
        await connection.execute("ALTER TABLE grants DISABLE TRIGGER grants_deed")
        # an index over words is built far faster at once than row by row
        search = await connection.fetchval("SELECT pg_get_indexdef('grants_search_idx'::regclass)")
        await connection.execute("DROP INDEX grants_search_idx")
        step = 100_000
        for first in range(0, count, step):
            part = FILL.replace(
                "generate_series(1, $3::int)",
                f"generate_series({first + 1}, least({first + step}, $3::int))",
            )
            await connection.execute(part, unit_id, UNITS, count, timeout=300)
        await connection.execute(search, timeout=600)
        await connection.execute("ALTER TABLE grants ENABLE TRIGGER grants_deed")
        await connection.execute(BASE_TABLES)
        await connection.execute("VACUUM ANALYZE grants", timeout=300)
    finally:
        await connection.close()
    return time.perf_counter() - began

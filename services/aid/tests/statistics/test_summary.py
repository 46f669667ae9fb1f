"""The summary table always equals the grants themselves, whatever was done to them."""

import random
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest
from fastapi import FastAPI

from aid.statistics import rules
from aid.statistics.folding import fold_all
from aid.statistics.queries import totals_by
from chassis import db as engines

UNITS = [uuid4() for _ in range(3)]
FORMS = ("project", "non_project", "programme")
RAW = """
SELECT form, extract(year FROM approved_on)::int::text AS year, currency, rate_id::text,
       usd_rate_id::text, count(*) AS count, sum(amount) AS amount
FROM grants
WHERE approved_on BETWEEN $1 AND $2 AND ($3::uuid IS NULL OR unit_id = $3)
GROUP BY 1, 2, 3, 4, 5
"""


class Chance:
    """Random statements on grants, in any order, of any size."""

    def __init__(self, seed: int, db: asyncpg.Connection, rates: list[UUID]) -> None:
        self.dice, self.db, self.rates = random.Random(seed), db, rates
        self.number = 0

    async def act(self) -> None:
        await self.dice.choice([self.insert, self.insert, self.approve, self.delete, self.move])()

    def day(self) -> date:
        return date(2020, 11, 15) + timedelta(days=self.dice.randrange(400))

    async def insert(self) -> None:
        rows = []
        for _ in range(self.dice.randrange(1, 6)):
            self.number += 1
            approved = self.day() if self.dice.random() < 0.7 else None
            rows.append(
                (uuid4(), self.dice.choice(UNITS), f"VT-{self.number}",
                 "approved" if approved else "draft", self.dice.choice(FORMS),
                 self.dice.randrange(10**9), self.dice.choice(["VND", "USD"]), approved,
                 self.dice.choice([*self.rates, None]), self.dice.choice([*self.rates, None]))
            )  # fmt: skip
        await self.db.execute(
            """
            INSERT INTO grants (id, unit_id, code, status, form, amount, currency, approved_on,
              rate_id, usd_rate_id, version, created_at, updated_at, title_vi, sectors, provinces,
              demo, search, decision_number, authority, decided_by)
            SELECT r.*, 1, now(), now(), 'x', '[]', '{}', false, 'x', '1', 'x', gen_random_uuid()
            FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::numeric[],
              $7::text[], $8::date[], $9::uuid[], $10::uuid[]) AS r""",
            *map(list, zip(*rows, strict=True)),
        )

    async def approve(self) -> None:
        await self.db.execute(
            "UPDATE grants SET status = 'approved', approved_on = $1, rate_id = $2 WHERE id IN"
            " (SELECT id FROM grants WHERE status = 'draft' ORDER BY id LIMIT $3)",
            self.day(), self.dice.choice([*self.rates, None]), self.dice.randrange(4),
        )  # fmt: skip

    async def delete(self) -> None:
        await self.db.execute(
            "DELETE FROM grants WHERE id IN (SELECT id FROM grants ORDER BY id DESC LIMIT $1)",
            self.dice.randrange(4),
        )

    async def move(self) -> None:
        """What no route does: change a decided grant's day, form and amount."""
        await self.db.execute(
            "UPDATE grants SET approved_on = approved_on + 31, form = 'recovery',"
            " amount = amount + 1 WHERE id IN"
            " (SELECT id FROM grants WHERE status = 'approved' ORDER BY code LIMIT $1)",
            self.dice.randrange(4),
        )


def _comparable(rows: list[Any]) -> list[tuple[Any, ...]]:
    kept = [tuple(row.values()) for row in rows if row["count"] or row["amount"]]
    return sorted(kept, key=str)


async def _equal(
    db: asyncpg.Connection, app: FastAPI, start: date | None, end: date | None, unit: UUID | None
) -> None:
    cut = rules.period(start, end)
    bound = {"head_from": cut.head[0], "head_to": cut.head[1], "tail_from": cut.tail[0],
             "tail_to": cut.tail[1], "first": cut.first, "beyond": cut.beyond,
             "units": [unit] if unit else None}  # fmt: skip

    summed = await app.state.reader.rows(totals_by(("form", "year"), unit is not None), bound)
    raw = await db.fetch(RAW, start or rules.BEGINNING, end or rules.END, unit)

    assert _comparable(summed) == _comparable(raw), (start, end, unit)


@pytest.mark.parametrize("seed", range(6))
async def test_the_summary_equals_the_grants_after_any_history(
    app: FastAPI, db: asyncpg.Connection, seed: int
) -> None:
    for guard in ("grants_deed", "grants_decided"):
        await db.execute(f"ALTER TABLE grants DISABLE TRIGGER {guard}")
    rates = [row["id"] for row in await db.fetch("SELECT id FROM rates LIMIT 2")]
    chance = Chance(seed, db, rates)
    engine = engines.connect(app.state.settings.database_url, 1, "test-fold")

    for step in range(60):
        await chance.act()
        if step % 20 == 10:
            await fold_all(engine)
        if step % 6 == 0:
            start, end = sorted((chance.day(), chance.day()))
            await _equal(db, app, start, end, chance.dice.choice([*UNITS, None]))
    await _equal(db, app, None, None, None)

    folded = await fold_all(engine)
    await engine.dispose()
    cells = (
        "SELECT max(n) FROM (SELECT count(*) AS n FROM grant_totals"
        " GROUP BY unit_id, month, form, currency, rate_id, usd_rate_id) AS c"
    )
    assert await db.fetchval(cells) == 1
    assert folded >= 0
    await _equal(db, app, None, None, None)


async def test_an_edit_of_a_draft_writes_nothing_into_the_summary(
    db: asyncpg.Connection, app: FastAPI
) -> None:
    chance = Chance(1, db, [])
    await db.execute("ALTER TABLE grants DISABLE TRIGGER grants_deed")
    await chance.insert()
    before = await db.fetchval("SELECT count(*) FROM grant_totals")

    await db.execute("UPDATE grants SET title_vi = 'y' WHERE status = 'draft'")

    assert await db.fetchval("SELECT count(*) FROM grant_totals") == before

"""What our list page is measured against: the same page by FastAPI, raw asyncpg and orjson.

No identity, no strictness, no problem+json, no log line: the least that answers the same rows.
"""

import base64
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from uuid import UUID, uuid4

import asyncpg
import orjson
from fastapi import FastAPI, Request, Response

COLUMNS = """id, version, created_at, updated_at, unit_id, code, status, title_vi, title_en, form,
  donor_id, donor_name, recipient_id, recipient_name, authority, provinces, amount::text AS amount,
  currency, submitted_on, approved_on, demo, approved_order AS _key"""
WHERE = """unit_id = $1 AND form = $2 AND approved_order >= $3 AND approved_order <= $4
  AND approved_on IS NOT NULL"""
ORDER = "ORDER BY approved_order DESC, id DESC LIMIT $5"
FIRST = f"SELECT {COLUMNS} FROM grants WHERE {WHERE} {ORDER}"
NEXT = f"SELECT {COLUMNS} FROM grants WHERE {WHERE} AND (approved_order, id) < ($6, $7) {ORDER}"
RECORD = """INSERT INTO bench_grants (id, title, body) VALUES ($1, $2, $3)"""
AUDIT = """INSERT INTO bench_audit (grant_id, actor, body) VALUES ($1, $2, $3)"""


async def _texts(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec("uuid", encoder=str, decoder=str, schema="pg_catalog")


async def _no_reset(connection: asyncpg.Connection) -> None:
    """The fastest pool there is: nothing is reset on return."""


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.pool = await asyncpg.create_pool(
        os.environ["BENCH_DATABASE_URL"], min_size=4, max_size=4, init=_texts, reset=_no_reset
    )
    yield
    await app.state.pool.close()


app = FastAPI(lifespan=lifespan)


@app.get("/v1/grants")
async def page(
    request: Request,
    unit: str,
    form: str,
    approved_from: date,
    approved_to: date,
    limit: int = 50,
    cursor: str | None = None,
) -> Response:
    values: list[object] = [unit, form, approved_from, approved_to, limit + 1]
    if cursor:
        _, key, last = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        values += [date.fromisoformat(key), last]
    async with request.app.state.pool.acquire() as connection:
        rows = await connection.fetch(NEXT if cursor else FIRST, *values)
    items = [dict(row) for row in rows[:limit]]
    more = len(rows) > limit
    following = None
    if more:
        packed = orjson.dumps(["-approved_on", items[-1]["_key"], items[-1]["id"]])
        following = base64.urlsafe_b64encode(packed).rstrip(b"=").decode()
    for item in items:
        del item["_key"]
        item["amount"] = {"amount": item.pop("amount"), "currency": item.pop("currency")}
    return Response(
        orjson.dumps({"items": items, "next_cursor": following}), media_type="application/json"
    )


@app.post("/v1/recipients", status_code=201)
async def write(request: Request) -> Response:
    """One row and one audit row in a transaction."""
    raw = await request.body()
    body = orjson.loads(raw)
    record: UUID = uuid4()
    async with request.app.state.pool.acquire() as connection, connection.transaction():
        await connection.execute(RECORD, str(record), body["name_vi"], raw.decode())
        await connection.execute(AUDIT, str(record), "bench", raw.decode())
    return Response(orjson.dumps({"id": record, **body}), 201, media_type="application/json")

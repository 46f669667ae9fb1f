"""Pages: complete while rows move, cheap, and by index."""

import asyncpg
import orjson
from fastapi import FastAPI
from hypothesis import given, settings
from hypothesis import strategies as st
from specimen.things.routes import THINGS

from chassis import jsonbody
from chassis.errors import Refusal
from chassis.listing import PageQuery
from chassis.testing import Caller, unit_id

FILL = """INSERT INTO things (id, version, created_at, updated_at, unit_id, name, day)
  SELECT gen_random_uuid(), 1, now(), now(), $1, 'thing ' || n, DATE '2021-01-01' + n % 7
  FROM generate_series(1, $2::int) AS n"""


async def walk(client: Caller, sort: str, limit: int) -> list[str]:
    names: list[str] = []
    cursor = None
    while True:
        params = {"sort": sort, "limit": limit} | ({"cursor": cursor} if cursor else {})
        page = (await client.get("/v1/things", params=params)).json()
        names += [item["name"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return names


async def test_pages_give_every_row_once_also_among_equal_keys(
    client: Caller, db: asyncpg.Connection
) -> None:
    await db.execute(FILL, unit_id("HUFO"), 53)
    reader = client.as_("reader")

    for sort in ("day", "-day", "name", "-name"):
        names = await walk(reader, sort, 7)
        assert len(names) == len(set(names)) == 53, sort


async def test_rows_that_come_and_go_during_a_walk_disturb_no_other(
    client: Caller, db: asyncpg.Connection
) -> None:
    await db.execute(FILL, unit_id("HUFO"), 40)
    reader = client.as_("reader")
    first = (await reader.get("/v1/things", params={"limit": 10})).json()
    await db.execute("DELETE FROM things WHERE name IN ('thing 7', 'thing 14', 'thing 20')")
    await db.execute(FILL.replace("'thing '", "'new '"), unit_id("HUFO"), 5)

    rest, cursor = [], first["next_cursor"]
    while cursor:
        page = (await reader.get("/v1/things", params={"limit": 10, "cursor": cursor})).json()
        rest += [item["name"] for item in page["items"]]
        cursor = page["next_cursor"]

    seen = [item["name"] for item in first["items"]] + rest
    assert len(seen) == len(set(seen))
    untouched = {f"thing {n}" for n in range(1, 41)} - {"thing 7", "thing 14", "thing 20"}
    assert untouched <= set(seen)


async def test_a_cursor_of_another_order_is_refused(client: Caller, db: asyncpg.Connection) -> None:
    await db.execute(FILL, unit_id("HUFO"), 5)
    reader = client.as_("reader")
    cursor = (await reader.get("/v1/things", params={"limit": 2})).json()["next_cursor"]

    answer = await reader.get("/v1/things", params={"sort": "name", "cursor": cursor})

    assert (answer.status_code, answer.json()["code"]) == (422, "cursor.invalid")


async def test_the_total_is_counted_only_when_asked(client: Caller, db: asyncpg.Connection) -> None:
    await db.execute(FILL, unit_id("HUFO"), 5)
    reader = client.as_("reader")

    assert "total" not in (await reader.get("/v1/things", params={"limit": 2})).json()
    counted = await reader.get("/v1/things", params={"limit": 2, "count": "true"})
    assert counted.json()["total"] == 5


async def test_what_is_said_beside_the_items_stands_at_the_top(
    app: FastAPI, client: Caller
) -> None:
    answer = await THINGS.page(
        app.state.reader, PageQuery(), sort="day", beside={"source": {"stale": True}}
    )

    body = orjson.loads(bytes(answer.body))
    assert body == {"items": [], "next_cursor": None, "source": {"stale": True}}


@given(
    st.binary(max_size=200) | st.text(alphabet='{}[]":,0123456789eE.-+truefalsn\\u ', max_size=80)
)
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused_never_a_fault(raw: bytes | str) -> None:
    outcome: object = None
    try:
        jsonbody.parse(raw if isinstance(raw, bytes) else raw.encode())
    except Refusal as refusal:
        outcome = refusal.status
    assert outcome in (None, 400, 422)

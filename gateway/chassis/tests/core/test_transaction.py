"""One transaction per request, committed before the answer; the log and the record go together."""

import asyncio

import asyncpg

from chassis.testing import Caller

GOOD = {"name": "một", "day": "2021-11-11"}
NOBODY = "00000000-0000-0000-0000-000000000000"


async def test_a_commit_that_fails_is_never_answered_201(
    client: Caller, db: asyncpg.Connection
) -> None:
    """The twin is checked at COMMIT. With FastAPI's default scope this would be a 201."""
    answer = await client.as_("writer").post("/v1/things", json={**GOOD, "twin_id": NOBODY})

    assert answer.status_code == 409
    assert await db.fetchval("SELECT count(*) FROM things") == 0
    assert await db.fetchval("SELECT count(*) FROM changes") == 0


async def test_a_programs_post_without_a_key_is_refused_and_a_persons_is_not(
    client: Caller, db: asyncpg.Connection
) -> None:
    scope = "specimen:things:write"
    program = client.as_("writer", name="a program", kind="client", scope=scope)

    refused = await program.post("/v1/things", json=GOOD)
    keyed = await program.post("/v1/things", json=GOOD, headers={"Idempotency-Key": "one"})
    person = await client.as_("writer").post("/v1/things", json={**GOOD, "name": "hai"})

    assert (refused.status_code, refused.json()["code"]) == (400, "idempotency.required")
    assert (keyed.status_code, person.status_code) == (201, 201)
    assert await db.fetchval("SELECT count(*) FROM things") == 2


async def test_fifty_posts_with_one_key_make_one_record(
    client: Caller, db: asyncpg.Connection
) -> None:
    writer, key = client.as_("writer"), {"Idempotency-Key": "the-same-key"}

    answers = await asyncio.gather(
        *(writer.post("/v1/things", json=GOOD, headers=key) for _ in range(50))
    )

    assert await db.fetchval("SELECT count(*) FROM things") == 1
    told = {answer.status_code for answer in answers}
    assert told <= {201, 503}
    assert len({answer.content for answer in answers if answer.status_code == 201}) == 1


async def test_a_key_belongs_to_its_caller(client: Caller) -> None:
    key = {"Idempotency-Key": "shared"}
    mine = await client.as_("writer").post("/v1/things", json=GOOD, headers=key)

    other = {**GOOD, "name": "hai"}
    theirs = await client.as_("writer", "CANTHO").post("/v1/things", json=other, headers=key)

    assert mine.json()["id"] != theirs.json()["id"]


async def test_of_twenty_changes_on_one_version_one_wins(client: Caller) -> None:
    writer = client.as_("writer")
    thing = (await writer.post("/v1/things", json=GOOD)).json()

    answers = await asyncio.gather(
        *(writer.merge(f"/v1/things/{thing['id']}", {"note": str(i)}, 1) for i in range(20))
    )

    codes = sorted(a.status_code for a in answers if a.status_code != 503)
    assert codes == [200] + [412] * (len(codes) - 1)


async def test_twenty_times_the_same_change_with_one_key_is_one_change(client: Caller) -> None:
    """Who comes second fails at what the first has done, and then gets the first's answer."""
    writer = client.as_("writer")
    thing = (await writer.post("/v1/things", json=GOOD)).json()
    where, key = f"/v1/things/{thing['id']}", {"Idempotency-Key": "one-change"}

    answers = await asyncio.gather(
        *(writer.merge(where, {"note": "once"}, 1, **key) for _ in range(20))
    )

    assert {answer.status_code for answer in answers} <= {200, 503}
    assert (await writer.get(where)).json()["version"] == 2


async def test_the_application_role_can_neither_change_nor_remove_what_is_logged(
    app: object, database: str, client: Caller
) -> None:
    await client.as_("writer").post("/v1/things", json=GOOD)
    connection = await asyncpg.connect(app.state.settings.database_url)  # type: ignore[attr-defined]

    for forbidden in (
        "UPDATE changes SET reason = 'x'",
        "DELETE FROM changes",
        "TRUNCATE changes",
        "ALTER TABLE changes DISABLE TRIGGER ALL",
    ):
        try:
            await connection.execute(forbidden)
        except asyncpg.InsufficientPrivilegeError:
            continue
        raise AssertionError(f"the application role could run: {forbidden}")
    await connection.close()


async def test_a_foreign_record_looks_just_like_one_that_never_was(client: Caller) -> None:
    thing = (await client.as_("writer").post("/v1/things", json=GOOD)).json()
    stranger = client.as_("writer", "CANTHO")

    for method in ("GET", "PATCH", "DELETE"):
        answers = []
        for record in (thing["id"], NOBODY):
            answer = await stranger.request(
                method,
                f"/v1/things/{record}",
                content=b"{}" if method == "PATCH" else None,
                headers={"If-Match": '"1"', "Content-Type": "application/merge-patch+json"},
            )
            request_id = answer.headers["x-request-id"].encode()
            answers.append((answer.status_code, answer.content.replace(request_id, b"")))
        assert answers[0] == answers[1]
        assert answers[0][0] == 404

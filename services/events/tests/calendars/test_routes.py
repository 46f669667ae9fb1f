"""The feed over HTTP, as calendar programs poll it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import pytest

from chassis.testing import ROLE, Caller

from .feed import events, lint, parse

pytestmark = pytest.mark.usefixtures("units")
URL = "/v1/calendars/HUFO.ics"
PUBLIC = {"visibility": "public"}


async def test_a_booked_public_event_is_in_the_feed_of_its_union_and_no_other(
    client: Caller, an_event: Any, a_venue: Any, a_booking: Any
) -> None:
    event = await an_event(status="confirmed", **PUBLIC)
    await a_booking(await a_venue(), event)

    answer = await client.get(URL)
    other = await client.get("/v1/calendars/CANTHO.ics")

    assert (answer.status_code, lint(answer.content)) == (200, [])
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["content-disposition"] == 'inline; filename="HUFO.ics"'
    assert parse(answer.content)["X-WR-CALNAME"] == "Lịch hoạt động – Liên hiệp A"
    (found,) = events(answer.content)
    assert found["UID"] == f"{event['id']}@events.nhipcau.vn"
    assert found["LOCATION"] == "Hội trường Giả Định; Số 1 Đường Mơ"
    assert found["DTSTART;TZID=Asia/Ho_Chi_Minh"] == "20270504T080000"
    assert (other.status_code, lint(other.content), events(other.content)) == (200, [], [])


async def test_what_is_internal_drafted_or_undated_never_appears(
    client: Caller, an_event: Any
) -> None:
    vague = {"precision": "month", "starts_on": "2027-05-01", "starts_at": None, "ends_at": None}
    await an_event(status="confirmed")
    await an_event(**PUBLIC)
    await an_event(status="planned", **PUBLIC, **vague)
    dropped = await an_event(**PUBLIC)
    await client.as_("officer").act(f"/v1/events/{dropped['id']}/cancel", 1, {"reason": "Thôi"})

    assert events((await client.get(URL)).content) == []


async def test_an_event_made_internal_leaves_the_feed(client: Caller, an_event: Any) -> None:
    event = await an_event(status="planned", **PUBLIC)
    before = await client.get(URL)

    await client.as_("officer").merge(f"/v1/events/{event['id']}", {"visibility": "internal"}, 2)
    after = await client.get(URL, headers={"If-None-Match": before.headers["etag"]})

    assert (after.status_code, events(after.content)) == (200, [])


async def test_the_same_data_gives_the_same_bytes_and_304(client: Caller, an_event: Any) -> None:
    await an_event(status="planned", **PUBLIC)

    first, second = await client.get(URL), await client.get(URL)
    tagged = await client.get(URL, headers={"If-None-Match": first.headers["etag"]})
    weak = await client.get(URL, headers={"If-None-Match": f'"x", W/{first.headers["etag"]}'})
    dated = await client.get(URL, headers={"If-Modified-Since": first.headers["last-modified"]})

    assert first.content == second.content
    assert first.headers["etag"] == second.headers["etag"]
    for answer in (tagged, weak, dated):
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize(
    "headers",
    [
        {"If-None-Match": '"other"'},
        {"If-Modified-Since": "Thu, 01 Jan 2026 00:00:00 GMT"},
        {"If-Modified-Since": "yesterday"},
        {"If-None-Match": '"other"', "If-Modified-Since": "Thu, 01 Jan 2099 00:00:00 GMT"},
    ],
)
async def test_another_tag_or_an_older_date_gets_the_feed(
    client: Caller, an_event: Any, headers: dict[str, str]
) -> None:
    await an_event(status="planned", **PUBLIC)

    assert (await client.get(URL, headers=headers)).status_code == 200


async def test_head_tells_what_get_would(client: Caller, an_event: Any) -> None:
    await an_event(status="planned", **PUBLIC)

    got, head = await client.get(URL), await client.head(URL)

    assert (head.status_code, head.content) == (200, b"")
    for name in ("etag", "last-modified", "content-type", "content-length"):
        assert head.headers[name] == got.headers[name]


def fragments(body: bytes) -> dict[str, bytes]:
    parts = body.split(b"BEGIN:VEVENT\r\n")[1:]
    return {part.split(b"@")[0].removeprefix(b"UID:").decode(): part for part in parts}


async def test_an_edit_keeps_the_uid_raises_the_sequence_and_leaves_the_others_alone(
    client: Caller, an_event: Any
) -> None:
    event = await an_event(status="planned", **PUBLIC)
    other = await an_event(status="planned", starts_at="2027-05-04T00:00:00Z", **PUBLIC)
    before = await client.get(URL)

    moved = {"starts_at": "2027-05-05T13:00:00+07:00", "ends_at": "2027-05-05T17:00:00+07:00"}
    await client.as_("officer").merge(f"/v1/events/{event['id']}", moved, 2)
    after = await client.get(URL, headers={"If-None-Match": before.headers["etag"]})

    assert after.status_code == 200
    old, new = (
        next(e for e in events(answer.content) if event["id"] in e["UID"])
        for answer in (before, after)
    )
    assert (old["UID"], int(old["SEQUENCE"]) + 1) == (new["UID"], int(new["SEQUENCE"]))
    assert new["DTSTART;TZID=Asia/Ho_Chi_Minh"] == "20270505T130000"
    ids = fragments(before.content).keys()
    assert ids == fragments(after.content).keys() == {event["id"], other["id"]}
    assert (
        fragments(before.content)[other["id"]].split(b"END:VEVENT")[0]
        == (fragments(after.content)[other["id"]].split(b"END:VEVENT")[0])
    )


async def test_a_cancelled_event_says_so_and_leaves_after_thirty_days(
    client: Caller, an_event: Any, db: asyncpg.Connection
) -> None:
    event = await an_event(status="cancelled", **PUBLIC)

    (told,) = events((await client.get(URL)).content)
    await db.execute("UPDATE events SET status_at = now() - interval '29 days 23 hours'")
    kept = events((await client.get(URL)).content)
    await db.execute("UPDATE events SET status_at = now() - interval '31 days'")
    await db.execute("UPDATE events SET updated_at = now() - interval '31 days'")
    gone = await client.get(URL)

    assert told["STATUS"] == "CANCELLED"
    assert told["SUMMARY"] == f"[HUỶ] {event['title_vi']}"
    assert (told["SEQUENCE"], len(kept), events(gone.content)) == ("2", 1, [])
    # it left one day ago, which is when the feed last changed
    left = datetime.now(UTC) - timedelta(days=1)
    assert f"{left:%d %b %Y}" in gone.headers["last-modified"]


async def test_what_was_held_stays_a_year(
    client: Caller, an_event: Any, db: asyncpg.Connection
) -> None:
    fields = {"starts_at": "2026-01-05T08:00:00+07:00", "ends_at": "2026-01-05T09:00:00+07:00"}
    await an_event(status="done", **PUBLIC, **fields)
    ended = (
        "UPDATE events SET starts_at = now() - $1::interval - interval '2 hours',"
        " ends_at = now() - $1::interval"
    )

    await db.execute(ended, timedelta(days=364))
    kept = events((await client.get(URL)).content)
    await db.execute(ended, timedelta(days=366))

    assert len(kept) == 1
    assert events((await client.get(URL)).content) == []


async def test_a_union_that_does_not_exist_has_no_calendar(client: Caller) -> None:
    unknown = await client.get("/v1/calendars/NOWHERE.ics")
    small = await client.get("/v1/calendars/hufo.ics")

    assert (unknown.status_code, unknown.json()["code"]) == (404, "not_found")
    assert small.status_code == 200


async def test_without_its_database_the_feed_is_503_and_never_empty(
    client: Caller, an_event: Any, database: str
) -> None:
    await an_event(status="planned", **PUBLIC)
    name = urlsplit(database).path.lstrip("/")
    other = await asyncpg.connect(database.replace(name, "postgres"))
    await other.execute(f"ALTER DATABASE {name} CONNECTION LIMIT 0")
    await other.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name
    )

    answers = [await client.get(URL) for _ in range(3)]

    await other.execute(f"ALTER DATABASE {name} CONNECTION LIMIT -1")
    await other.close()
    assert {answer.status_code for answer in answers} == {503}
    assert all(answer.headers["retry-after"] for answer in answers)
    assert (await client.get(URL)).status_code == 200


async def test_a_feed_that_cannot_be_read_is_503_and_never_empty(
    client: Caller, an_event: Any, db: asyncpg.Connection
) -> None:
    await an_event(status="planned", **PUBLIC)
    before = await client.get(URL)
    await db.execute(f"REVOKE SELECT ON events FROM {ROLE}")

    broken = await client.get(URL, headers={"If-None-Match": before.headers["etag"]})
    await db.execute(f"GRANT SELECT ON events TO {ROLE}")

    assert (broken.status_code, broken.json()["code"]) == (503, "busy")
    assert (await client.get(URL)).content == before.content

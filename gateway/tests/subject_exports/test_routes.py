"""A subject export is whole or it is refused, and the log tells who asked for it."""

from typing import Any

import asyncpg

from gateway.running import Running
from gateway.testing import Upstream

URL = "/api/gateway/v1/subject-exports"
ASKED = {"texts": ["Nguyễn Thị Thử Canary"]}


async def test_each_service_is_read_to_its_end_and_its_papers_once(
    signed_in: Any, running: Running, upstream: Upstream, db: asyncpg.Connection
) -> None:
    ids = [f"0191d5a0-0000-7000-8000-00000000000{n}" for n in range(3)]
    upstream.found.extend(ids)
    running.proxy.ways["events"].url = upstream.url
    admin = await signed_in("admin", "VUFO")

    answer = await admin.post(URL, json=ASKED)

    assert answer.status_code == 200, answer.text
    parts = answer.json()["parts"]
    services = ("registry", "aid", "events")
    assert [[one["id"] for one in parts[name]["records"]] for name in services] == [ids] * 3
    assert sorted(body["with_files"] for body in upstream.asked) == [False] * 6 + [True] * 3
    assert answer.json()["is_whole"]
    (row,) = await db.fetch("SELECT * FROM changes WHERE resource = 'subjects'")
    assert (row["operation"], row["actor_name"]) == ("export_subject", "admin VUFO")
    assert "Canary" not in str(row)


async def test_a_service_that_is_away_makes_it_fail(signed_in: Any) -> None:
    answer = await (await signed_in("admin", "VUFO")).post(URL, json=ASKED)

    assert answer.status_code in (502, 503), answer.text


async def test_an_old_proof_does_not_open_it(
    signed_in: Any, running: Running, upstream: Upstream, db: asyncpg.Connection
) -> None:
    admin = await signed_in("admin", "VUFO")
    await db.execute("UPDATE sessions SET authenticated_at = now() - interval '1 hour'")
    running.live_sessions.known.clear()

    answer = await admin.post(URL, json=ASKED)

    assert answer.json()["code"] == "identity.insufficient_user_authentication"
    assert upstream.asked == []

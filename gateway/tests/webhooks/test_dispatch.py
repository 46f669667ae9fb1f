"""What happens arrives: signed, in order, again when it failed, and no longer when it is gone."""

import asyncio
import time
from typing import Any

import asyncpg
import pytest
from standardwebhooks.webhooks import Webhook

URL = "/api/gateway/v1/webhooks"


@pytest.fixture
async def told(hasty: None, signed_in: Any, a_webhook: Any) -> tuple[Any, dict[str, Any]]:
    """An integrator of HUFO, and the webhook that they have named."""
    who = await signed_in("integrator")
    return who, await a_webhook(who)


async def until(condition: Any, seconds: float = 20) -> None:
    ends = time.monotonic() + seconds
    while not await condition() if asyncio.iscoroutinefunction(condition) else not condition():
        assert time.monotonic() < ends, f"not within {seconds} s"
        await asyncio.sleep(0.05)


async def log_of(who: Any, webhook: dict[str, Any], **query: str) -> list[dict[str, Any]]:
    answer = await who.get(f"{URL}/{webhook['id']}/deliveries", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_an_event_arrives_as_it_stands_in_the_feed(told, happen, receiver, upstream) -> None:
    who, webhook = told
    happen(3)
    happen(1, unit="HUFO")
    happen(1, unit="CANTHO")

    await until(lambda: len(receiver.arrivals) == 4)

    events = [arrived.event for arrived in receiver.arrivals]
    assert sorted(events, key=lambda e: e["id"]) == upstream.feed[:4]
    for arrived in receiver.arrivals:
        assert Webhook(webhook["secret"]).verify(arrived.body, arrived.headers)
        assert arrived.headers["webhook-id"] == arrived.event["id"]

    async def all_kept() -> bool:
        return [row["status"] for row in await log_of(who, webhook)] == ["delivered"] * 4

    await until(all_kept)
    row = (await log_of(who, webhook, status="delivered"))[0]
    assert (row["attempts"], row["last_status"], row["last_error"]) == (1, 204, None)


async def test_a_large_record_is_named_and_not_enclosed(told, happen, receiver) -> None:
    happen(1, record={"text": "x" * 30_000})

    await until(lambda: receiver.arrivals)

    event = receiver.arrivals[0].event
    assert event["dataref"] == f"/api/registry/v1/ngos/{event['subject']}"
    assert "record" not in event["data"]


async def test_the_next_event_of_a_record_waits_and_other_records_do_not(
    told, happen, receiver
) -> None:
    """Record 1 fails twice: its second event comes after its first has arrived."""
    tries: dict[str, int] = {}

    def says(event: dict[str, Any]) -> tuple[int, dict[str, str], bytes, float]:
        tries[event["id"]] = tries.get(event["id"], 0) + 1
        is_refused = event["id"] == "registry-1" and tries["registry-1"] <= 2
        return (500 if is_refused else 200), {}, b"", 0

    receiver.says = says
    happen(4, objects=2)  # 1 and 3 are of one record, 2 and 4 of another

    await until(lambda: len(receiver.arrivals) == 6)

    order = [arrived.event["id"].removeprefix("registry-") for arrived in receiver.arrivals]
    assert [one for one in order if one in "13"] == ["1", "1", "1", "3"]
    assert [one for one in order if one in "24"] == ["2", "4"]


async def test_after_ten_tries_it_is_a_dead_letter_that_can_be_told_again(
    told, happen, receiver, db: asyncpg.Connection
) -> None:
    who, webhook = told
    receiver.says = lambda event: (503, {}, b"", 0)
    happen(2)

    async def dead() -> bool:
        return len(await log_of(who, webhook, status="dead")) == 2

    await until(dead)
    failed = [arrived.event["id"] for arrived in receiver.arrivals]
    seen = (await who.get(f"{URL}/{webhook['id']}")).json()
    assert failed == ["registry-1"] * 10 + ["registry-2"] * 10
    assert seen["failing_since"]

    receiver.arrivals.clear()
    receiver.says = lambda event: (200, {}, b"", 0)
    again = await who.post(
        f"{URL}/{webhook['id']}/replay",
        json={"service": "registry", "after": 0},
        headers={"If-Match": "*"},
    )
    assert again.status_code == 200, again.text
    await until(lambda: len(receiver.arrivals) == 2)
    assert [arrived.headers["webhook-id"] for arrived in receiver.arrivals] == [
        "registry-1",
        "registry-2",
    ]


async def test_410_closes_it_and_what_happens_meanwhile_waits(told, happen, receiver) -> None:
    who, webhook = told
    receiver.says = lambda event: (410, {}, b"", 0)
    happen(1)

    async def closed() -> bool:
        return (await who.get(f"{URL}/{webhook['id']}")).json()["status"] == "disabled"

    await until(closed)
    happen(1)
    await asyncio.sleep(1.5)
    found = (await who.get(f"{URL}/{webhook['id']}")).json()
    assert (found["disabled_reason"], len(receiver.arrivals)) == ("gone", 1)

    receiver.says = lambda event: (200, {}, b"", 0)
    version = {"If-Match": f'"{found["version"]}"'}
    assert (await who.post(f"{URL}/{webhook['id']}/enable", headers=version)).status_code == 200
    await until(lambda: len(receiver.arrivals) == 3)
    assert [one.event["id"] for one in receiver.arrivals][1:] == ["registry-1", "registry-2"]


async def test_five_days_without_one_success_close_it(
    told, happen, receiver, db: asyncpg.Connection
) -> None:
    who, webhook = told
    await db.execute("UPDATE webhooks SET failing_since = now() - interval '121 hours'")
    receiver.says = lambda event: (500, {}, b"", 0)
    happen(1)

    async def closed() -> bool:
        found = (await who.get(f"{URL}/{webhook['id']}")).json()
        return found["disabled_reason"] == "failing"

    await until(closed)


async def test_a_receiver_that_asks_for_a_pause_gets_it(told, happen, receiver) -> None:
    """The scale of this suite makes 86,400 s of Retry-After 0.86; the next try alone is at 0."""
    receiver.says = lambda event: (
        (429, {"Retry-After": "86400"}, b"", 0) if not receiver.arrivals else (200, {}, b"", 0)
    )
    happen(1)

    await until(lambda: len(receiver.arrivals) == 2)

    first, second = receiver.arrivals
    assert second.at - first.at > 0.8


async def test_while_a_secret_is_replaced_both_sign(told, happen, receiver) -> None:
    who, webhook = told
    turned = await who.post(
        f"{URL}/{webhook['id']}/rotate", json={"overlap_hours": 24}, headers={"If-Match": "*"}
    )
    assert turned.status_code == 200, turned.text
    happen(1)
    await until(lambda: receiver.arrivals)

    (arrived,) = receiver.arrivals
    secrets = {webhook["secret"], turned.json()["secret"]}
    assert len(secrets) == 2
    for secret in secrets:
        assert Webhook(secret).verify(arrived.body, arrived.headers)


async def test_a_hanging_address_holds_up_nobody_else(
    told, a_webhook, happen, receiver, db: asyncpg.Connection
) -> None:
    """Two webhooks at one receiver: the one whose path says so never answers."""
    who, _ = told
    hanging = await a_webhook(who, url=f"{receiver.url}?hang", name="Treo")
    answered = receiver.app

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["query_string"] == b"hang":
            await asyncio.Event().wait()
        await answered(scope, receive, send)

    receiver.server.config.loaded_app = app
    happen(20, objects=20)

    await until(lambda: len(receiver.arrivals) == 20)

    waiting = await db.fetchval(
        "SELECT count(*) FROM webhook_deliveries WHERE status = 'pending' AND webhook_id = $1",
        hanging["id"],
    )
    assert waiting == 20

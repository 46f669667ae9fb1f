"""Who keeps an address is told when it was closed unasked, until somebody decides what becomes of
it. Nobody else is told."""

from typing import Any

import asyncpg
import pytest

URL = "/api/gateway/v1/webhooks"
OVERVIEW = "/api/gateway/v1/overview"
BODY = {"name": "Kho", "url": "https://kho.example.org/", "types": ["registry"]}


async def noticed(who: Any) -> list[str] | None:
    """Why each address that this person is given notice of was closed."""
    data = (await who.get(OVERVIEW)).json()["parts"]["gateway"]["data"]["webhooks_closed"]
    return data and [one["disabled_reason"] for one in data["items"]]


@pytest.fixture
def closed(db: asyncpg.Connection) -> Any:
    """Closes an address as the dispatcher does, for this reason."""

    async def close(webhook: dict[str, Any], reason: str) -> None:
        await db.execute(
            "UPDATE webhooks SET status = 'disabled', disabled_reason = $2, version = version + 1"
            " WHERE id = $1::text::uuid",
            webhook["id"], reason,
        )  # fmt: skip

    return close


async def made(who: Any) -> dict[str, Any]:
    answer = await who.post(URL, json=BODY)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


@pytest.mark.parametrize("reason", ["gone", "failing"])
async def test_the_keepers_of_a_closed_address_find_it_on_their_first_page(
    signed_in: Any, closed: Any, reason: str
) -> None:
    people = {
        "integrator": await signed_in("integrator"),
        "admin": await signed_in("admin", username="admin.hufo"),
        "national": await signed_in("admin", "VUFO"),
        "neighbour": await signed_in("admin", "CANTHO"),
        "officer": await signed_in("officer"),
    }
    webhook = await made(people["integrator"])
    assert {name: await noticed(who) for name, who in people.items()} == {
        "integrator": [], "admin": [], "national": [], "neighbour": [], "officer": None,
    }  # fmt: skip

    await closed(webhook, reason)

    assert {name: await noticed(who) for name, who in people.items()} == {
        "integrator": [reason], "admin": [reason], "national": [reason], "neighbour": [],
        "officer": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("act", "status", "reason"), [("enable", "active", None), ("disable", "disabled", "asked")]
)
async def test_the_notice_ends_when_somebody_decides(
    signed_in: Any, closed: Any, act: str, status: str, reason: str | None
) -> None:
    who = await signed_in("integrator")
    webhook = await made(who)
    await closed(webhook, "gone")
    shown = (await who.get(f"{URL}/{webhook['id']}")).json()
    assert shown["allowed_actions"][-2:] == ["enable", "disable"]

    answer = await who.post(f"{URL}/{webhook['id']}/{act}", headers={"If-Match": '"2"'})

    assert (answer.json()["status"], answer.json()["disabled_reason"]) == (status, reason)
    assert await noticed(who) == []
    again = await who.post(f"{URL}/{webhook['id']}/{act}", headers={"If-Match": '"3"'})
    assert again.json()["code"] == f"webhooks.already_{status}"


async def test_one_that_somebody_stopped_is_no_news(signed_in: Any) -> None:
    who = await signed_in("integrator")
    webhook = await made(who)

    await who.post(f"{URL}/{webhook['id']}/disable", headers={"If-Match": '"1"'})

    assert await noticed(who) == []


async def test_a_program_learns_of_it_by_the_scope_of_webhooks_only(
    signed_in: Any, closed: Any, client: Any, a_token: Any
) -> None:
    await closed(await made(await signed_in("integrator")), "gone")
    token = await a_token("gateway:overview:read")
    client.headers["Authorization"] = f"Bearer {token}"

    assert await noticed(client) is None

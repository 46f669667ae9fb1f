"""Two secrets for a while, none for ever."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import asyncpg
import httpx
import pytest

from gateway.clients import rules

URL = "/api/gateway/v1/clients"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("secret", "current_until", "before_until", "good"),
    [
        ("new", NOW + HOUR, None, True),
        ("new", NOW, None, False),
        ("old", NOW + HOUR, NOW + HOUR, True),
        ("old", NOW + HOUR, NOW, False),
        ("old", NOW + HOUR, None, False),
        ("other", NOW + HOUR, NOW + HOUR, False),
    ],
)
def test_a_secret_is_good_until_its_end(
    secret: str, current_until: datetime, before_until: datetime | None, good: bool
) -> None:
    before = (rules.digest("old"), before_until) if before_until else None

    assert rules.fits(secret, (rules.digest("new"), current_until), before, NOW) is good


async def token(client: httpx.AsyncClient, name: str, secret: str) -> httpx.Response:
    form = {"grant_type": "client_credentials"}
    return await client.post("/oauth2/token", data=form, auth=(name, secret))


async def test_while_it_is_replaced_both_secrets_work_and_never_a_third(
    signed_in: Any, client: httpx.AsyncClient, a_machine: Any, db: asyncpg.Connection
) -> None:
    name, first = await a_machine()
    admin = await signed_in("admin")
    (shown,) = (await admin.get(URL)).json()["items"]

    async def rotate(version: int, **said: int) -> dict[str, Any]:
        answer = await admin.post(
            f"{URL}/{shown['id']}/rotate", json=said, headers={"If-Match": f'"{version}"'}
        )
        assert answer.status_code == 200, answer.text
        return answer.json()

    second = (await rotate(1))["client_secret"]
    both = [(await token(client, name, one)).status_code for one in (first, second)]
    third = await rotate(2, overlap_hours=0)
    after = [
        (await token(client, name, one)).status_code
        for one in (first, second, third["client_secret"])
    ]

    assert (both, after) == ([200, 200], [401, 401, 200])
    logged = await db.fetchval("SELECT string_agg(changes::text, '') FROM changes")
    assert third["client_secret"] not in logged


@pytest.mark.parametrize("body", [{"overlap_hours": 169}, {"expires_in_days": 366}])
async def test_a_week_beside_each_other_and_a_year_are_the_most(
    signed_in: Any, a_machine: Any, body: dict[str, int]
) -> None:
    await a_machine()
    admin = await signed_in("admin")
    (shown,) = (await admin.get(URL)).json()["items"]

    answer = await admin.post(f"{URL}/{shown['id']}/rotate", json=body, headers={"If-Match": '"1"'})

    assert answer.status_code == 422


async def test_thirty_days_before_its_end_every_token_says_so(
    client: httpx.AsyncClient, a_machine: Any
) -> None:
    soon, later = await a_machine(name="soon", days=29), await a_machine(name="later", days=40)

    warned, silent = await token(client, *soon), await token(client, *later)

    said = parsedate_to_datetime(warned.headers["client-secret-expires"])
    assert abs(said - datetime.now(UTC) - timedelta(days=29)) < timedelta(minutes=5)
    assert "client-secret-expires" not in silent.headers


async def test_what_has_ended_is_refused_like_a_wrong_secret(
    client: httpx.AsyncClient, a_machine: Any
) -> None:
    ended = await token(client, *(await a_machine(name="ended", days=-1)))
    wrong = await token(client, "ended", "ncs_wrong")

    assert (ended.status_code, ended.content) == (401, wrong.content)

"""A program has its requests counted, a stranger by address, and both are told what is left."""

from typing import Any

import pytest

from gateway.edge.budgets import Budget, Spent, network
from gateway.running import budgets
from gateway.settings import GatewaySettings


def test_a_budget_is_full_again_after_a_minute() -> None:
    clock = [100.0]
    budget = Budget("client", 2, lambda: clock[0])

    seen = [(one.left, one.reset, one.is_over) for one in (budget.spend("a") for _ in range(3))]
    other = budget.spend("b")
    clock[0] += 59.5
    still = budget.spend("a")
    clock[0] += 0.5
    fresh = budget.spend("a")

    assert seen == [(1, 60, False), (0, 60, False), (-1, 60, True)]
    assert other.left == 1
    assert (still.is_over, still.reset, fresh.left) == (True, 1, 1)


def test_the_headers_are_those_of_the_draft() -> None:
    assert Spent("client", 600, -3, 17).headers() == [
        (b"ratelimit-policy", b'"client";q=600;w=60'),
        (b"ratelimit", b'"client";r=0;t=17'),
    ]


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2::1", "20010db800010002/64"),
        ("2001:db8:1:2:ffff::1", "20010db800010002/64"),
        ("unknown", "unknown"),
    ],
)
def test_a_household_is_one_stranger(address: str, key: str) -> None:
    assert network(address) == key


@pytest.mark.parametrize(
    ("mode", "values", "limits"),
    [
        ("production", {}, (600, 60)),
        ("demo", {}, (60_000, 6_000)),
        ("demo", {"requests_per_client": 5, "requests_per_address": 6}, (5, 6)),
    ],
)
def test_a_demonstration_has_a_hundred_times_the_budget(
    mode: str, values: dict[str, int], limits: tuple[int, int]
) -> None:
    found = budgets(GatewaySettings(**values), mode)

    assert tuple(one.limit for one in found) == limits


@pytest.fixture
def scarce(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_PER_CLIENT", "2")
    monkeypatch.setenv("REQUESTS_PER_ADDRESS", "1")


async def test_a_program_is_told_what_is_left_and_refused_what_is_too_much(
    scarce: None, client: Any, a_token: Any, signed_in: Any
) -> None:
    client.headers["Authorization"] = f"Bearer {await a_token('registry:ngos:read')}"

    answers = [await client.get("/api/registry/v1/ngos") for _ in range(3)]

    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[0].headers["ratelimit-policy"] == '"client";q=2;w=60'
    assert answers[0].headers["ratelimit"].startswith('"client";r=1;t=')
    refused = answers[2]
    assert refused.json()["code"] == "edge.over_budget"
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert refused.headers["ratelimit"].startswith('"client";r=0;t=')
    person = await signed_in("officer")
    many = [(await person.get("/api/registry/v1/ngos")).status_code for _ in range(4)]
    assert many == [200] * 4


async def test_a_stranger_has_a_budget_for_what_is_public(scarce: None, client: Any) -> None:
    answers = [await client.get("/api/public/v1/calendars/HUFO.ics") for _ in range(2)]

    assert answers[0].headers["ratelimit-policy"] == '"public";q=1;w=60'
    assert answers[1].status_code == 429

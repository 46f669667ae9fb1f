"""A program has its requests counted, a stranger by address, and both are told what is left."""

from typing import Any

import pytest

from gateway.edge.budgets import Budget, Budgets, Spent, headers, network
from gateway.running import Running
from gateway.settings import GatewaySettings


def test_a_budget_is_full_again_after_a_minute() -> None:
    clock = [100.0]
    budget = Budget("client", 2, clock=lambda: clock[0])

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
    spent = [Spent("client", 600, 60, 12, 17), Spent("export", 10, 3600, -3, 900)]

    assert headers(spent) == [
        (b"ratelimit-policy", b'"client";q=600;w=60, "export";q=10;w=3600'),
        (b"ratelimit", b'"client";r=12;t=17, "export";r=0;t=900'),
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
        ("production", {}, [600, 1200, 60, 10]),
        ("demo", {}, [60_000, 120_000, 6_000, 10_000]),
        (
            "production",
            {
                "requests_per_client": 5,
                "requests_per_unit": 6,
                "requests_per_address": 7,
                "exports_per_hour": 8,
            },
            [5, 6, 7, 8],
        ),
    ],
)
def test_a_demonstration_has_far_larger_budgets(
    mode: str, values: dict[str, int], limits: list[int]
) -> None:
    found = Budgets(mode, GatewaySettings(**values).budgets)

    assert [found.of[one].limit for one in ("client", "unit", "public", "export")] == limits


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
    assert answers[0].headers["ratelimit-policy"] == '"client";q=2;w=60, "unit";q=120000;w=60'
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


async def test_the_programs_of_a_union_share_a_budget_and_a_wild_one_leaves_the_rest(
    running: Running, client: Any, a_token: Any
) -> None:
    running.budgets = Budgets("demo", {"client": 2, "unit": 3})
    scope, url = "registry:ngos:read", "/api/registry/v1/ngos"
    wild, calm, foreign = [
        {"Authorization": f"Bearer {await a_token(scope, name=name, unit=unit)}"}
        for name, unit in (("hufo-1", "HUFO"), ("hufo-2", "HUFO"), ("cantho-1", "CANTHO"))
    ]

    of_wild = [await client.get(url, headers=wild) for _ in range(4)]
    of_calm = [await client.get(url, headers=calm) for _ in range(2)]
    of_foreign = await client.get(url, headers=foreign)

    assert [one.status_code for one in of_wild] == [200, 200, 429, 429]
    assert {one.json()["code"] for one in of_wild[2:]} == {"edge.over_budget"}
    assert [one.status_code for one in of_calm] == [200, 429]
    assert of_calm[1].json()["code"] == "edge.unit_over_budget"
    assert of_calm[0].headers["ratelimit"].split(", ")[1].startswith('"unit";r=0;t=')
    assert of_foreign.status_code == 200


async def test_files_are_counted_by_the_hour_for_people_and_programs_alike(
    running: Running, client: Any, a_token: Any, signed_in: Any
) -> None:
    running.budgets = Budgets("demo", {"export": 1})
    person, url, csv = await signed_in("viewer"), "/api/registry/v1/ngos", {"Accept": "text/csv"}
    client.headers["Authorization"] = f"Bearer {await a_token('registry:ngos:read')}"

    for who in (client, person):
        first, second = [await who.get(url, headers=csv) for _ in range(2)]
        page = await who.get(url)

        assert (first.status_code, page.status_code) == (200, 200)
        assert (second.status_code, second.json()["code"]) == (429, "edge.too_many_exports")
        assert 3500 < int(second.headers["retry-after"]) <= 3600
        assert '"export";q=1;w=3600' in first.headers["ratelimit-policy"]

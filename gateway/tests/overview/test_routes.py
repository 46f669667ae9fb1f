"""Three services in one answer, and two of them when one is away."""

import time
from typing import Any

import httpx
import pytest

from gateway.overview import routes
from gateway.running import Running

URL = "/api/gateway/v1/overview"


async def test_a_service_that_is_away_leaves_the_others_whole(signed_in: Any) -> None:
    person = await signed_in("officer", "HUFO")

    answer = await person.get(URL + "?as_of=2021-11-11&from=2021-01-01&to=2021-12-01")

    body = answer.json()
    assert answer.status_code == 200, answer.text
    assert body["as_of"] == "2021-11-11"
    assert set(body["parts"]) == {"registry", "aid", "events", "gateway"}
    assert set(body["parts"]["gateway"]["data"].values()) == {None}
    registry, aid, events = (body["parts"][name] for name in ("registry", "aid", "events"))
    assert (registry["status"], aid["status"]) == ("ok", "ok")
    asked = registry["data"]["ngos_by_region"]["query"]
    assert asked == "by=region&unit=HUFO&as_of=2021-11-11"
    assert set(aid["data"]) == {"grants_by_form", "grants_waiting"}
    assert events["status"] == "unavailable"
    assert events["data"] is None
    assert events["code"] == "edge.service_away"
    assert "events" in events["detail"]


async def test_the_services_are_asked_as_the_caller(signed_in: Any) -> None:
    person = await signed_in("viewer", "CANTHO")

    parts = (await person.get(URL)).json()["parts"]

    seen = dict(parts["registry"]["data"]["ngos_by_region"]["headers"])
    assert seen["authorization"].startswith("Bearer ")
    assert "cookie" not in seen


async def test_a_question_that_the_caller_may_not_ask_is_null(
    signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbidden = routes.Question("aid", "grants_waiting", "/v1/status", {"code": "403"})
    monkeypatch.setattr(routes.rules, "questions", lambda *_: [forbidden])

    parts = (await (await signed_in()).get(URL)).json()["parts"]

    assert {name: part for name, part in parts.items() if name != "gateway"} == {
        "aid": {"status": "ok", "data": {"grants_waiting": None}, "code": None, "detail": None}
    }


@pytest.mark.parametrize(
    ("path", "query", "code"),
    [
        ("/v1/status", {"code": "500"}, "edge.service_broken"),
        ("/v1/stream", {"parts": "1"}, "edge.service_broken"),
        ("/v1/break", {}, "edge.service_broken"),
        ("/v1/slow", {"seconds": "5"}, "edge.service_slow"),
    ],
)
async def test_an_answer_that_cannot_be_used_makes_its_part_unavailable(
    signed_in: Any,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    query: dict[str, str],
    code: str,
) -> None:
    monkeypatch.setattr(routes, "PART_SECONDS", 0.3)
    asked = routes.Question("aid", "grants_waiting", path, query)
    monkeypatch.setattr(routes.rules, "questions", lambda *_: [asked])
    person = await signed_in()

    began = time.perf_counter()
    parts = (await person.get(URL)).json()["parts"]

    assert time.perf_counter() - began < 2
    assert (parts["aid"]["status"], parts["aid"]["code"]) == ("unavailable", code)


async def test_nobody_sees_no_overview(client: httpx.AsyncClient) -> None:
    assert (await client.get(URL)).status_code == 401


async def test_a_query_that_is_not_known_is_422(signed_in: Any) -> None:
    person = await signed_in()

    assert (await person.get(URL + "?year=2021")).status_code == 422
    assert (await person.get(URL + "?as_of=11/11/2021")).status_code == 422


async def test_readiness_says_how_each_service_is(
    client: httpx.AsyncClient, running: Running
) -> None:
    degraded = await client.get("/readyz")
    running.proxy.ways["events"].url = running.proxy.ways["aid"].url
    well = await client.get("/readyz")

    assert degraded.status_code == 200, "a service that is away must not take the door along"
    assert degraded.json() == {
        "status": "degraded",
        "services": {"registry": "ok", "aid": "ok", "events": "unavailable"},
    }
    assert well.json()["status"] == "ok"

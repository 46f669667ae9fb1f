"""The door in front of a real service: who is let in, as whom, and what every answer carries."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest

from chassis.identity import Verifier
from gateway.edge.security import CSP
from gateway.running import Running
from gateway.testing import Upstream

ECHO = "/api/registry/v1/echo"


def headers(answer: httpx.Response) -> dict[str, str]:
    """What reached the service, by name."""
    assert answer.status_code == 200, answer.text
    return {name: value for name, value in answer.json()["headers"]}


async def actor(running: Running, answer: httpx.Response, audience: str) -> Any:
    """Who the service behind takes the caller for: its own verifier decides."""
    token = headers(answer)["authorization"].removeprefix("Bearer ")
    return await Verifier("nhip-cau", audience, running.ring.fetch).actor(token)


async def test_a_service_gets_the_path_behind_its_prefix_and_the_query_as_it_is(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get(ECHO + "/%C4%91?a=1&b=%2F;x")

    assert answer.json()["path"] == "/v1/echo/%C4%91"
    assert answer.json()["query"] == "a=1&b=%2F;x"


async def test_the_service_learns_from_the_door_and_not_from_the_client(
    client: httpx.AsyncClient,
) -> None:
    claimed = {
        "X-Forwarded-For": "1.2.3.4",
        "X-Forwarded-Prefix": "/evil",
        "X-User-Id": "1",
        "X-Request-Id": "mine",
        "Forwarded": "for=1.2.3.4",
    }

    seen = headers(await client.get(ECHO, headers=claimed))

    assert seen["x-forwarded-for"] == "127.0.0.1"
    assert seen["x-forwarded-prefix"] == "/api/registry"
    assert seen["x-forwarded-host"] == "127.0.0.1:8000"
    assert len(seen["x-request-id"]) == 32
    assert not {"x-user-id", "forwarded", "authorization", "cookie"} & seen.keys()


async def test_a_person_reaches_a_service_as_a_signed_identity(
    signed_in: Any, running: Running
) -> None:
    person = await signed_in("approver", "HAIPHONG")

    answer = await person.get(ECHO)

    found = await actor(running, answer, "registry")
    assert (found.kind, found.roles, found.unit_code) == ("person", {"approver"}, "HAIPHONG")
    assert "cookie" not in headers(answer)


async def test_a_machine_reaches_a_service_as_a_signed_identity(
    client: httpx.AsyncClient, a_token: Any, running: Running
) -> None:
    client.headers["Authorization"] = f"Bearer {await a_token()}"

    found = await actor(running, await client.get(ECHO), "registry")

    assert (found.kind, found.roles) == ("client", {"integrator"})
    assert found.scopes == {"registry:ngos:read", "registry:ngos:write"}


async def test_an_identity_for_one_service_is_refused_by_another(
    signed_in: Any, running: Running
) -> None:
    person = await signed_in()

    with pytest.raises(Exception, match=r"identity\.invalid"):
        await actor(running, await person.get(ECHO), "aid")


async def test_the_internal_identity_opens_nothing_at_the_door(
    signed_in: Any, browser: Any
) -> None:
    inner = headers(await (await signed_in()).get(ECHO))["authorization"]

    answer = await browser().get(ECHO, headers={"Authorization": inner})

    assert (answer.status_code, answer.json()["code"]) == (401, "identity.invalid")


async def test_two_identities_at_once_are_refused(signed_in: Any, a_token: Any) -> None:
    person = await signed_in()

    answer = await person.get(ECHO, headers={"Authorization": f"Bearer {await a_token()}"})

    assert (answer.status_code, answer.json()["code"]) == (400, "identity.two")


async def test_a_change_with_a_cookie_needs_the_sessions_csrf_token(signed_in: Any) -> None:
    person, other = await signed_in(), await signed_in("viewer")
    token = person.headers.pop("X-CSRF-Token")

    async def change(**said: str) -> str:
        answer = await person.post(ECHO, headers=said)
        return str(answer.json().get("code", answer.status_code))

    assert await change() == "sessions.csrf"
    assert await change(**{"X-CSRF-Token": token[:-1] + "x"}) == "sessions.csrf"
    foreign = other.headers["X-CSRF-Token"]
    assert await change(**{"X-CSRF-Token": foreign}) == "sessions.csrf"
    evil = {"X-CSRF-Token": token, "Origin": "https://evil.example"}
    assert await change(**evil) == "sessions.cross_origin"
    assert await change(**{"X-CSRF-Token": token}) == "200"


async def test_public_addresses_carry_nobodys_identity(signed_in: Any, running: Running) -> None:
    running.proxy.ways["events"].url = running.proxy.ways["registry"].url
    person = await signed_in()

    seen = headers(await person.get("/api/public/v1/calendars/HUFO.ics"))

    assert "authorization" not in seen


async def test_every_answer_carries_the_security_headers(client: httpx.AsyncClient) -> None:
    for path in (ECHO, "/", "/api/none", "/a//b", "/api/events/v1/x", "/livez", "/oauth2/token"):
        answer = await client.get(path)

        assert answer.headers["content-security-policy"] == CSP, path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert answer.headers["cross-origin-opener-policy"] == "same-origin", path
        assert answer.headers["referrer-policy"], path
        assert UUID(hex=answer.headers["x-request-id"]).version == 7, path
        assert "server" not in answer.headers, path
        assert "strict-transport-security" not in answer.headers, path


async def test_of_a_services_answer_its_own_affairs_stay_behind(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get("/api/registry/v1/chatty")

    assert answer.headers["etag"] == '"7"'
    assert answer.headers["location"] == "/api/registry/v1/things/7"
    assert answer.headers["content-security-policy"] == "sandbox"
    assert answer.headers["cache-control"] == "private, max-age=60"
    gone = {"server", "set-cookie", "x-private", "connection", "x-powered-by"}
    assert not gone & answer.headers.keys()
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers.get_list("x-request-id") != ["the-service-says"]


async def test_what_is_not_known_to_be_cacheable_is_not_stored(client: httpx.AsyncClient) -> None:
    assert (await client.get(ECHO)).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/none", 404, "route.unknown"),
        ("GET", "/api/registry/livez", 404, "route.unknown"),
        ("GET", "/api/registry/v1/%2E%2e/x", 400, "edge.address_ambiguous"),
        ("GET", "/api//registry", 400, "edge.address_ambiguous"),
        ("GET", "/x?" + "q" * 9000, 414, "edge.address_too_long"),
        ("TRACE", ECHO, 405, "route.method"),
        ("QUERY", ECHO, 405, "route.method"),
        ("POST", "/some/page", 405, "route.method"),
    ],
)
async def test_a_refusal_at_the_door_is_a_problem(
    client: httpx.AsyncClient, method: str, path: str, status: int, code: str
) -> None:
    url = httpx.URL("http://127.0.0.1:8000", raw_path=path.encode())

    answer = await client.request(method, url)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["request_id"] == answer.headers["x-request-id"]


async def test_refusals_speak_the_callers_language(client: httpx.AsyncClient) -> None:
    vi = await client.get("/api/none")
    en = await client.get("/api/none", headers={"Accept-Language": "fr, en;q=0.8, vi;q=0.2"})

    assert (vi.headers["content-language"], vi.json()["title"]) == ("vi", "Không tìm thấy")
    assert (en.headers["content-language"], en.json()["title"]) == ("en", "Not found")


async def test_options_allows_no_other_origin_and_claims_no_methods(
    client: httpx.AsyncClient, upstream: Upstream
) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}

    answer = await client.options(ECHO, headers=asked)

    assert answer.status_code == 204
    assert "allow" not in answer.headers
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert not upstream.hits


@pytest.mark.parametrize(
    ("said", "status", "code"),
    [
        ({"Content-Type": "application/json", "Content-Length": "1048577"}, 413, "body.too_large"),
        ({"Content-Type": "multipart/x", "Content-Length": "26214401"}, 413, "body.too_large"),
        ({"Content-Encoding": "gzip"}, 415, "edge.content_encoding"),
        ({"X_A": "1"}, 400, "edge.header_name"),
        ({"X-A": "a" * 33_000}, 431, "edge.headers_too_large"),
    ],
)
async def test_limits_hold_before_anything_is_sent_on(
    client: httpx.AsyncClient, upstream: Upstream, said: dict[str, str], status: int, code: str
) -> None:
    answer = await client.post(ECHO, headers=said, content=b"x")

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not upstream.hits


async def test_many_at_once_are_each_answered_as_themselves(signed_in: Any) -> None:
    people = [await signed_in("officer", unit) for unit in ("HUFO", "CANTHO", "HAIPHONG")]

    answers = await asyncio.gather(*(one.get(ECHO) for one in people * 10))

    tokens = {headers(answer)["authorization"] for answer in answers}
    assert len(tokens) == 3

"""What the provider says must be whole; it is asked at its own address, and not for ever."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from gateway import testing_oidc
from gateway.authenticators.oidc import provider as provider_module
from gateway.running import Running
from gateway.testing_oidc import Provider, begin, come_in, link, returned

SESSIONS = "/api/gateway/v1/sessions"
SIGN_IN, ME = f"{SESSIONS}/oidc", f"{SESSIONS}/current"
Refused = tuple[int, str]


def told(answer: httpx.Response) -> Refused:
    return answer.status_code, answer.json()["code"]


def _late() -> dict[str, Any]:
    return {"claims": {"exp": int(time.time()) - 120}}


LIES: dict[str, Callable[[], dict[str, Any]]] = {
    "nonce": lambda: {"claims": {"nonce": "of another sign-in"}},
    "no nonce": lambda: {"claims": {"nonce": None}},
    "audience": lambda: {"claims": {"aud": "another-client"}},
    "party": lambda: {"claims": {"aud": ["nhip-cau", "another-client"]}},
    "azp": lambda: {"claims": {"azp": "another-client"}},
    "issuer": lambda: {"claims": {"iss": "https://dang-nhap.example.invalid"}},
    "expired": _late,
    "not yet": lambda: {"claims": {"iat": int(time.time()) + 600}},
    "no subject": lambda: {"claims": {"sub": ""}},
    "subject": lambda: {"claims": {"sub": 7}},
    "unsigned": lambda: {"header": {"alg": "none"}},
    "our secret": lambda: {"header": {"alg": "HS256"}, "key": testing_oidc.our_own_secret()},
    "another key": lambda: {"key": testing_oidc.another_key()},
    "another's answer": lambda: {"back": {"iss": "https://dang-nhap.example.invalid"}},
    "no issuer told": lambda: {
        "metadata": {"authorization_response_iss_parameter_supported": True}
    },
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
async def test_what_the_provider_says_must_be_whole(
    signed_in: Any, client: httpx.AsyncClient, provider: Provider, running: Running, lie: Any
) -> None:
    person = await signed_in("officer")
    await link(person, "an")
    running.oidc.read = float("-inf")  # type: ignore[union-attr]
    provider.lies |= lie()

    entered = await come_in(client, "an")
    provider.lies.clear()

    assert told(entered) == (401, "sessions.oidc_refused")
    assert "sid" not in client.cookies
    assert (await come_in(client, "an")).status_code in (201, 401)


async def test_the_provider_away_is_said_in_time_and_in_both_languages(
    signed_in: Any, client: httpx.AsyncClient, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    await link(await signed_in("officer"), "an")
    monkeypatch.setattr(provider_module, "SECONDS", 0.3)
    back = await returned(await begin(client, f"{SIGN_IN}/begin"), "an")
    provider.lies["seconds"] = 1

    began = time.monotonic()
    slow = await client.post(SIGN_IN, json=back, headers={"Accept-Language": "en"})
    took = time.monotonic() - began
    provider.lies = {"status": 500}
    broken = await come_in(client, "an")

    assert told(slow) == told(broken) == (503, "sessions.oidc_away")
    assert took < 0.9
    assert slow.headers["retry-after"] == "30"
    assert "does not answer" in slow.json()["detail"]
    assert "chưa trả lời" in broken.json()["detail"]


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://dang-nhap.example.invalid"},
        {"token_endpoint": "http://127.0.0.1:9/token"},
        {"jwks_uri": "https://dang-nhap.example.invalid/keys"},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
    ids=["issuer", "token", "keys", "page"],
)
async def test_nothing_but_the_provider_that_was_named_is_called(
    client: httpx.AsyncClient, provider: Provider, metadata: Any
) -> None:
    provider.lies["metadata"] = metadata

    assert told(await client.post(f"{SIGN_IN}/begin")) == (503, "sessions.oidc_away")


async def test_a_provider_may_change_its_key(
    signed_in: Any, client: httpx.AsyncClient, provider: Provider, running: Running
) -> None:
    await link(await signed_in("officer"), "an")
    provider.key = testing_oidc.another_key()

    early = await come_in(client, "an")
    running.oidc.keys_read -= provider_module.REFETCH_SECONDS  # type: ignore[union-attr]
    later = await come_in(client, "an")

    assert told(early) == (401, "sessions.oidc_refused"), "keys are asked for once a minute"
    assert later.status_code == 201


async def test_a_browser_is_sent_there_with_proofs_and_no_secret(
    client: httpx.AsyncClient, provider: Provider
) -> None:
    address = urlsplit(await begin(client, f"{SIGN_IN}/begin"))
    said = {key: one[0] for key, one in parse_qs(address.query).items()}

    assert f"{address.scheme}://{address.netloc}" == provider.issuer
    assert said["redirect_uri"] == "http://127.0.0.1:8000/sign-in/oidc"
    assert (said["response_type"], said["code_challenge_method"]) == ("code", "S256")
    assert len({said["state"], said["nonce"], said["code_challenge"]}) == 3
    assert "client_secret" not in said
    assert client.cookies["oidc"] not in address.query

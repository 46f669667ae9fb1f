"""One attempt: signed as the standard says, and nothing inside our network is ever reached."""

import socket
import threading
from collections.abc import Iterator

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from gateway.webhooks import guard, signing
from gateway.webhooks.sending import LONGEST_REPLY, send

LOOPBACK = ["127.0.0.0/8"]
OLD, NEW = signing.new_secret(), signing.new_secret()
BODY = '{"name": "Quỹ 🙂"}'.encode()


class Names:
    """A name server that gives its answers in turn."""

    def __init__(self, *answers: str) -> None:
        self.answers, self.asked = answers, 0

    async def __call__(self, host: str, port: int) -> list[str]:
        self.asked += 1
        return self.answers[(self.asked - 1) % len(self.answers)].split()


class Trap:
    """Counts whoever connects to port 8443 of loopback."""

    def __init__(self) -> None:
        self.hits = 0
        self.socket = socket.create_server(("127.0.0.1", 8443))
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    def _listen(self) -> None:
        try:
            while True:
                self.socket.accept()[0].close()
                self.hits += 1
        except OSError:
            return


@pytest.fixture
def trap() -> Iterator[Trap]:
    made = Trap()
    yield made
    made.socket.shutdown(socket.SHUT_RDWR)
    made.socket.close()
    made.thread.join(2)


async def test_the_reference_library_verifies_with_both_secrets(receiver) -> None:
    async with guard.session(LOOPBACK) as http:
        tried = await send(http, receiver.url, [NEW, OLD], "registry-1", BODY, LOOPBACK)

    (arrived,) = receiver.arrivals
    assert tried.is_delivered
    assert arrived.headers["content-type"].startswith("application/cloudevents+json")
    for secret in (NEW, OLD):
        assert Webhook(signing.shown(secret)).verify(arrived.body, arrived.headers)
    for secret, body in ((signing.new_secret(), arrived.body), (NEW, arrived.body + b" ")):
        with pytest.raises(WebhookVerificationError):
            Webhook(signing.shown(secret)).verify(body, arrived.headers)
    late = {
        **arrived.headers,
        "webhook-timestamp": str(int(arrived.headers["webhook-timestamp"]) - 301),
    }
    with pytest.raises(WebhookVerificationError):
        Webhook(signing.shown(NEW)).verify(arrived.body, late)


@pytest.mark.parametrize(
    "answer",
    ["127.0.0.1", "10.0.0.1", "::1", "::ffff:127.0.0.1", "93.184.216.34 127.0.0.1", ""],
)
async def test_a_name_that_leads_inside_is_not_called(trap: Trap, answer: str) -> None:
    async with guard.session((), Names(answer)) as http:
        tried = await send(http, "https://kho.example.vn:8443/", [NEW], "m", BODY)

    assert (tried.error, tried.status, trap.hits) == ("address", None, 0)


async def test_a_name_that_changes_its_mind_reaches_nothing_inside(
    trap: Trap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rebinding: public when looked at, loopback when called. It is asked once, and the connection
    goes where that answer led (a test network's address here, where nobody listens)."""
    outside = "127.9.9.9"
    names = Names(outside, "127.0.0.1")
    really = guard.rules.is_public
    monkeypatch.setattr(
        guard.rules, "is_public", lambda one, allowed=(): str(one) == outside or really(one)
    )
    async with guard.session((), names) as http:
        tries = [
            await send(http, "https://kho.example.vn:8443/", [NEW], "m", BODY) for _ in range(20)
        ]

    assert {one.error for one in tries} == {"connection", "address"}
    assert (names.asked, trap.hits) == (20, 0)


@pytest.mark.parametrize(
    "url", ["https://127.0.0.1:8443/", "http://kho.example.vn/", "https://localhost:8443/"]
)
async def test_an_address_that_may_not_be_named_is_not_called(trap: Trap, url: str) -> None:
    async with guard.session((), Names("127.0.0.1")) as http:
        tried = await send(http, url, [NEW], "m", BODY)

    assert (tried.error, trap.hits) == ("address", 0)


async def test_a_redirect_is_a_failure_and_not_followed(receiver) -> None:
    receiver.says = lambda _: (307, {"Location": receiver.url + "/other"}, b"", 0)
    async with guard.session(LOOPBACK) as http:
        tried = await send(http, receiver.url, [NEW], "m", BODY, LOOPBACK)

    assert (tried.status, tried.error, len(receiver.arrivals)) == (307, "redirect", 1)


async def test_an_endless_reply_is_dropped(receiver) -> None:
    receiver.says = lambda _: (200, {}, b"x" * (LONGEST_REPLY * 40), 0)
    async with guard.session(LOOPBACK) as http:
        tried = await send(http, receiver.url, [NEW], "m", BODY, LOOPBACK)

    assert tried.is_delivered

"""Header hygiene, both ways."""

import pytest

from gateway.edge import headers
from gateway.edge.errors import BadFraming, HeadersTooLarge
from gateway.edge.headers import Inbound

HOST = (b"host", b"127.0.0.1:8000")


def read(*raw: tuple[bytes, bytes]) -> Inbound:
    return headers.read([HOST, *raw])


@pytest.mark.parametrize(
    "name",
    [
        "authorization", "cookie", "host", "x-csrf-token",
        "x-identity", "x-real-ip", "x-request-id", "forwarded", "via",
        "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-forwarded-prefix",
        "x-forwarded-anything", "x-user-id", "x-auth-request-user", "x-internal-role",
        "x-original-url", "x-rewrite-url", "x-http-method-override",
        "connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade",
        "proxy-authorization", "proxy-connection",
    ],
)  # fmt: skip
def test_what_only_the_door_may_say_does_not_pass(name: str) -> None:
    raw = (name.encode(), b"127.0.0.1:8000")

    inbound = headers.read([raw] if name == "host" else [HOST, raw])

    assert name not in dict(inbound.passed)


def test_other_headers_pass_unchanged() -> None:
    inbound = read(
        (b"accept", b"text/csv"), (b"if-match", b'"3"'), (b"x-note", "đã".encode()), (b"dnt", b"1")
    )

    assert inbound.passed == [
        ("accept", "text/csv"), ("if-match", '"3"'), ("x-note", "đã"), ("dnt", "1")
    ]  # fmt: skip


def test_headers_named_by_connection_end_here() -> None:
    inbound = read((b"x-a", b"1"), (b"connection", b"close, X-A"), (b"x-b", b"2"))

    assert inbound.passed == [("x-b", "2")]


@pytest.mark.parametrize(
    "raw",
    [
        [],
        [HOST, HOST],
        [(b"host", b"")],
        [(b"host", b"a/b?x=")],
        [(b"host", b"user@evil")],
        [(b"host", b"a b")],
        [(b"host", b"a:123456")],
        [HOST, (b"x_user_id", b"1")],
        [HOST, (b"authorization", b"Bearer a"), (b"authorization", b"Bearer b")],
        [HOST, (b"content-length", b"1"), (b"content-length", b"2")],
        [HOST, (b"x-a", b"\xff\xfe")],
    ],
)
def test_a_message_that_can_be_read_in_two_ways_is_refused(raw: list[tuple[bytes, bytes]]) -> None:
    with pytest.raises(BadFraming):
        headers.read(raw)


@pytest.mark.parametrize("host", [b"a.example", b"[::1]:8000", b"127.0.0.1", b"x_y.z:1"])
def test_ordinary_hosts_are_taken(host: bytes) -> None:
    assert headers.read([(b"host", host)]).seen[b"host"] == host


def test_a_cookie_split_into_several_headers_is_one_cookie() -> None:
    assert read((b"cookie", b"a=1"), (b"cookie", b"sid=2")).get(b"cookie") == "a=1; sid=2"


def test_too_many_or_too_long_headers_are_refused() -> None:
    with pytest.raises(HeadersTooLarge):
        read(*[(b"x-a", b"1")] * headers.MAX_COUNT)
    with pytest.raises(HeadersTooLarge):
        read((b"x-a", b"1" * headers.MAX_BYTES))


def test_a_services_answer_loses_what_is_of_its_hop_or_the_doors_to_say() -> None:
    raw = (
        (b"Content-Type", b"text/csv"), (b"ETag", b'"1"'), (b"Server", b"x"), (b"Date", b"now"),
        (b"Set-Cookie", b"sid=1"), (b"Connection", b"x-hop"), (b"X-Hop", b"1"),
        (b"Access-Control-Allow-Origin", b"*"), (b"X-Request-Id", b"theirs"),
    )  # fmt: skip

    assert headers.answer(raw) == [(b"content-type", b"text/csv"), (b"etag", b'"1"')]


def test_what_a_service_says_of_the_end_of_an_operation_passes_the_door() -> None:
    told = (
        (b"deprecation", b"@1767225600"),
        (b"sunset", b"Wed, 01 Jul 2026 00:00:00 GMT"),
        (b"link", b'</v1/things>; rel="successor-version"'),
    )

    assert tuple(headers.answer(told)) == told

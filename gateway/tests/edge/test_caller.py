"""Whose cookie it is, and which page sent the request."""

import pytest

from gateway.edge import headers
from gateway.edge.caller import cookie, same_origin

ORIGIN = "https://nhipcau.example"


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("sid=abc", "abc"),
        ("a=1; sid=abc; b=2", "abc"),
        ("a=1", None),
        ("sid", None),
        ("xsid=abc; sid2=abc", None),
        ("sid=abc; sid=evil", None),
        ("", None),
    ],
)
def test_a_cookie_is_taken_only_when_it_stands_once(header: str, value: str | None) -> None:
    assert cookie(header, "sid") == value


@pytest.mark.parametrize(
    ("said", "ours"),
    [
        ({}, True),
        ({"origin": ORIGIN}, True),
        ({"origin": "http://nhipcau.local"}, True),  # the Host as a development server sends it
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"origin": "null"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "https://nhipcau.example.evil"}, False),
        ({"origin": ORIGIN, "sec-fetch-site": "cross-site"}, False),
    ],
)
def test_only_our_own_pages_change_things(said: dict[str, str], ours: bool) -> None:
    raw = [(name.encode(), value.encode()) for name, value in said.items()]

    inbound = headers.read([(b"host", b"nhipcau.local"), *raw])

    assert same_origin(inbound, ORIGIN) is ours

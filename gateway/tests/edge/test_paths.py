"""One spelling per address."""

import pytest

from gateway.edge import paths
from gateway.edge.errors import AddressTooLong, BadFraming


@pytest.mark.parametrize(
    "path",
    ["/", "/api/aid/v1/grants", "/a.b/c-d_e~f", "/a...b", "/x/HUFO.ics", "/%C4%91", "/a:b@c"],
)
def test_a_plain_address_is_read(path: str) -> None:
    assert paths.check(path.encode(), b"q=%00&r=a;b/../c") == path


@pytest.mark.parametrize(
    "path",
    [
        "/../etc/passwd",
        "/a/..",
        "/a/./b",
        "/a/%2e%2e/b",
        "/a/%2E./b",
        "/a%2fb",
        "/a%2Fb",
        "/a%5cb",
        "/a%5Cb",
        "/a\\b",
        "/a%00",
        "/a%0d%0aX:1",
        "/a%7f",
        "//evil.example/",
        "/a//b",
        "/a;v=1",
        "/a%",
        "/a%zz",
        "/a b",
        "/\x80",
        "*",
        "",
        "evil",
    ],
)
def test_an_address_that_could_be_read_in_two_ways_is_refused(path: str) -> None:
    with pytest.raises(BadFraming):
        paths.check(path.encode("latin-1"), b"")


@pytest.mark.parametrize("query", [b"a b", b"a#b", b"a\x00", b"\xc4\x91"])
def test_a_query_holds_written_characters_only(query: bytes) -> None:
    with pytest.raises(BadFraming):
        paths.check(b"/", query)


def test_path_and_query_together_are_bounded() -> None:
    assert paths.check(b"/", b"q" * (paths.MAX_ADDRESS - 2))
    with pytest.raises(AddressTooLong):
        paths.check(b"/", b"q" * (paths.MAX_ADDRESS - 1))

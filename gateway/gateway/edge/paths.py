"""Which addresses are read at all: one spelling each, so that door and service agree. Pure."""

import re

from gateway.edge.errors import AddressTooLong, BadFraming

MAX_ADDRESS = 8 * 1024  # bytes of path and query together

# Dot segments, empty segments, path parameters, backslashes, encoded dots, slashes, backslashes and
# control characters, and a % that starts no escape: everything that servers are known to read in
# two ways. No address of this house needs any of them.
_TWO_WAYS = re.compile(
    rb"/\.{1,2}(?:/|$)|//|;|\\|%2e|%2f|%5c|%[01][0-9a-f]|%7f|%(?![0-9a-f]{2})|[^!-~]",
    re.IGNORECASE,
)

# What nearly every address looks like, told at a tenth of the price.
_PLAIN = re.compile(rb"(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+/?")
_UNWRITTEN = re.compile(rb"[^!-~]|#")


def check(path: bytes, query: bytes) -> str:
    """The path as text; raises 414 when too long, 400 when it could be read in two ways."""
    if len(path) + len(query) >= MAX_ADDRESS:
        raise AddressTooLong(MAX_ADDRESS)
    if not _PLAIN.fullmatch(path) and (not path.startswith(b"/") or _TWO_WAYS.search(path)):
        raise BadFraming("edge.address_ambiguous")
    if query and _UNWRITTEN.search(query):
        raise BadFraming("edge.address_ambiguous")
    return path.decode("ascii")

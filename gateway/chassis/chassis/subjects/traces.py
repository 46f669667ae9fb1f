"""A text as it can be known again and not be read: its length and a keyed digest. Pure."""

import hmac
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

BYTES = 16


class Trace(NamedTuple):
    """Of one spelling of a person: so many characters whose digest is this."""

    length: int
    digest: str


def trace(text: str, key: bytes) -> Trace:
    return Trace(len(text), _digest(text, key))


def _digest(text: str, key: bytes) -> str:
    # In small letters: what is blanked is found in either case, too.
    return hmac.digest(key, text.lower().encode(), "sha256")[:BYTES].hex()


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a row or a log entry as JSON."""
    if isinstance(value, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from texts_in(one)


def known_again(texts: Iterable[str], traces: Iterable[Trace], key: bytes) -> list[str]:
    """Which spellings stand in these texts; like a search, none is found inside a longer word."""
    wanted = set(traces)
    lengths = sorted({one.length for one in wanted}, reverse=True)
    found: dict[str, None] = {}
    for text in dict.fromkeys(texts):
        for length in lengths:
            for window in _windows(text, length):
                if Trace(length, _digest(window, key)) in wanted:
                    found[window] = None
    return list(found)


def _windows(text: str, length: int) -> Iterator[str]:
    for start in range(len(text) - length + 1):
        end = start + length
        is_inside = (start > 0 and text[start - 1].isalnum()) or (
            end < len(text) and text[end].isalnum()
        )
        if not is_inside:
            yield text[start:end]

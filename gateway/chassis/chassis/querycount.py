"""Counts the statements of one request, so that tests can hold every operation to its budget."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_count: ContextVar[list[int] | None] = ContextVar("query_count", default=None)


def start() -> list[int]:
    """Begin a count for this context; the one-element list is the live number."""
    box = [0]
    _count.set(box)
    return box


def counted() -> None:
    """One more statement went to the database."""
    box = _count.get()
    if box is not None:
        box[0] += 1


@contextmanager
def aside() -> Iterator[None]:
    """Statements in here are not the request's: they come by the clock, not by what it does."""
    token = _count.set(None)
    try:
        yield
    finally:
        _count.reset(token)

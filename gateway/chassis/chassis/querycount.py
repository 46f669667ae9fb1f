"""Counts the statements of one request, so that tests can hold every operation to its budget."""

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

"""Says what is being done while a person waits, and how long it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


def say(line: str) -> None:
    # Several steps speak at once: one write per line keeps the lines whole.
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@contextmanager
def step(what: str) -> Iterator[None]:
    """One line when something is done; a slow step is announced by whoever knows it is slow."""
    began = time.monotonic()
    yield
    say(f"  {time.monotonic() - began:5.1f} s  {what}")

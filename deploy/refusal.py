"""How a command of the house gives up: a sentence for a person instead of a traceback."""

import os
import signal
import sys
from collections.abc import Callable


class Refusal(Exception):
    """Says what is wrong and what to do about it."""


def guarded(command: Callable[[], int]) -> int:
    """Exit status of `command`; refusals are printed, Ctrl-C needs no explanation."""
    # Being told to stop means what Ctrl-C means: in order, with everything that was started.
    # A shell starts background jobs with SIGINT ignored, so Python's own handler is put back first.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda *_: os.kill(os.getpid(), signal.SIGINT))
    status = 1
    try:
        status = command()
    except* Refusal as refusals:
        for refusal in _flat(refusals):
            print(refusal, file=sys.stderr)
    except* KeyboardInterrupt:
        status = 130
    return status


def _flat(group: BaseExceptionGroup[Refusal]) -> list[Refusal]:
    found: list[Refusal] = []
    for inner in group.exceptions:
        found += _flat(inner) if isinstance(inner, BaseExceptionGroup) else [inner]
    return found

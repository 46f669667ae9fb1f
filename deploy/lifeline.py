"""Ties a child process to its parent: even `kill -9` of the parent leaves nothing behind."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1


def dies_with_me(by: signal.Signals) -> Callable[[], None]:
    """A `preexec_fn`: the kernel sends the child `by` when the thread that started it ends.

    Linux only; elsewhere an orderly stop still works, only `kill -9` of the parent is not covered.
    The library is loaded here and not in the child, where between fork and exec little is safe.
    """
    if sys.platform != "linux":
        return lambda: None
    libc = ctypes.CDLL(None, use_errno=True)
    parent = os.getpid()

    def bind() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(by), 0, 0, 0)
        # The parent may have died before the line above took hold.
        if os.getppid() != parent:
            os.kill(os.getpid(), by)

    return bind

"""Keeps the processes of the house together: all run, or all stop. Why honcho: docs/adr/0004."""

import multiprocessing
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Queue
from typing import Any

from honcho.environ import parse_procfile
from honcho.manager import Manager
from honcho.process import Popen, Process

from deploy.lifeline import dies_with_me

PROCFILE = Path(__file__).with_name("Procfile")
# What honcho reports when it was told to stop: no failure.
_ASKED = (0, 130, 143)
_STOPS = {signal.SIGINT, signal.SIGTERM}


class _Bound(Process):  # type: ignore[misc]  # honcho has no types
    """A process that ends with us, even when we are killed."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._bind = dies_with_me(signal.SIGKILL)
        self._child_ctor = _BoundChild

    def run(self, events: "Queue[Any] | None" = None, ignore_signals: bool = False) -> None:
        self._bind()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
        super().run(events, ignore_signals)


class _BoundChild(Popen):  # type: ignore[misc]
    def __init__(self, command: str, **options: Any) -> None:
        super().__init__(command, preexec_fn=dies_with_me(signal.SIGTERM), **options)


class Supervisor(Manager):  # type: ignore[misc]
    """Honcho's manager, which ends all when one ends, for a given set of processes."""

    def __init__(self, watched: Callable[[], bool]) -> None:
        super().__init__()
        self._process_ctor = _Bound
        self._watched = watched

    def _start(self) -> None:
        """Ctrl-C waits until every pid is known: honcho cannot stop a child it has not heard of."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
        super()._start()
        heard = []
        while not self._all_started():
            heard.append(message := self.events.get())
            if message.type == "start":
                self._processes[message.name]["pid"] = message.data["pid"]
        for message in heard:
            self.events.put(message)
        signal.signal(signal.SIGCHLD, self._child_ended)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)

    def _child_ended(self, *_: object) -> None:
        """The database server is our child but not honcho's: without it nothing can go on."""
        if not self._terminating and not self._watched():
            self._system_print("the database server has ended; stopping\n")
            self.returncode = 1
            self.terminate()


def supervise(environments: Mapping[str, Mapping[str, str]], watched: Callable[[], bool]) -> int:
    """Runs every line of the Procfile until one ends or we are told to stop."""
    # The lifeline needs us, not a fork server, to be the parent.
    multiprocessing.set_start_method("fork", force=True)
    supervisor = Supervisor(watched)
    for name, command in parse_procfile(PROCFILE.read_text()).processes.items():
        supervisor.add_process(name, command, env=dict(environments[name]))
    supervisor.loop()
    return 0 if supervisor.returncode in _ASKED else int(supervisor.returncode)

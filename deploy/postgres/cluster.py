"""One PostgreSQL cluster in one folder: made once, started, stopped, never left half-made."""

import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.lifeline import dies_with_me
from deploy.postgres import binaries, initdb, postmaster, settings
from deploy.postgres.account import Account
from deploy.refusal import Refusal

SUPERUSER = "house"
# Left by a server that was killed a moment ago; its last children are still leaving.
_PASSING = ("shared memory block", "lock file")
_PORT_TAKEN = ("could not bind", "Address already in use")
_LOG_LIMIT = 10_000_000


class Cluster:
    """`root` holds data/, the log and the lock; only data/ belongs to the unprivileged account."""

    def __init__(self, root: Path, password: str, tuning: dict[str, str] = settings.KEPT) -> None:
        self.root = root.resolve()
        self.data = self.root / "data"
        self.log = self.root / "postgres.log"
        self.password = password
        self.tuning = tuning
        self.server: subprocess.Popen[bytes] | None = None
        self.account = Account(self.data)
        self.bin = binaries.within_reach(binaries.find(), self.account)

    def found(self) -> postmaster.PidFile | None:
        return postmaster.running(self.data)

    def url(self, database: str = "postgres") -> str:
        found = self.found()
        if found is None:
            raise Refusal(f"The server in {self.root} does not run")
        return f"postgresql://{SUPERUSER}:{self.password}@127.0.0.1:{found.port}/{database}"

    def start(self, *, bound: bool = True, within: float = 30) -> bool:
        """True when this call started it, so that whoever started it also stops it.

        `bound` ties the server to the calling process: it stops in order when we are killed.
        """
        deadline = time.monotonic() + within
        with self._alone():
            while found := self.found():
                if found.state == "ready" and postmaster.answers(found.port):
                    return False
                self._wait(deadline, "the server runs but does not answer")
            if not (self.data / "PG_VERSION").exists():
                sync = self.tuning["fsync"] == "on"
                initdb.make(self.data, self.bin, self.account, SUPERUSER, self.password, sync=sync)
            while not self._try_start(deadline, bound):
                self._wait(deadline, "the server does not start")
            return True

    def stop(self, within: float = 30) -> None:
        """Fast shutdown: open transactions are rolled back, shared memory is given back."""
        found = self.found()
        for order in (signal.SIGINT, signal.SIGQUIT):
            if found is None:
                break
            os.kill(found.pid, order)
            deadline = time.monotonic() + within
            while (found := self.found()) and time.monotonic() < deadline:
                time.sleep(0.01)
        if found is not None:
            raise RuntimeError(f"the server (pid {found.pid}) does not stop; see {self.log}")
        self._bury()

    def _bury(self) -> None:
        """Ask after our own dead child once, so that it does not stay a zombie."""
        if self.server is not None:
            self.server.wait()
            self.server = None

    def runs(self) -> bool:
        """Whether the server this object started lives; one it only found is not its business."""
        return self.server is None or self.server.poll() is None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Two starters make one server: the second waits, then finds the first one's."""
        with (self.root / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _try_start(self, deadline: float, bound: bool) -> bool:
        port = postmaster.free_port()
        if self.log.exists() and self.log.stat().st_size > _LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            before = log.tell()
            self._bury()
            self.server = server = subprocess.Popen(
                [self.bin / "postgres", "-D", self.data, *settings.arguments(self.tuning, port)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/",
                # Ctrl-C in the terminal must not reach it before the services have stopped.
                start_new_session=True,
                env={"PATH": os.defpath, "LC_ALL": "C", **postmaster.stale(self.data)},
                preexec_fn=dies_with_me(signal.SIGINT) if bound else None,
                **self.account.switch,
            )  # fmt: skip
        while server.poll() is None:
            found = postmaster.PidFile.read(self.data)
            if found and found.pid == server.pid and found.state == "ready":
                return True
            self._wait(deadline, "the server does not become ready")
        said = self.log.read_bytes()[before:].decode(errors="replace")
        if any(sign in said for sign in (*_PASSING, *_PORT_TAKEN)):
            return False
        raise RuntimeError(f"PostgreSQL ended with {server.returncode}: {said[-1000:]}")

    def _wait(self, deadline: float, otherwise: str) -> None:
        if time.monotonic() > deadline:
            raise RuntimeError(f"{otherwise}; see {self.log}")
        time.sleep(0.01)

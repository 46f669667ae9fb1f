"""`python -m deploy.with_postgres CMD…`: runs CMD beside a server that lives only as long as it.

The command finds the superuser's address in TEST_POSTGRES_URL; its exit status is passed through.
"""

import fcntl
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.lifeline import dies_with_me
from deploy.postgres import Cluster, binaries
from deploy.postgres.home import open_to_others
from deploy.postgres.settings import THROWN_AWAY
from deploy.refusal import guarded

_PREFIX = "nhip-cau-test-"
_MEMORY = Path("/dev/shm")
_ENOUGH = 2_000_000_000


def quick_place() -> Path:
    """Memory, where a test's database is made five times as fast; small containers lack it."""
    named = os.environ.get("TMPDIR")
    if not named and _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ENOUGH:
        return _MEMORY
    return Path(tempfile.gettempdir())


@contextmanager
def throw_away() -> Iterator[str]:
    """A fresh cluster without durability; yields the superuser's address of database postgres."""
    _sweep()
    root = open_to_others(Path(tempfile.mkdtemp(prefix=_PREFIX, dir=quick_place())))
    with (root / "alive").open("w") as alive:
        fcntl.flock(alive, fcntl.LOCK_EX)
        cluster = Cluster(root, secrets.token_urlsafe(18), THROWN_AWAY)
        try:
            cluster.start()
            yield cluster.url()
        finally:
            # Stopped before its files go: otherwise shared memory would stay behind for ever.
            cluster.stop()
            shutil.rmtree(root)


def _sweep() -> None:
    """Remove what runs killed outright have left; the living hold a lock on theirs."""
    for root in quick_place().glob(_PREFIX + "*"):
        try:
            with (root / "alive").open("r+") as alive:
                fcntl.flock(alive, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(root)
        except OSError:
            continue  # alive, someone else's, or gone this moment


def main(command: list[str]) -> int:
    if not command:
        print(__doc__)
        return 2
    with throw_away() as url:
        programs = str(binaries.find())
        environment = {**os.environ, "TEST_POSTGRES_URL": url, "TEST_POSTGRES_PROGRAMS": programs}
        child = subprocess.Popen(command, env=environment, preexec_fn=dies_with_me(signal.SIGTERM))
        # Ctrl-C reaches the command too; we only wait for it to finish.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        status = child.wait()
    # As a shell says it: a command ended by signal n has status 128 + n.
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))

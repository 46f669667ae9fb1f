"""What can be known about a server from outside: its pid file, its process, its port."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

import psutil

_SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"


@dataclass(frozen=True)
class PidFile:
    """`postmaster.pid`, which PostgreSQL itself keeps: pid, port and state."""

    pid: int
    port: int
    state: str

    @classmethod
    def read(cls, data: Path) -> "PidFile | None":
        try:
            lines = (data / "postmaster.pid").read_text().split("\n")
            return cls(
                pid=int(lines[0]),
                port=int(lines[3]) if len(lines) > 3 and lines[3] else 0,
                state=lines[7].strip() if len(lines) > 7 else "starting",
            )
        except (FileNotFoundError, ValueError):
            return None


def running(data: Path) -> PidFile | None:
    """The live server of exactly this cluster.

    A pid alone proves nothing: it may be a zombie that nobody reaps, or belong to another
    program after a reboot. The postmaster's working folder is its data folder.
    """
    found = PidFile.read(data)
    if found is None:
        return None
    _reap(found.pid)
    try:
        process = psutil.Process(found.pid)
        alive = process.status() not in (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)
        return found if alive and Path(process.cwd()) == data else None
    except psutil.Error:
        return None


def _reap(pid: int) -> None:
    """When the dead server was our own child, it stays a zombie until we ask after it."""
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return


def stale(data: Path) -> dict[str, str]:
    """Environment that lets a new server start over a pid file whose process is not ours.

    PostgreSQL would say `lock file "postmaster.pid" already exists` for ever. The variable makes
    it ignore exactly that pid, while its own check for surviving backends stays in force;
    deleting the file would switch that check off too.
    """
    found = PidFile.read(data)
    return {} if found is None or running(data) else {"PG_GRANDPARENT_PID": str(found.pid)}


def answers(port: int) -> bool:
    """The postmaster replies to a request for TLS before any password is asked."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(_SSL_REQUEST)
            return connection.recv(1) in (b"N", b"S")
    except OSError:
        return False


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port

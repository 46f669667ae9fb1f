"""`make run`: from a bare checkout to a running house, and from Ctrl-C to nothing left behind."""

import asyncio
import fcntl
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from honcho.environ import parse as parse_settings

from deploy import house as houses
from deploy import spa, supervise
from deploy.databases import bring_up
from deploy.house import House
from deploy.lifeline import dies_with_me
from deploy.ports import kept_ports
from deploy.postgres import Cluster
from deploy.postgres.home import home, open_to_others
from deploy.postgres.roles import SERVICES, prepare
from deploy.refusal import Refusal, guarded
from deploy.secret_file import read_or_draw
from deploy.steps import step, whole_lines


def main() -> int:
    whole_lines()
    read_settings()
    port = _port()
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    mode = os.environ.get("MODE") or "demo"
    if mode not in ("demo", "production"):
        raise Refusal(f"MODE={mode} is neither demo nor production")
    behind = kept_ports(len(houses.BEHIND))
    with _only_one(data_dir), _database(data_dir) as (cluster, given), behind as ports:
        secrets = {**read_or_draw(data_dir), **set_by_hand()}
        superuser = cluster.url() if cluster else None
        databases = houses.own_databases(superuser, secrets) if superuser else given
        house = House(
            port, data_dir, secrets, databases, dict(zip(houses.BEHIND, ports, strict=True))
        )
        asyncio.run(_prepare(house, mode, superuser))
        environments = {service: house.environment(service) for service in SERVICES}
        environments["audit"] = house.audit_environment()
        announce = [sys.executable, "-m", "deploy.ready", house.url, *house.readiness()]
        with subprocess.Popen(
            announce, start_new_session=True, preexec_fn=dies_with_me(signal.SIGTERM)
        ) as announcing:

            def well() -> bool:
                announcing.poll()  # it ends first: asked after, it does not stay a zombie
                return cluster is None or cluster.runs()

            try:
                return supervise.supervise(environments, well)
            finally:
                announcing.terminate()


async def _prepare(house: House, mode: str, superuser: str | None) -> None:
    """The app is built while the databases are filled: neither needs the other."""
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(spa.build())
        # Lets the build start its own process before we talk to the server.
        await asyncio.sleep(0)
        if superuser:
            with step("roles and databases"):
                await prepare(superuser, dict(house.secrets))
        await bring_up(house, mode, superuser)


@contextmanager
def _database(data_dir: Path) -> Iterator[tuple[Cluster | None, dict[str, str]]]:
    """Our own server for as long as we run, or none when the caller names databases."""
    if given := houses.given_databases():
        yield None, given
        return
    cluster = Cluster(home(data_dir), read_or_draw(data_dir)["POSTGRES_PASSWORD"])
    with step("PostgreSQL"):
        started = cluster.start()
    try:
        yield cluster, {}
    finally:
        if started:
            cluster.stop()


@contextmanager
def _only_one(data_dir: Path) -> Iterator[None]:
    """Two houses must not share one DATA_DIR: the first to stop would take the other's database."""
    if not data_dir.exists():
        data_dir.mkdir(parents=True)
        open_to_others(data_dir)
    with (data_dir / "run.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal(f"A house already runs on DATA_DIR={data_dir}: stop it first") from None
        yield


def _port() -> int:
    """The gateway's port, refused in words when something else has it."""
    wanted = os.environ.get("PORT") or "8000"
    if not wanted.isdecimal() or not 0 < int(wanted) < 65536:
        raise Refusal(f"PORT={wanted} is no port number")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(wanted)))
        except OSError:
            raise Refusal(f"Port {wanted} is in use. Choose another: make run PORT=8080") from None
    return int(wanted)


def read_settings() -> None:
    """.env holds settings for this checkout; the environment wins over it."""
    if (file := Path(".env")).exists():
        for name, value in parse_settings(file.read_text()).items():
            os.environ.setdefault(name, value)


def set_by_hand() -> dict[str, str]:
    sealing = ("GATEWAY_SECRET", "GATEWAY_SECRET_BEFORE", "FILES_SECRET", "FILES_SECRET_BEFORE")
    names = (*sealing, "CLIENT_SECRET_AID", "CLIENT_SECRET_EVENTS")
    return {name: os.environ[name] for name in names if os.environ.get(name)}


if __name__ == "__main__":
    sys.exit(guarded(main))

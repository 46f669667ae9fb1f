"""The embedded server survives what really happens to it: kills, races, restarts, odd paths."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import asyncpg
import psutil
import pytest

from deploy.postgres import Cluster

AnotherManager = Callable[[], Cluster]

START = """
import sys, time
from pathlib import Path
from deploy.postgres import Cluster
cluster = Cluster(Path(sys.argv[1]), "only-for-this-test")
cluster.start(bound=sys.argv[2] == "bound")
print(cluster.found().pid, flush=True)
if sys.argv[2] == "bound":
    time.sleep(60)
"""


def ask(url: str, sql: str) -> Any:
    async def _ask() -> Any:
        connection = await asyncpg.connect(url)
        try:
            return await connection.fetchval(sql)
        finally:
            await connection.close()

    return asyncio.run(_ask())


def pid(cluster: Cluster) -> int:
    found = cluster.found()
    assert found is not None
    return found.pid


def starter(place: Path, how: str) -> "subprocess.Popen[str]":
    program = [sys.executable, "-c", START, str(place), how]
    return subprocess.Popen(program, stdout=subprocess.PIPE, text=True)


def gone(process: int, within: float = 10) -> bool:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if not psutil.pid_exists(process):
            return True
        if psutil.Process(process).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    return False


def shared_memory(process: int) -> set[Path]:
    """The segments this server holds; they are files that outlive a process which is killed."""
    maps = Path(f"/proc/{process}/maps").read_text().splitlines()
    return {Path("/dev/shm") / line.rsplit("/", 1)[1] for line in maps if "/PostgreSQL." in line}


def test_a_stopped_server_leaves_no_process_and_no_shared_memory(a_cluster: AnotherManager) -> None:
    cluster = a_cluster()
    cluster.start()
    server = pid(cluster)
    held = shared_memory(server)
    assert held

    cluster.stop()

    assert gone(server)
    assert not [segment for segment in held if segment.exists()]


def test_the_server_listens_on_loopback_only_and_wants_its_password(
    a_cluster: AnotherManager,
) -> None:
    cluster = a_cluster()
    cluster.start()
    url = cluster.url()

    assert ask(url, "SHOW listen_addresses") == "127.0.0.1"
    assert ask(url, "SHOW unix_socket_directories") == ""
    with pytest.raises(asyncpg.InvalidPasswordError):
        ask(url.replace("only-for-this-test", "guessed"), "SELECT 1")


def test_the_kept_server_gives_up_no_durability(a_cluster: AnotherManager) -> None:
    cluster = a_cluster()
    cluster.start()

    for setting in ("fsync", "full_page_writes", "synchronous_commit", "data_checksums"):
        assert ask(cluster.url(), f"SHOW {setting}") == "on", setting


def test_committed_rows_survive_kill_9_and_an_immediate_restart(a_cluster: AnotherManager) -> None:
    cluster = a_cluster()
    cluster.start()
    ask(cluster.url(), "CREATE TABLE kept AS SELECT generate_series(1, 200) AS n")

    for _ in range(3):
        os.kill(pid(cluster), signal.SIGKILL)
        cluster.start()

        assert ask(cluster.url(), "SELECT count(*) FROM kept") == 200


def test_a_zombie_that_nobody_reaps_does_not_keep_the_server_down(
    a_cluster: AnotherManager, place: Path
) -> None:
    with starter(place, "bound") as parent:
        assert parent.stdout is not None
        killed = int(parent.stdout.readline())
        # The parent sleeps and never asks after its child: a zombie stays behind.
        os.kill(killed, signal.SIGKILL)
        cluster = a_cluster()

        cluster.start()

        assert psutil.Process(killed).status() == psutil.STATUS_ZOMBIE
        assert pid(cluster) != killed
        parent.kill()


def test_a_pid_that_now_belongs_to_another_program_does_not_keep_the_server_down(
    a_cluster: AnotherManager,
) -> None:
    cluster = a_cluster()
    cluster.start()
    cluster.stop()
    with subprocess.Popen(["sleep", "60"], **cluster.account.switch) as other:
        stale = cluster.data / "postmaster.pid"
        stale.write_text(f"{other.pid}\n{cluster.data}\n1\n5432\n\n127.0.0.1\n  12345 6\nready\n")
        stale.chmod(0o600)
        cluster.account.own(stale)

        cluster.start()

        assert pid(cluster) != other.pid
        assert other.poll() is None, "the other program is left alone"
        other.kill()


def test_four_starters_at_once_make_one_server(a_cluster: AnotherManager, place: Path) -> None:
    starters = [starter(place, "free") for _ in range(4)]

    servers = {process.communicate()[0].strip() for process in starters}

    assert [process.returncode for process in starters] == [0] * 4
    assert servers == {str(pid(a_cluster()))}


def test_a_server_stops_in_order_when_its_starter_is_killed(
    a_cluster: AnotherManager, place: Path
) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux tells a child that its parent died")
    with starter(place, "bound") as parent:
        assert parent.stdout is not None
        server = int(parent.stdout.readline())
        held = shared_memory(server)

        parent.kill()

        assert gone(server)
    assert held
    assert not [segment for segment in held if segment.exists()]
    assert "database system is shut down" in a_cluster().log.read_text()


def test_a_half_made_cluster_is_made_again(a_cluster: AnotherManager, place: Path) -> None:
    (place / "data.new").mkdir()
    (place / "data.new" / "PG_VERSION").write_text("18\n")

    a_cluster().start()

    assert ask(a_cluster().url(), "SELECT 1") == 1

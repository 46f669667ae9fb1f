"""`make run` starts a whole house, refuses clearly, and leaves nothing behind however it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from deploy.postgres.postmaster import free_port

RUN = [sys.executable, "-m", "deploy.run"]


def settings(**chosen: str) -> dict[str, str]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("DATABASE_", "CLIENT_"))}
    return {**inherited, "PORT": str(free_port()), "MODE": "demo", **chosen}


def refused(**chosen: str) -> str:
    """What a start that must fail says."""
    done = subprocess.run(
        RUN, env=settings(**chosen), capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_port_that_is_taken_is_named_with_the_way_out(place: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

        said = refused(PORT=port, DATA_DIR=str(place / "data"))

    assert port in said
    assert "PORT=" in said


def test_three_of_four_databases_are_refused_and_the_missing_one_is_named(place: Path) -> None:
    named = {f"DATABASE_URL_{name}": "postgresql://nowhere/x" for name in ("REGISTRY", "AID")}

    said = refused(DATA_DIR=str(place / "data"), DATABASE_URL_GATEWAY="postgresql://x/x", **named)

    assert "DATABASE_URL_EVENTS" in said
    assert "DATABASE_URL_AID" not in said


def test_a_mode_that_does_not_exist_is_refused(place: Path) -> None:
    assert "MODE=staging" in refused(DATA_DIR=str(place / "data"), MODE="staging")


@contextmanager
def house(data: Path) -> Iterator[tuple[psutil.Process, list[str]]]:
    """A house that is ready: its launcher, and what it said so far."""
    env = settings(DATA_DIR=str(data))
    with subprocess.Popen(
        RUN, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as launcher:
        assert launcher.stdout is not None
        said: list[str] = []
        try:
            for line in launcher.stdout:
                said.append(line.rstrip("\n"))
                if line.startswith("ready "):
                    break
            assert said[-1] == f"ready http://127.0.0.1:{env['PORT']}", "\n".join(said)
            yield psutil.Process(launcher.pid), said
        finally:
            launcher.terminate()
            # Whatever it still says must not block it.
            launcher.communicate()


def living(launcher: psutil.Process) -> dict[psutil.Process, list[str]]:
    """What it started and what still runs, with its command line; a connection's server may go."""
    found = {}
    for process in launcher.children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if process.status() != psutil.STATUS_ZOMBIE:
                found[process] = process.cmdline()
    return found


def test_a_house_leaves_nothing_behind_and_starts_again_without_loading(place: Path) -> None:
    """One story, because a start costs seconds: first start, kill -9, second start, SIGTERM."""
    data = place / "data"
    with house(data) as (launcher, said):
        assert [line for line in said if "demonstration data" in line]
        running = living(launcher)
        services = {arg for line in running.values() for arg in line if arg.endswith(".main:app")}
        assert services == {f"{s}.main:app" for s in ("gateway", "registry", "aid", "events")}
        own = next(p.environ() for p, line in running.items() if "aid.main:app" in line)
        assert "DATABASE_URL_AID" in own
        assert not {"DATABASE_URL_REGISTRY", "DATABASE_OWNER_URL_AID", "GATEWAY_SECRET"} & set(own)

        launcher.kill()

        assert not psutil.wait_procs([*running], timeout=15)[1], "kill -9 takes all of it down"

    began = time.monotonic()
    with house(data) as (launcher, said):
        took = time.monotonic() - began
        assert not [line for line in said if re.search("migrated|demonstration data", line)]
        assert took < 30, "a second start skips what is done"
        below = launcher.children(recursive=True)

        launcher.send_signal(signal.SIGTERM)

        assert not psutil.wait_procs(below, timeout=15)[1]

"""The processes of the house live and die together, whoever is killed first."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

SUPERVISE = """
import os, sys
from pathlib import Path
from deploy import supervise
supervise.PROCFILE = Path(sys.argv[1])
names = sys.argv[2:]
environments = {name: {"PATH": os.environ["PATH"], "SEEN_BY": name} for name in names}
sys.exit(supervise.supervise(environments, lambda: True))
"""
PATIENT = "exec sleep 60"


def supervised(folder: Path, **commands: str) -> "subprocess.Popen[str]":
    procfile = folder / "Procfile"
    procfile.write_text("".join(f"{name}: {line}\n" for name, line in commands.items()))
    program = [sys.executable, "-c", SUPERVISE, str(procfile), *commands]
    return subprocess.Popen(program, stdout=subprocess.PIPE, text=True)


def children(supervisor: "subprocess.Popen[str]", count: int) -> list[psutil.Process]:
    """All processes below the supervisor, once `count` commands run."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        found = psutil.Process(supervisor.pid).children(recursive=True)
        if sum(1 for process in found if process.name() == "sleep") == count:
            return found
        time.sleep(0.02)
    raise AssertionError("the commands did not start")


def alive(processes: list[psutil.Process], within: float = 8) -> list[psutil.Process]:
    return psutil.wait_procs(processes, timeout=within)[1]


@pytest.mark.parametrize("order", [signal.SIGINT, signal.SIGTERM])
def test_being_told_to_stop_stops_all_and_is_no_failure(
    tmp_path: Path, order: signal.Signals
) -> None:
    with supervised(tmp_path, one=PATIENT, two=PATIENT) as supervisor:
        below = children(supervisor, 2)

        supervisor.send_signal(order)
        supervisor.communicate()

    assert not alive(below)
    assert supervisor.returncode == 0


def test_when_one_process_falls_the_others_stop_and_its_status_is_passed_on(tmp_path: Path) -> None:
    with supervised(tmp_path, stays=PATIENT, falls="sleep 0.5; exit 7") as supervisor:
        said, _ = supervisor.communicate(timeout=20)

    assert supervisor.returncode == 7
    assert "falls stopped (rc=7)" in said
    assert "stays stopped" in said


def test_kill_9_of_the_supervisor_leaves_no_process_behind(tmp_path: Path) -> None:
    with supervised(tmp_path, one=PATIENT, two=PATIENT) as supervisor:
        below = children(supervisor, 2)

        supervisor.kill()
        supervisor.communicate()

    assert not alive(below)


def test_ctrl_c_in_the_first_moment_still_stops_all(tmp_path: Path) -> None:
    with supervised(tmp_path, one=PATIENT, two=PATIENT, three=PATIENT) as supervisor:
        below: list[psutil.Process] = []
        while not below:
            below = psutil.Process(supervisor.pid).children(recursive=True)

        supervisor.send_signal(signal.SIGTERM)
        supervisor.communicate(timeout=20)

    assert supervisor.returncode == 0
    assert not alive(below)


def test_a_process_sees_its_own_environment_only(tmp_path: Path) -> None:
    os.environ["NOT_FOR_CHILDREN"] = "1"
    try:
        with supervised(tmp_path, one="env", two=PATIENT) as supervisor:
            said, _ = supervisor.communicate(timeout=20)
    finally:
        del os.environ["NOT_FOR_CHILDREN"]

    assert "SEEN_BY=one" in said
    assert "NOT_FOR_CHILDREN" not in said

"""Where data and secrets are kept, and what happens when PostgreSQL's account cannot get there."""

import json
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.postgres import home as homes
from deploy.postgres.account import Account
from deploy.postgres.binaries import find, within_reach
from deploy.postgres.home import home
from deploy.secret_file import NAMES, read_or_draw

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root lends PostgreSQL an account")


@pytest.fixture
def elsewhere(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(homes, "ELSEWHERE", place)
    return place


@pytest.fixture
def closed() -> Iterator[Path]:
    """A checkout's folder that only its owner may enter, such as root's own."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def test_the_cluster_lives_in_data_dir_when_its_account_can_get_there(place: Path) -> None:
    assert home(place / "data") == place / "data" / "postgres"


@as_root
def test_a_closed_folder_is_not_opened_and_the_cluster_lives_elsewhere(
    closed: Path, elsewhere: Path
) -> None:
    lives = home(closed / "data")

    assert lives.parent == elsewhere
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    assert home(closed / "data") == lives, "the same place every time"


@as_root
def test_a_deleted_data_dir_does_not_get_its_old_cluster_back(
    closed: Path, elsewhere: Path
) -> None:
    lives = home(closed / "data")
    (lives / "data").mkdir()
    (closed / "data/postgres/elsewhere").unlink()
    (closed / "data/postgres").rmdir()

    again = home(closed / "data")

    assert again == lives
    assert not (again / "data").exists()
    kept = [path for path in elsewhere.iterdir() if (path / "data").exists()]
    assert len(kept) == 1, "what was there is set aside, not deleted"


def test_secrets_are_drawn_once_and_only_their_owner_reads_them(place: Path) -> None:
    first = read_or_draw(place)

    assert set(first) == set(NAMES)
    assert len(set(first.values())) == len(NAMES), "no two are alike"
    assert all(len(value) >= 43 for value in first.values()), "32 bytes each"
    assert stat.S_IMODE((place / "secrets.json").stat().st_mode) == 0o600
    assert read_or_draw(place) == first


def test_a_secret_that_is_new_in_this_version_is_added_and_the_others_stay(place: Path) -> None:
    first = read_or_draw(place)
    kept = {name: value for name, value in first.items() if name != "CLIENT_SECRET_AID"}
    (place / "secrets.json").write_text(json.dumps(kept))

    second = read_or_draw(place)

    assert {name: second[name] for name in kept} == kept
    assert second["CLIENT_SECRET_AID"] != first["CLIENT_SECRET_AID"]


@pytest.mark.parametrize("status", [0, 3])
def test_with_postgres_passes_the_exit_status_on_and_leaves_nothing(
    place: Path, status: int
) -> None:
    program = f"import os, sys; print(os.environ['TEST_POSTGRES_URL']); sys.exit({status})"
    command = [sys.executable, "-m", "deploy.with_postgres", sys.executable, "-c", program]
    env = {**os.environ, "TMPDIR": str(place)}

    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    assert done.returncode == status
    assert done.stdout.startswith("postgresql://")
    assert not list(place.iterdir())


def test_with_postgres_sweeps_up_after_a_run_that_was_killed(place: Path) -> None:
    abandoned = place / "nhip-cau-test-abandoned"
    (abandoned / "data").mkdir(parents=True)
    (abandoned / "alive").touch()
    command = [sys.executable, "-m", "deploy.with_postgres", "true"]

    subprocess.run(command, env={**os.environ, "TMPDIR": str(place)}, check=True)

    assert not abandoned.exists()


# The interpreter may lie where only root reads: it drops its rights once it is loaded.
AS_ORDINARY_USER = """
import os, sys
from deploy import with_postgres
os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.exit(with_postgres.main(["id", "-u"]))
"""


@as_root
def test_an_ordinary_user_runs_the_same_server_as_himself(place: Path) -> None:
    os.chown(place, 65534, 65534)
    lent = within_reach(find(), Account(place / "none"))

    done = subprocess.run(
        [sys.executable, "-c", AS_ORDINARY_USER],
        env={"TMPDIR": str(place), "PATH": os.defpath, "PG_BIN_DIR": str(lent)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "65534\n"), done.stderr

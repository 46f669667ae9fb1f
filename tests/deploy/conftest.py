"""Clusters of their own for these tests, in a path with a space, stopped and removed afterwards."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deploy.postgres import Cluster
from deploy.postgres.home import open_to_others


def _quick() -> str | None:
    """Memory, where waiting for the disk costs nothing; containers often have too little of it."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 1_000_000_000
    return str(memory) if roomy else None


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that PostgreSQL's account can walk into, unlike pytest's own."""
    outer = open_to_others(Path(tempfile.mkdtemp(prefix="nhip-cau-deploy-", dir=_quick())))
    inner = outer / "a place"
    inner.mkdir()
    yield open_to_others(inner)
    shutil.rmtree(outer)


@pytest.fixture
def a_cluster(place: Path) -> Iterator[Callable[[], Cluster]]:
    """Makes managers of one and the same cluster, as several processes would."""
    made: list[Cluster] = []

    def make() -> Cluster:
        made.append(Cluster(place, "only-for-this-test"))
        return made[-1]

    yield make
    for cluster in made:
        cluster.stop()

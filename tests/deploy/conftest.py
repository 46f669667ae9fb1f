"""Clusters of their own for these tests, in a path with a space, stopped and removed afterwards."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deploy.postgres import Cluster
from deploy.postgres.home import open_to_others
from deploy.with_postgres import quick_place


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that PostgreSQL's account can walk into, unlike pytest's own."""
    outer = open_to_others(Path(tempfile.mkdtemp(prefix="nhip-cau-deploy-", dir=quick_place())))
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

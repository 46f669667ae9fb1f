"""The house in DATA_DIR as a command beside it finds it: its secrets, its databases."""

import os
from pathlib import Path

from deploy import house as houses
from deploy.house import House
from deploy.postgres import Cluster
from deploy.postgres.home import home
from deploy.refusal import Refusal
from deploy.run import read_settings, set_by_hand
from deploy.secret_file import read_or_draw


def secrets_of(data_dir: Path) -> dict[str, str]:
    """The secrets with which the house there was started; raises Refusal when there is none."""
    read_settings()
    if not (data_dir / "secrets.json").exists():
        raise Refusal(f"There is no house in DATA_DIR={data_dir}: start it first (make run)")
    return {**read_or_draw(data_dir), **set_by_hand()}


def running_house() -> House:
    """The house that runs there, with addresses of its databases."""
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    secrets = secrets_of(data_dir)
    databases = houses.given_databases()
    if not databases:
        cluster = Cluster(home(data_dir), secrets["POSTGRES_PASSWORD"])
        databases = houses.own_databases(cluster.url(), secrets)
    return House(int(os.environ.get("PORT") or "8000"), data_dir, secrets, databases, {})

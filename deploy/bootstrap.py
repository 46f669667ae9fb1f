"""`make bootstrap-admin`: a one-time link for the first administrator of a new house.

Beside a running house it asks its server; with DATABASE_URL_… for all four it asks those.
"""

import os
import subprocess
import sys
from pathlib import Path

from deploy import house as houses
from deploy.house import House
from deploy.postgres import Cluster
from deploy.postgres.home import home
from deploy.refusal import Refusal, guarded
from deploy.secret_file import read_or_draw


def main() -> int:
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    port = int(os.environ.get("PORT") or "8000")
    if not (data_dir / "secrets.json").exists():
        raise Refusal(f"There is no house in DATA_DIR={data_dir}: start it first (make run)")
    secrets = read_or_draw(data_dir)
    if given := houses.given_databases():
        return _link(House(port, data_dir, secrets, given, {}))
    cluster = Cluster(home(data_dir), secrets["POSTGRES_PASSWORD"])
    started = cluster.start()
    try:
        return _link(
            House(port, data_dir, secrets, houses.own_databases(cluster.url(), secrets), {})
        )
    finally:
        if started:
            cluster.stop()


def _link(house: House) -> int:
    program = [sys.executable, "-m", "gateway.bootstrap"]
    return subprocess.run(program, env=house.environment("gateway"), check=False).returncode


if __name__ == "__main__":
    sys.exit(guarded(main))

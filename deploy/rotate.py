"""`python -m deploy.rotate [SECONDS]`: a new signing key for the house in DATA_DIR.

Published at once, it signs ten minutes later, or so many seconds later: at least 75, more than the
minute in which every gateway process reads the keys anew.
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


def main(ahead: list[str]) -> int:
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    if not (data_dir / "secrets.json").exists():
        raise Refusal(f"There is no house in DATA_DIR={data_dir}: start it first (make run)")
    secrets = read_or_draw(data_dir)
    cluster = Cluster(home(data_dir), secrets["POSTGRES_PASSWORD"])
    databases = houses.given_databases() or houses.own_databases(cluster.url(), secrets)
    house = House(int(os.environ.get("PORT") or "8000"), data_dir, secrets, databases, {})
    program = [sys.executable, "-m", "gateway.keys.rotate", *ahead]
    return subprocess.run(program, env=house.environment("gateway"), check=False).returncode


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))

"""`make audit-verify`: every change log is what it was, or its first position that is not.

Beside a running house it asks its server; without one it starts the embedded server for a moment.
With DATABASE_URL_… for all four it asks those.
"""

import os
import subprocess
import sys
from pathlib import Path

from deploy import house as houses
from deploy.house import House
from deploy.postgres import Cluster
from deploy.postgres.home import home
from deploy.postgres.roles import SERVICES
from deploy.refusal import Refusal, guarded
from deploy.secret_file import read_or_draw


def main() -> int:
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    if given := houses.given_databases():
        return _verify(House(0, data_dir, {}, given, {}))
    if not (data_dir / "secrets.json").exists():
        raise Refusal(f"There is no house in DATA_DIR={data_dir}")
    secrets = read_or_draw(data_dir)
    cluster = Cluster(home(data_dir), secrets["POSTGRES_PASSWORD"])
    started = cluster.start()
    try:
        databases = houses.own_databases(cluster.url(), secrets)
        return _verify(House(0, data_dir, secrets, databases, {}))
    finally:
        if started:
            cluster.stop()


def _verify(house: House) -> int:
    program = [sys.executable, "-m", "chassis.audit", "verify", *SERVICES]
    return subprocess.run(program, env=house.audit_environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(guarded(main))

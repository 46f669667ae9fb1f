"""`make reapply-erasures`: after a backup was restored, who was erased since is erased again.

From the lists in DATA_DIR/erasures (or FILES_URL), which are not part of a backup. Before the house
starts or beside it; repeating it is harmless. With DATABASE_URL_… for all four it asks those.
"""

import os
import subprocess
import sys
from pathlib import Path

from deploy import house as houses
from deploy.beside import secrets_of
from deploy.house import BEHIND, House
from deploy.postgres import Cluster
from deploy.postgres.home import home
from deploy.postgres.roles import SERVICES
from deploy.refusal import guarded

# Nothing of it serves.
NO_PORTS = dict.fromkeys(BEHIND, 0)


def main() -> int:
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    secrets = secrets_of(data_dir)
    if given := houses.given_databases():
        return _reapply(House(0, data_dir, secrets, given, NO_PORTS))
    cluster = Cluster(home(data_dir), secrets["POSTGRES_PASSWORD"])
    started = cluster.start()
    try:
        databases = houses.own_databases(cluster.url(), secrets)
        return _reapply(House(0, data_dir, secrets, databases, NO_PORTS))
    finally:
        if started:
            cluster.stop()


def _reapply(house: House) -> int:
    """In every database, also when one of them could not be done whole."""
    worst = 0
    for service in SERVICES:
        # the gateway closes accounts besides
        name = "gateway.accounts.erasing" if service == "gateway" else "chassis.subjects"
        program = [sys.executable, "-m", name, service]
        done = subprocess.run(program, env=house.environment(service), check=False)
        worst = max(worst, done.returncode)
    return worst


if __name__ == "__main__":
    sys.exit(guarded(main))

"""`python -m deploy.postgres start|stop|status|url SERVICE|remove`: the kept cluster by hand."""

import asyncio
import os
import shutil
import sys
from pathlib import Path

from deploy.house import own_databases
from deploy.postgres import Cluster
from deploy.postgres.home import home
from deploy.postgres.roles import prepare
from deploy.refusal import Refusal, guarded
from deploy.secret_file import read_or_draw


def main() -> int:
    action = sys.argv[1] if len(sys.argv) > 1 else "status"
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    if action in ("stop", "status", "remove") and not (data_dir / "postgres").exists():
        print("there is no cluster")
        return 0
    root = home(data_dir)
    secrets = read_or_draw(data_dir)
    cluster = Cluster(root, secrets["POSTGRES_PASSWORD"])
    match action:
        case "start":
            cluster.start(bound=False)
            asyncio.run(prepare(cluster.url(), secrets))
            print(f"runs in {root}")
        case "stop":
            cluster.stop()
        case "status":
            print(f"{'runs' if cluster.found() else 'is stopped'} in {root}")
        case "url":
            print(own_databases(cluster.url(), secrets)[f"DATABASE_URL_{sys.argv[2].upper()}"])
        case "remove":
            cluster.stop()
            shutil.rmtree(root)
        case _:
            raise Refusal(str(__doc__))
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))

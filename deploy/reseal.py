"""`make reseal-files`: every paper of the house in DATA_DIR sealed with FILES_SECRET.

To replace the secret: FILES_SECRET=<new> and FILES_SECRET_BEFORE=<old> for the house, start it
again, run this, and leave FILES_SECRET_BEFORE away from then on.
"""

import os
import subprocess
import sys
from pathlib import Path

from deploy.house import House
from deploy.refusal import Refusal, guarded
from deploy.run import read_settings, set_by_hand
from deploy.secret_file import read_or_draw


def main() -> int:
    read_settings()
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    if not (data_dir / "secrets.json").exists():
        raise Refusal(f"There is no house in DATA_DIR={data_dir}: start it first (make run)")
    secrets = {**read_or_draw(data_dir), **set_by_hand()}
    house = House(0, data_dir, secrets, {}, {})
    program = [sys.executable, "-m", "chassis.files"]
    return subprocess.run(program, env=house.files_environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(guarded(main))

"""`make sweep-files DAYS=30`: what no record names any more is removed.

From the files of the house in DATA_DIR, beside it; see `chassis.files.sweep`.
"""

import subprocess
import sys

from deploy.beside import running_house
from deploy.refusal import guarded


def main(days: str) -> int:
    house = running_house()
    program = [sys.executable, "-m", "chassis.files.sweep", days]
    env = house.files_environment() | house.audit_environment()
    return subprocess.run(program, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1])))

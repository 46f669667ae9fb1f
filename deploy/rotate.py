"""`python -m deploy.rotate [SECONDS]`: a new signing key for the house in DATA_DIR.

Published at once, it signs ten minutes later, or so many seconds later: at least 75, more than the
minute in which every gateway process reads the keys anew.
"""

import subprocess
import sys

from deploy.beside import running_house
from deploy.refusal import guarded


def main(ahead: list[str]) -> int:
    program = [sys.executable, "-m", "gateway.keys.rotate", *ahead]
    env = running_house().environment("gateway")
    return subprocess.run(program, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))

"""Everything of the house in DATA_DIR that lies sealed, sealed with the secret that is set now.

`make reseal-files` (papers, FILES_SECRET) and `make reseal-secrets` (signing keys, one-time codes
and webhook secrets, GATEWAY_SECRET). To replace a secret: NAME=<new> and NAME_BEFORE=<old> for the
house, start it again, run this beside it, and leave NAME_BEFORE away from then on.
"""

import os
import subprocess
import sys
from pathlib import Path

from deploy.beside import running_house, secrets_of
from deploy.house import House
from deploy.refusal import Refusal, guarded


def main(what: list[str]) -> int:
    if what == ["files"]:
        data_dir = Path(os.environ.get("DATA_DIR") or ".data")
        env = House(0, data_dir, secrets_of(data_dir), {}, {}).files_environment()
        program = "chassis.files"
    elif what == ["secrets"]:
        env, program = running_house().environment("gateway"), "gateway.sealing"
    else:
        raise Refusal(str(__doc__))
    return subprocess.run([sys.executable, "-m", program], env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))

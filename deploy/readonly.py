"""`python -m deploy.readonly CMD…`: runs CMD as a container of ours would run it.

The whole tree is read-only but /tmp, which is empty at the start; no right of root is left, no
new one can be had, the user is nobody of this machine, and the network is loopback alone
(bubblewrap). A process of the house that writes anywhere else fails, and the command with it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from deploy.refusal import Refusal, guarded

USER = "65534"  # nobody: PostgreSQL, which an image has beside the house, wants one with a name
CLOSED = [
    "bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp",
    "--unshare-user", "--uid", USER, "--gid", USER, "--unshare-pid", "--unshare-ipc",
    "--unshare-net", "--cap-drop", "ALL", "--die-with-parent", "--new-session",
    "--setenv", "PYTHONDONTWRITEBYTECODE", "1", "--setenv", "TMPDIR", "/tmp",
]  # fmt: skip
TRY = "import os, sys; open(sys.argv[1], 'w').close()"


def is_closed(folder: Path) -> bool:
    """Whether nothing can be written here, seen from inside; a write to /tmp there must succeed."""
    written = [
        subprocess.run(
            [*CLOSED, sys.executable, "-c", TRY, place], capture_output=True, check=False
        ).returncode
        == 0
        for place in (str(folder / "written"), "/tmp/written")
    ]
    return written == [False, True]


def main(command: list[str]) -> int:
    if not command:
        raise Refusal(str(__doc__))
    if shutil.which("bwrap") is None:
        raise Refusal("bwrap is missing: apt-get install bubblewrap")
    if not is_closed(Path.cwd()):
        raise Refusal("bubblewrap does not close the tree here: its kernel forbids user namespaces")
    return subprocess.run([*CLOSED, *command], check=False).returncode


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))

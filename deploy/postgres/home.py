"""Where a cluster lives: in DATA_DIR, or beside it when the unprivileged account cannot get in."""

import hashlib
import os
from pathlib import Path

from deploy.postgres.account import Account

ELSEWHERE = Path("/var/lib")


def open_to_others(folder: Path) -> Path:
    """Root's folders may be walked through but not listed; an ordinary user's stay closed."""
    folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
    return folder


def home(data_dir: Path) -> Path:
    """The cluster's folder, made when missing."""
    wanted = data_dir.absolute() / "postgres"
    if not data_dir.exists():
        data_dir.mkdir(parents=True)
        open_to_others(data_dir)
    fresh = not wanted.exists()
    wanted.mkdir(exist_ok=True)
    open_to_others(wanted)
    if Account(wanted / "data").reaches(wanted):
        return wanted
    # The checkout lies in a closed folder such as root's own; its parents are not ours to open.
    name = hashlib.sha256(os.fsencode(wanted)).hexdigest()[:12]
    elsewhere = ELSEWHERE / f"nhip-cau-{name}"
    if fresh and elsewhere.exists():
        _set_aside(elsewhere)
    elsewhere.mkdir(exist_ok=True)
    open_to_others(elsewhere)
    (wanted / "elsewhere").write_text(f"{elsewhere}\n")
    return elsewhere


def _set_aside(elsewhere: Path) -> None:
    """DATA_DIR was deleted, so its cluster is not wanted any more; deleting it is not ours."""
    kept = elsewhere.with_name(f"{elsewhere.name}.{int(elsewhere.stat().st_mtime)}")
    elsewhere.rename(kept)
    print(f"DATA_DIR is new: the database of the one before is kept in {kept}")

"""Which account PostgreSQL runs as: it refuses root, so root lends it an unprivileged one."""

import os
import pwd
import subprocess
from pathlib import Path
from typing import Any

from deploy.refusal import Refusal


class Account:
    """An existing unprivileged account when we are root; ourselves otherwise. None is created."""

    def __init__(self, data: Path) -> None:
        self.entry = self._choose(data) if os.geteuid() == 0 else None
        if self.entry is None and data.exists() and data.stat().st_uid != os.geteuid():
            owner = data.stat().st_uid
            raise Refusal(
                f"{data} belongs to another account (uid {owner}): run as that account, "
                "or choose another place with DATA_DIR=…"
            )

    @staticmethod
    def _choose(data: Path) -> pwd.struct_passwd:
        """The account that owns the data already, else the first one that exists."""
        if data.exists() and (uid := data.stat().st_uid) != 0:
            return pwd.getpwuid(uid)
        for name in (os.environ.get("PG_USER"), "postgres", "nobody"):
            if name and (entry := _entry(name)) and entry.pw_uid != 0:
                return entry
        raise Refusal("PostgreSQL refuses to run as root: name another account in PG_USER=…")

    @property
    def switch(self) -> dict[str, Any]:
        """Arguments for subprocess that drop every right of root."""
        if self.entry is None:
            return {}
        return {"user": self.entry.pw_uid, "group": self.entry.pw_gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        if self.entry is not None:
            os.chown(path, self.entry.pw_uid, self.entry.pw_gid)

    def reaches(self, path: Path) -> bool:
        """Every folder above may be closed (0700): only the account itself can tell."""
        test = ["test", "-x", str(path)]
        return subprocess.run(test, cwd="/", check=False, **self.switch).returncode == 0


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None

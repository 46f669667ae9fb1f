"""The programs of `deploy/npm-tools`, installed below `.make` when their lock has changed."""

import asyncio
import os
import shutil
import subprocess
from pathlib import Path

from deploy import fingerprint, spa
from deploy.command import run

SOURCE = Path("deploy/npm-tools")
# Not beside the source: foreign code there would be judged as ours.
FOLDER = Path(".make/npm-tools")
_LOCKED = (SOURCE / "package.json", SOURCE / "package-lock.json")
# They ask no server for news of themselves, and tell none that they run.
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "NO_COLOR": "1"}


def install() -> None:
    stamp, now = FOLDER / ".ok", fingerprint.of(_LOCKED)
    shutil.copytree(SOURCE, FOLDER, dirs_exist_ok=True)
    if stamp.exists() and stamp.read_text() == now:
        return
    spa.require_node()
    command = ("npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund")
    asyncio.run(run(*command, env=os.environ, cwd=FOLDER, hint=f"See {SOURCE}/."))
    stamp.write_text(now)


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """One of them, run to its end; what it found is its status and its words."""
    program = FOLDER / "node_modules/.bin" / name
    return subprocess.run(
        [program, *arguments], capture_output=True, text=True, check=False, env=os.environ | QUIET
    )

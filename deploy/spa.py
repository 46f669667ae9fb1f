"""Installs and builds the single-page app, each only when what it is made from has changed."""

import asyncio
import os
import shutil
import subprocess
import sys
from pathlib import Path

from deploy import fingerprint
from deploy.command import run
from deploy.refusal import Refusal, guarded
from deploy.steps import say, step

FRONTEND = Path("frontend")
DIST = FRONTEND / "dist"
OLDEST_NODE = 20
_STAMPS = Path(".make")
_LOCKED = (FRONTEND / "package-lock.json", FRONTEND / "package.json")


async def install() -> None:
    stamp, now = _STAMPS / "npm", fingerprint.of(_LOCKED)
    if (FRONTEND / "node_modules").is_dir() and _read(stamp) == now:
        return
    require_node()
    say("installing the app's packages …")
    with step("packages of the app"):
        # Install scripts of packages are foreign code that nothing here needs.
        await _npm("ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund")
    _write(stamp, now)


def require_node() -> None:
    """Refuse an old Node here: its own complaints come minutes later and name no cause."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise Refusal(f"The app needs Node {OLDEST_NODE} or newer with npm, and there is none.")
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    if int(told.strip().lstrip("v").split(".")[0]) < OLDEST_NODE:
        raise Refusal(
            f"The app needs Node {OLDEST_NODE} or newer; this is {told.strip()}. Debian 12's own"
            " package is 18: take Debian 13's, or a newer Node from nodejs.org, before it in PATH."
        )


async def build() -> None:
    """frontend/dist, which the gateway serves."""
    if not FRONTEND.is_dir():
        raise Refusal("frontend/ is missing: the checkout is not whole")
    stamp = _STAMPS / "spa"
    now = fingerprint.of((FRONTEND,))
    if (DIST / "index.html").is_file() and _read(stamp) == now:
        return
    await install()
    say("building the app …")
    with step("app built"):
        await _npm("run", "build")
    _write(stamp, now)


async def _npm(*arguments: str) -> None:
    await run("npm", *arguments, env=os.environ, cwd=FRONTEND, hint="See frontend/.")


def _read(stamp: Path) -> str:
    return stamp.read_text() if stamp.exists() else ""


def _write(stamp: Path, value: str) -> None:
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(value)


def main() -> int:
    asyncio.run({"install": install, "build": build}[sys.argv[1]]())
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))

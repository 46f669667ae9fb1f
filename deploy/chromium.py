"""Finds the browser for the journey tests; root on Debian gets a missing one installed."""

import os
import shutil
import subprocess

from deploy.refusal import Refusal
from deploy.steps import say

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without a font that has Vietnamese letters the pages would show boxes.
_PACKAGES = ("chromium", "fonts-noto-core")


def found_or_installed() -> str:
    """The path of a browser."""
    if named := os.environ.get("CHROMIUM"):
        return named
    if found := _find():
        return found
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Refusal(
            f"The browser tests need Chromium: apt-get install {' '.join(_PACKAGES)} "
            "(or CHROMIUM=/path/to/it)"
        )
    say(f"installing {' and '.join(_PACKAGES)} …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=True)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *_PACKAGES]
    subprocess.run(install, env=quiet, check=True, stdout=subprocess.DEVNULL)
    if found := _find():
        return found
    raise Refusal("Chromium was installed but cannot be found")


def _find() -> str | None:
    return next((found for name in _NAMES if (found := shutil.which(name))), None)

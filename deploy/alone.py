"""`make alone SERVICE=aid`: one service and the chassis in an empty folder, and its tests pass.

This is the proof that a service needs none of the others, not even to be tested.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from deploy.steps import say, step

_CHASSIS = Path("gateway/chassis")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*", "node_modules")


def main(service: str) -> int:
    with tempfile.TemporaryDirectory(prefix="nhip-cau-alone-") as folder:
        place = Path(folder)
        for part in (_CHASSIS, Path("services") / service):
            shutil.copytree(part, place / part, ignore=_LEFT_OUT)
        for file in ("requirements.lock", "pyproject.toml"):  # versions, and how pytest is set
            shutil.copy(file, place)
        with step(f"{service} and the chassis installed on their own"):
            _install(place, ["-e", str(_CHASSIS), "-e", f"services/{service}"])
        for other in {"gateway", "registry", "aid", "events"} - {service}:
            _absent(place, other)
        say(f"{service}: its tests, with the others absent")
        tests = [".venv/bin/python", "-m", "pytest", "-q", f"services/{service}/tests"]
        return subprocess.run(tests, cwd=place, env=_environment(), check=False).returncode


def _install(place: Path, editable: list[str]) -> None:
    uv = str(Path(".venv/bin/uv").absolute())
    python = ["--python", ".venv/bin/python"]
    for arguments in (
        ["venv", "-q", "--python", sys.executable, ".venv"],
        ["pip", "install", "-q", *python, "--require-hashes", "-r", "requirements.lock"],
        ["pip", "install", "-q", *python, "--no-deps", "--no-build-isolation", *editable],
    ):
        subprocess.run([uv, *arguments], cwd=place, env=_environment(), check=True)


def _absent(place: Path, package: str) -> None:
    search = (
        f"import importlib.util as u; raise SystemExit(u.find_spec('{package}.main') is not None)"
    )
    found = subprocess.run(
        [".venv/bin/python", "-c", f"try:\n {search}\nexcept ModuleNotFoundError: pass"],
        cwd=place,
        env=_environment(),
        check=False,
    )
    if found.returncode:
        raise SystemExit(f"{package} can be imported although it should be absent")


def _environment() -> dict[str, str]:
    """Without the paths of the checkout we come from."""
    return {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

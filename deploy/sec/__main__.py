"""`python -m deploy.sec`: every check in turn; status 1 when one of them found something."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from deploy import npm_tools
from deploy.sec import floors, lines, secrets
from deploy.sec.judged import unjudged

TOOLS = Path(".make/sec/bin")
CODE = ["gateway/gateway", "gateway/chassis/chassis", "services", "deploy"]
BOM = Path(".make/sec/sbom.json")
APP_BOM = Path(".make/sec/sbom-app.json")
# The rows of section 5 (framing, headers, JSON, sizes), at the door and in a service alone.
CHASSIS = "gateway/chassis/tests"
ROWS = [
    ["gateway/tests/edge"],
    [f"{CHASSIS}/core/test_mean_input.py", f"{CHASSIS}/core/test_upload.py", f"{CHASSIS}/wire"],
]


def _run(*command: str) -> tuple[int, str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def history() -> list[str]:
    read, found = secrets.in_history()
    return found if read > 1000 else [f"only {read} lines of history were read"]


def bandit() -> list[str]:
    """Medium and above. Tests and demonstration data are no part of what runs."""
    left_out = "*/tests/*,*/demo/*"
    _, said = _run(str(TOOLS / "bandit"), "-q", "-r", *CODE, "-ll", "-f", "json", "-x", left_out)
    report = json.loads(said[said.index("{") :])
    if report["errors"] or not report["metrics"]["_totals"]["loc"]:
        return ["bandit could not read the code"]
    return unjudged(report["results"])


def sbom() -> list[str]:
    """CycloneDX of what runs; its components are exactly those of the lock."""
    status, said = _run(
        str(TOOLS / "cyclonedx-py"), "requirements", str(floors.LOCK), "-o", str(BOM)
    )
    if status:
        return [said.strip()[-300:]]
    listed = {one["name"].lower() for one in json.loads(BOM.read_text())["components"]}
    locked = {name for name, _ in floors.pinned(floors.LOCK.read_text("utf-8"))}
    return [f"not in both: {name}" for name in sorted(listed ^ locked)]


def app_sbom() -> list[str]:
    """The same of the app: every package of its lock in the version that stands there."""
    npm_tools.install()
    said = npm_tools.tool(
        "cyclonedx-npm", "--package-lock-only", "--flatten-components", "--output-reproducible",
        "--output-format", "JSON", "--output-file", APP_BOM, "frontend/package.json",
    )  # fmt: skip
    if said.returncode:
        return [said.stderr.strip()[-300:]]
    listed = {
        ("/".join(filter(None, (one.get("group"), one["name"]))), one["version"])
        for one in json.loads(APP_BOM.read_text("utf-8"))["components"]
    }
    locked = set(floors.npm_pinned(floors.NPM_LOCKS[0].read_text("utf-8")))
    return [f"not in both: {' '.join(one)}" for one in sorted(listed ^ locked)]


def rows() -> list[str]:
    found = []
    for paths in ROWS:
        status, said = _run(sys.executable, "-m", "pytest", "-q", "-n", "2", *paths)
        last = said.strip().splitlines()[-1]
        print("   ", paths[0], last)
        found += [f"{paths[0]}: {last}"] if status else []
    return found


CHECKS: dict[str, Callable[[], list[str]]] = {
    "floors of the locks, Python and npm": floors.everywhere,
    "our own rules": lines.everywhere,
    "secrets in the history": history,
    "bandit, medium and above": bandit,
    "bill of materials": sbom,
    "bill of materials of the app": app_sbom,
    "mean input, section 5": rows,
}


def main() -> int:
    red = 0
    for name, check in CHECKS.items():
        began = time.monotonic()
        found = check()
        red += bool(found)
        print(f"{'RED ' if found else 'well'}  {name} ({time.monotonic() - began:.1f} s)")
        for line in found[:20]:
            print("     ", line)
    print("sec: all well" if not red else f"sec: {red} of {len(CHECKS)} are red")
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main())

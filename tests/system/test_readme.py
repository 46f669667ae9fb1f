"""The README is true: its quickstart runs as printed, its targets and links exist."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.contract.callers import Callers

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _quickstart() -> str:
    (block,) = re.findall(r"```sh quickstart\n(.*?)```", README, re.DOTALL)
    return str(block)


def test_the_quickstart_runs_as_printed(callers: Callers) -> None:
    # A blank line after each command's output tells the three answers apart.
    commands = re.sub(r"(?m)^(# .*)$", r"echo; echo '\1'", _quickstart())
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        capture_output=True, text=True, timeout=60, check=False, cwd=ROOT,
        env={**os.environ, "HOUSE_URL": callers.url},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    counted, recorded, followed = (
        json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")
    )
    assert counted["total"]["count"] == 129
    assert [row["count"] for row in counted["rows"]] == [47, 50, 32]
    assert recorded["name_vi"] == "Quỹ Ví Dụ (demo)"
    assert recorded["version"] == 1
    assert len(followed["items"]) == 2
    assert int(followed["next"]) >= 2


def test_every_make_target_it_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?m)^([a-z][a-z-]*)(?: [a-z -]+)?:", makefile))
    named = set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", README, re.MULTILINE))
    assert {"run", "test"} <= named
    assert named <= targets


def test_it_names_every_package_that_ci_installs() -> None:
    lists = re.findall(r"missing\+=\(([^)]+)\)", (ROOT / ".ci" / "run").read_text(encoding="utf-8"))
    installed = {package for one in lists for package in one.split()}
    assert {"chromium", "bubblewrap"} <= installed
    assert {package for package in installed if not re.search(rf"[` ]{package}[` ]", README)} <= {
        "nodejs", "npm"  # Debian 12's are too old, which the README says
    }  # fmt: skip


@pytest.mark.parametrize(
    "page",
    sorted(str(p.relative_to(ROOT)) for p in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]),
)
def test_every_relative_link_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)
    missing = [link for link in links if not ((ROOT / page).parent / link).exists()]
    assert not missing

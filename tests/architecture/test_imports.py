"""The boundaries of .importlinter guard every aggregate, and a planted violation is seen."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIVE = ("routes.py", "queries.py", "schemas.py", "models.py", "rules.py")
PACKAGES = {
    "chassis": "gateway/chassis/chassis",
    "gateway": "gateway/gateway",
    "registry": "services/registry/registry",
    "aid": "services/aid/aid",
    "events": "services/events/events",
}


def aggregates() -> list[str]:
    """Dotted names of all folders that hold one of the five files."""
    return sorted(
        ".".join((name, *folder.relative_to(ROOT / package).parts))
        for name, package in PACKAGES.items()
        for folder in (ROOT / package).rglob("*/")
        if name != "chassis" and any((folder / file).exists() for file in FIVE)
    )


def test_every_aggregate_is_listed_for_the_order_of_its_five_files() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")

    listed = contracts["importlinter:contract:order"]["containers"].split()

    assert listed == aggregates(), "containers = these lines:\n    " + "\n    ".join(aggregates())


def test_every_service_is_named_in_the_contract_of_pure_rules() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")

    named = contracts["importlinter:contract:pure"]["source_modules"].split()

    # A wildcard that matches nothing passes in silence: the names are held here.
    assert named == [f"{name}.**.rules" for name in ("registry", "aid", "events", "gateway")]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The five packages without their data, free to be spoilt."""
    for package in PACKAGES.values():
        for source in (ROOT / package).rglob("*.py"):
            target = tmp_path / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def lint(place: Path) -> subprocess.CompletedProcess[str]:
    """Contracts over the packages in `place`, which come before the installed ones."""
    roots = (str((place / package).parent) for package in PACKAGES.values())
    program = str(Path(sys.executable).parent / "lint-imports")
    return subprocess.run(
        [program, "--no-cache", "--no-logo"],
        cwd=place,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(roots)},
        capture_output=True,
        text=True,
        check=False,
    )


def spoil(file: Path, line: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")


def test_the_packages_as_they_are_break_no_contract(copied: Path) -> None:
    report = lint(copied)

    assert report.returncode == 0, report.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("services/registry/registry/__init__.py", "import aid", "share nothing"),
        ("gateway/gateway/__init__.py", "import events", "share nothing"),
        ("gateway/chassis/chassis/__init__.py", "import registry", "knows none of them"),
        ("services/registry/registry/ngos/rules.py", "import sqlalchemy", "Rules are pure"),
        ("services/registry/registry/ngos/models.py", "from . import routes", "then queries"),
    ],
)
def test_a_planted_violation_turns_its_contract_red(
    copied: Path, file: str, line: str, contract: str
) -> None:
    spoil(copied / file, line)

    report = lint(copied)

    broken = [seen for seen in report.stdout.splitlines() if seen.endswith("BROKEN")]
    assert report.returncode == 1, report.stdout + report.stderr
    assert any(contract in seen for seen in broken), report.stdout

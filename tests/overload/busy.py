"""Who had the processors meanwhile: the load itself runs on the same ones as the house."""

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.bench import house

TICKS = os.sysconf("SC_CLK_TCK")


def _spent(pid: int | str) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _all() -> float:
    """What every processor of this machine did but wait."""
    words = Path("/proc/stat").read_text().splitlines()[0].split()[1:9]
    idle = int(words[3]) + int(words[4])
    return (sum(map(int, words)) - idle) / TICKS


def watch(services: Iterable[str]) -> Callable[[], str]:
    """From now on; what it returns says how many processors each had since, in one line."""
    pids: dict[str, int | str] = {"the load": "self"}
    pids |= {name: house.process(name).pid for name in services}

    def look() -> dict[str, float]:
        return {name: _spent(pid) for name, pid in pids.items()} | {"all": _all()}

    began, before = time.perf_counter(), look()

    def told() -> str:
        passed, after = time.perf_counter() - began, look()
        had = {name: (after[name] - before[name]) / passed for name in before}
        every = had.pop("all")
        had["PostgreSQL and the rest"] = every - sum(had.values())
        shown = ", ".join(f"{name} {cores:.2f}" for name, cores in had.items())
        return f"of {os.cpu_count()} processors: {shown}"

    return told

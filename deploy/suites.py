"""`make test`: every suite in a process of its own, one line each, and one line for all.

Runs under deploy.with_postgres. Names on the command line choose suites.
"""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from deploy import chromium, spa
from deploy.command import stop
from deploy.lifeline import dies_with_me
from deploy.refusal import Refusal, guarded
from deploy.results import Count, read
from deploy.spilled import Spilled
from deploy.steps import say
from deploy.with_house import house

RESULTS = Path(".make/test")


@dataclass(frozen=True)
class Suite:
    """One process: pytest in a folder, or a script of the app."""

    name: str
    folder: Path
    program: tuple[str, ...]
    cwd: Path = Path()
    # Suites of the first part share the test cluster; the second part asks a whole house.
    asks_house: bool = False
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def report(self) -> Path:
        return (RESULTS / f"{self.name}.xml").absolute()


def _pytest(name: str, folder: str, *, asks_house: bool = False) -> Suite:
    return Suite(
        name, Path(folder), (sys.executable, "-m", "pytest", "-q", folder), Path(), asks_house
    )


def _npm(name: str, folder: str, script: str, *reporters: str, asks_house: bool = False) -> Suite:
    program = ("npm", "run", "--silent", script, "--", *reporters)
    return Suite(name, Path(folder), program, spa.FRONTEND, asks_house)


# The long ones first: two run at a time, and the short ones fill the gaps.
SUITES = (
    _pytest("deploy", "tests/deploy"),
    _pytest("registry", "services/registry/tests"),
    _pytest("aid", "services/aid/tests"),
    _pytest("events", "services/events/tests"),
    _pytest("gateway", "gateway/tests"),
    _pytest("chassis", "gateway/chassis/tests"),
    _pytest("architecture", "tests/architecture"),
    _npm("app", "frontend/src", "test", "--reporter=default", "--reporter=junit"),
    _pytest("contract", "tests/contract", asks_house=True),
    _pytest("system", "tests/system", asks_house=True),
    _pytest("conformance", "tests/conformance", asks_house=True),
    _npm("browser", "frontend/e2e", "e2e", "--reporter=line,junit", asks_house=True),
)


def _two_ports() -> int:
    """The first of two neighbouring free ports for the browser's tests.

    Below those that the system hands out: the tests listen half a minute later, when a connection
    of somebody else's would long have got one of its own choosing.
    """
    for port in range(4801, 9000, 2):
        try:
            with socket.socket() as one, socket.socket() as other:
                one.bind(("127.0.0.1", port))
                other.bind(("127.0.0.1", port + 1))
        except OSError:
            continue
        return port
    raise Refusal("No two neighbouring ports between 4801 and 9000 are free.")


async def _run(suite: Suite, found: dict[str, str]) -> Count:
    """One suite to its end; its output is kept, and shown when something is red."""
    suite.report.unlink(missing_ok=True)
    arguments = {
        "app": (f"--outputFile.junit={suite.report}",),
        "browser": (),
    }.get(suite.name, (f"--junitxml={suite.report}",))
    env = {**os.environ, **found, "PLAYWRIGHT_JUNIT_OUTPUT_FILE": str(suite.report)}
    env.setdefault("E2E_PORT", str(_two_ports()))
    log = RESULTS / f"{suite.name}.log"
    began = time.monotonic()
    with log.open("wb") as output:
        child = await asyncio.create_subprocess_exec(
            *suite.program,
            *arguments,
            cwd=suite.cwd,
            env=env,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            # npm and browsers start others: a group of its own stops them all.
            start_new_session=True,
            preexec_fn=dies_with_me(signal.SIGTERM),
        )
        try:
            status = await child.wait()
        finally:
            await stop(child)
    count = read(suite.report, status)
    if count.failed:
        say(log.read_text(errors="replace")[-20_000:])
    say(f"  {suite.name:<13} {count}  {time.monotonic() - began:6.1f} s")
    return count


async def _side_by_side(suites: Iterable[Suite]) -> list[Count]:
    places = asyncio.Semaphore(os.cpu_count() or 2)

    async def one(suite: Suite) -> Count:
        async with places:
            return await _run(suite, {})

    return await asyncio.gather(*(one(suite) for suite in suites))


async def _in_house(suites: list[Suite]) -> list[Count]:
    if not suites:
        return []
    if any(suite.name == "browser" for suite in suites):
        os.environ["CHROMIUM"] = chromium.found_or_installed()
    counts = []
    for suite in suites:
        # One each: a journey that imports a list finds it new only the first time.
        say(f"  starting a house for {suite.name} …")
        try:
            with house() as found:
                counts.append(await _run(suite, found))
        except Spilled as spilled:
            say(str(spilled))
            counts.append(Count(0, 1))
    return counts


async def _all(suites: list[Suite]) -> list[Count]:
    # Built once, before suites that start a house of their own would build it at the same time.
    if any(suite.asks_house or suite.name in ("app", "deploy") for suite in suites):
        await spa.build()
    counts = await _side_by_side(suite for suite in suites if not suite.asks_house)
    return counts + await _in_house([suite for suite in suites if suite.asks_house])


def main() -> int:
    wanted = set(sys.argv[1:])
    if unknown := wanted - {suite.name for suite in SUITES}:
        raise Refusal(f"No such suite: {', '.join(sorted(unknown))}")
    chosen = [suite for suite in SUITES if not wanted or suite.name in wanted]
    for suite in chosen:
        if not suite.folder.is_dir():
            say(f"  {suite.name:<13} has no tests yet ({suite.folder})")
    RESULTS.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    counts = asyncio.run(_all([suite for suite in chosen if suite.folder.is_dir()]))
    passed, failed = sum(c.passed for c in counts), sum(c.failed for c in counts)
    skipped = sum(c.skipped for c in counts)
    say(f"  {time.monotonic() - began:.0f} s in all")
    say(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    # A developer may lack root or a tool; the machine that decides may not.
    return 1 if failed or (skipped and os.environ.get("CI")) else 0


if __name__ == "__main__":
    sys.exit(guarded(main))

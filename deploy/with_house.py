"""`python -m deploy.with_house CMD…`: runs CMD beside a whole house with fresh demonstration data.

The command finds HOUSE_URL and DATA_DIR (with demo-accounts.json) in its environment; its exit
status is passed through. The house is the one `make run` starts, on a free port. What the command
appends to the file SAID_IN_SECRET, a value a line, must not be in the house's log, and neither may
anything that looks like a secret: else the status is 1.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.lifeline import dies_with_me
from deploy.ports import kept_ports
from deploy.refusal import Refusal, guarded
from deploy.spilled import require_none
from deploy.steps import say

# The fuzzer guesses passwords by the hundred from the one address that every test has. What the
# limits do is proved in gateway/tests/throttles; `make run` keeps their defaults.
PATIENCE = {"TRIES_PER_ADDRESS": "1000000", "TRIES_IN_ALL": "1000000"}
# A suite keeps its sessions for as long as it runs; gateway/tests/edge/test_guard.py holds the ten
# minutes.
PATIENCE |= {"STEP_UP_MINUTES": "600"}


@contextmanager
def house() -> Iterator[dict[str, str]]:
    """Yields the environment in which the house can be found. Beside it runs a provider, at which
    one may sign in as anybody."""
    with tempfile.TemporaryDirectory(prefix="nhip-cau-house-") as folder:
        # The database's account must be able to walk to its data.
        Path(folder).chmod(0o711)
        env = {**os.environ, "DATA_DIR": f"{folder}/data", "MODE": "demo"} | PATIENCE
        env = {k: v for k, v in env.items() if not k.startswith("DATABASE_")}
        log_file = Path(folder) / "house.log"
        with log_file.open("a") as log, provider() as told, kept_ports(1) as (port,):
            env |= {**told, "PORT": str(port)}
            running = subprocess.Popen(
                [sys.executable, "-m", "deploy.run"],
                env=env,
                stdout=log,
                stderr=log,
                preexec_fn=dies_with_me(signal.SIGTERM),
            )
            try:
                url = _wait(running, log_file)
                said = Path(folder) / "said"
                data = {"DATA_DIR": env["DATA_DIR"], "SAID_IN_SECRET": str(said)}
                yield {"HOUSE_URL": url, **data}
            finally:
                running.terminate()
                running.wait()
        require_none(log_file, Path(env["DATA_DIR"]), said)


@contextmanager
def provider() -> Iterator[dict[str, str]]:
    """Yields what a house is told of a provider that runs for as long."""
    with subprocess.Popen(
        [sys.executable, "-m", "gateway.testing_oidc", "0"],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=dies_with_me(signal.SIGTERM),
    ) as running:
        try:
            said = iter(running.stdout.readline, "\n") if running.stdout else iter(())
            yield dict(line.rstrip("\n").split("=", 1) for line in said if line)
        finally:
            running.terminate()


def _wait(running: "subprocess.Popen[bytes]", log: Path) -> str:
    """The address in the one line that says the house is ready."""
    while True:
        for line in log.read_text(errors="replace").splitlines():
            if line.startswith("ready "):
                return line.removeprefix("ready ")
        try:
            running.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        last = "\n".join(log.read_text(errors="replace").splitlines()[-40:])
        raise Refusal(f"The house did not start:\n{last}")


def main(command: list[str]) -> int:
    if not command:
        raise Refusal(str(__doc__))
    say("starting a house of our own …")
    with house() as found:
        return subprocess.run(command, env={**os.environ, **found}, check=False).returncode


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))

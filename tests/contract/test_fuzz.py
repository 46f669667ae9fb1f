"""Schemathesis over every operation through the gateway, signed in: all checks, no failure, and
every operation succeeded at least once. FUZZ_EXAMPLES and FUZZ_SEEDS ask for more."""

import asyncio
import json
import os
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.contract.callers import Callers
from tests.contract.fuzz import kit
from tests.contract.operations import Operation
from tests.contract.steps.elsewhere import ONCE
from tests.contract.tour import Tour

pytestmark = pytest.mark.asyncio(loop_scope="session")
HERE = Path(__file__).parent / "fuzz"
EXAMPLES = os.environ.get("FUZZ_EXAMPLES", "20")
SEEDS = os.environ.get("FUZZ_SEEDS", "1").split()
UNIT = "CANTHO"
PHASES = "examples,coverage,fuzzing"
# Two processes and not two threads in one: those wait for each other, and where two of them parse
# source at once (hypothesis does, for its strategies) Python 3.11 now and then raises SystemError.
PARTS = {"registry": "^/api/registry/", "others": "^/(?!api/registry/)"}


@pytest.mark.parametrize("seed", SEEDS)
async def test_no_input_breaks_the_contract(
    seed: str,
    callers: Callers,
    known: dict[str, Operation],
    said: list[str],
    tmp_path: Path,
) -> None:
    # Of another union than the one whose figures are read afterwards.
    await kit.write(tmp_path / "kit.json", Tour(callers, known, UNIT), known)
    runs = [_schemathesis(seed, callers.url, tmp_path, *part) for part in PARTS.items()]
    outputs = await asyncio.gather(*runs)
    for (_, output), name in zip(outputs, PARTS, strict=True):
        said += [f"schemathesis, seed {seed}, {name}:", *_summary(output)]
    assert not any(status for status, _ in outputs), "\n".join(
        output[-30_000:] for status, output in outputs if status
    )
    counts: Counter[str] = Counter()
    for name in PARTS:
        counts.update(json.loads((tmp_path / f"{name}.json").read_text()))
    never = sorted(name for name in known if not counts[name] and name not in ONCE)
    said.append(f"  {len(known) - len(never)} of {len(known)} operations reached success")
    assert not never


async def _schemathesis(
    seed: str, url: str, folder: Path, name: str, paths: str
) -> tuple[int, str]:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "schemathesis.cli", "--config-file", str(HERE / "schemathesis.toml"),
        "run", f"{url}/api/openapi.json", "--checks", "all", "--phases", PHASES,
        "--seed", seed, "--max-examples", EXAMPLES, "--generation-database", "none",
        "--continue-on-failure", "--no-shrink", "--workers", "1", "--no-color",
        "--request-timeout", "30", "--include-path-regex", paths,
        env={
            **os.environ,
            "SCHEMATHESIS_HOOKS": "tests.contract.fuzz.hooks",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "FUZZ_KIT": str(folder / "kit.json"),
            "FUZZ_COUNTS": str(folder / f"{name}.json"),
            "FUZZ_SEED": seed,
        },
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await child.communicate()
    output = said.decode(errors="replace")
    (folder / f"{name}.txt").write_text(output)  # whole; a red test shows the end of it
    return child.returncode or 0, output


def _summary(output: str) -> list[str]:
    """The tool's own last words."""
    _, _, last = output.rpartition("SUMMARY")
    return [line for line in last.splitlines()[1:] if line.strip()]

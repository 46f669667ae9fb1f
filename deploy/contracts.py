"""Writes, or with --check compares, the committed OpenAPI file of the gateway and each service."""

import asyncio
import json
import os
import sys
from pathlib import Path

from deploy.command import run
from deploy.databases import package
from deploy.postgres.roles import SERVICES
from deploy.refusal import Refusal, guarded
from deploy.steps import step

STEP_UP = Path("gateway/gateway/edge/step_up.json")


def file(service: str) -> Path:
    return package(service).parent / "openapi.json"


async def _all(arguments: list[str]) -> None:
    async with asyncio.TaskGroup() as tasks:
        for service in SERVICES:
            tasks.create_task(_one(service, arguments))


async def _one(service: str, arguments: list[str]) -> None:
    python = (sys.executable, "-m", "chassis.contract")
    with step(f"contract of {service}"):
        await run(*python, service, str(file(service)), *arguments, env=os.environ)


def step_up() -> str:
    """Which operations ask for a recent proof of who is calling, as the guard reads it."""
    found = {}
    for service in SERVICES:
        paths = json.loads(file(service).read_text())["paths"]
        found[service] = sorted(
            f"{method.upper()} {path}"
            for path, operations in paths.items()
            for method, about in operations.items()
            if about["x-authz"].get("step_up")
        )
    return json.dumps(found, indent=2) + "\n"


def main() -> int:
    asyncio.run(_all(sys.argv[1:]))
    if "--check" not in sys.argv:
        STEP_UP.write_text(step_up())
    elif STEP_UP.read_text() != step_up():
        raise Refusal(f"{STEP_UP} is not what the contracts say: run make openapi")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))

"""Writes, or with --check compares, the committed OpenAPI file of the gateway and each service."""

import asyncio
import os
import sys
from pathlib import Path

from deploy.command import run
from deploy.databases import package
from deploy.postgres.roles import SERVICES
from deploy.refusal import guarded
from deploy.steps import step


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


def main() -> int:
    asyncio.run(_all(sys.argv[1:]))
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))

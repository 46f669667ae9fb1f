"""Writes, or with --check compares, the committed OpenAPI file of the gateway and each service."""

import asyncio
import json
import os
import sys
from pathlib import Path

from chassis.authz import scope_of
from deploy.command import run
from deploy.databases import package
from deploy.postgres.roles import SERVICES
from deploy.refusal import Refusal, guarded
from deploy.steps import step
from gateway.roles import INTEGRATOR

STEP_UP = Path("gateway/gateway/edge/step_up.json")
SCOPES = Path("gateway/gateway/clients/scopes.json")


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


def scopes() -> str:
    """Every scope that a program can be given, for the gateway's metadata and the app's choice."""
    found = set()
    for service in SERVICES:
        for path, operations in json.loads(file(service).read_text())["paths"].items():
            for method, about in operations.items():
                block, name = about["x-authz"], about["operationId"]
                if INTEGRATOR in block["roles"]:
                    found.add(scope_of(service, path, name, method, block.get("action")))
    return json.dumps(sorted(found), indent=2) + "\n"


def main() -> int:
    asyncio.run(_all(sys.argv[1:]))
    for path, made in ((STEP_UP, step_up()), (SCOPES, scopes())):
        if "--check" not in sys.argv:
            path.write_text(made)
        elif path.read_text() != made:
            raise Refusal(f"{path} is not what the contracts say: run make openapi")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))

"""The gateway as a process of its own, for what is seen on the wire only."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from chassis.testing import PASSWORD, ROLE, with_database
from gateway.testing import Upstream


@pytest.fixture(scope="module")
def port(
    cluster: str, template: str, upstream: Upstream, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    """The gateway as `make run` starts it, with the strict protocol."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("wire")
    database = f"{template}_wire"
    _psql(cluster, f"CREATE DATABASE {database} TEMPLATE {template}")
    env = os.environ | {
        "DATABASE_URL_GATEWAY": with_database(cluster, database, ROLE, PASSWORD),
        "GATEWAY_SECRET": "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA",
        "GATEWAY_URL": f"http://127.0.0.1:{number}",
        "REGISTRY_URL": upstream.url,
        "SPA_DIR": str(folder),
    }
    options = "--http gateway.edge.wire:StrictHttp --loop uvloop --no-proxy-headers"
    options += f" --no-server-header --no-access-log --log-level error --port {number}"
    with (folder / "log").open("wb") as log:
        command = [sys.executable, "-m", "uvicorn", "gateway.main:app", *options.split()]
        process = subprocess.Popen(command, env=env, stdout=log, stderr=log)
        try:
            _wait(number, process, folder / "log")
            yield number
        finally:
            process.terminate()
            process.wait(10)
    _psql(cluster, f"DROP DATABASE {database} WITH (FORCE)")


def _psql(url: str, statement: str) -> None:
    import asyncio

    import asyncpg

    async def run() -> None:
        connection = await asyncpg.connect(url)
        await connection.execute(statement)
        await connection.close()

    asyncio.run(run())


def _wait(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(1800):
        assert process.poll() is None, log.read_text()
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(log.read_text())

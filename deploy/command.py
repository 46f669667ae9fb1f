"""Runs one program of the house to its end, quietly; its output is shown only when it fails."""

import asyncio
import os
import signal
from asyncio.subprocess import DEVNULL, PIPE, STDOUT
from collections.abc import Mapping
from pathlib import Path

from deploy.lifeline import dies_with_me
from deploy.refusal import Refusal

PATIENCE = 5


async def stop(child: asyncio.subprocess.Process) -> None:
    """The program and all that it started: first asked, then made to."""
    for order in (signal.SIGTERM, signal.SIGKILL):
        if child.returncode is not None:
            return
        os.killpg(child.pid, order)
        try:
            await asyncio.wait_for(child.wait(), PATIENCE)
        except TimeoutError:
            continue


async def run(*program: str, env: Mapping[str, str], cwd: str | Path = ".", hint: str = "") -> None:
    """Raises a Refusal that shows the last lines when the program fails."""
    child = await asyncio.create_subprocess_exec(
        *program,
        env=env,
        cwd=cwd,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=STDOUT,
        # A group of its own, so that what the program starts in turn can be stopped with it.
        start_new_session=True,
        preexec_fn=dies_with_me(signal.SIGTERM),
    )
    try:
        output, _ = await child.communicate()
    except asyncio.CancelledError:
        # Another step failed or Ctrl-C was pressed: nothing of ours may go on alone.
        await stop(child)
        raise
    if child.returncode:
        said = "\n".join(output.decode(errors="replace").splitlines()[-40:])
        raise Refusal(f"{said}\n`{' '.join(program)}` failed ({child.returncode}). {hint}".rstrip())

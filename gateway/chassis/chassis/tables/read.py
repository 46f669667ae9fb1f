"""Reads a table that somebody handed in, in a child process that cannot harm this one."""

import asyncio
import json
import logging
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from chassis.errors import Invalid, TooLarge
from chassis.tables.columns import CellProblem, Column, Limits, Note, Row, Table, Value
from chassis.tables.problems import PROBLEMS

Told = Callable[[int], Awaitable[None]]
_log = logging.getLogger(__name__)
_ROOT = Path(__file__).parents[2]
_LINE = 1 << 25  # a row of 100 cells of 32,767 characters, escaped
_AT_ONCE = 2  # children: each may take 512 MiB
_TELLING = 1000  # rows between two words of how far it is
_SLICE = 0.01  # seconds of work before others may run
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


async def read_table(
    data: bytes,
    name: str,
    columns: Sequence[Column],
    limits: Limits | None = None,
    told: Told | None = None,
) -> Table:
    """The table in `data`, a file called `name`. Bad cells are reported in their rows; `told` hears
    now and then how many rows there are so far.

    Raises Invalid with a code of `tables.refusals` when the file as a whole cannot be read, and
    TooLarge `tables.too_large`. Never anything else because of what the file holds.
    """
    limits = limits or Limits()
    if len(data) > limits.upload:
        raise TooLarge("tables.too_large", limit=limits.upload)
    turn = _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(_AT_ONCE))
    async with turn:
        try:
            async with asyncio.timeout(limits.wall_seconds):
                return await _read(data, name, columns, limits, told)
        except TimeoutError:
            raise Invalid("tables.too_costly") from None


async def _read(
    data: bytes, name: str, columns: Sequence[Column], limits: Limits, told: Told | None
) -> Table:
    asked = {"name": name, "columns": [asdict(c) for c in columns], "limits": asdict(limits)}
    child = await asyncio.create_subprocess_exec(
        # -P: a module that lies in the working directory is not taken for the library's.
        *(sys.executable, "-P", "-m", "chassis.tables.child"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=_LINE,
        # Nothing secret is in reach of whatever takes over a parser; RUST_BACKTRACE costs memory.
        env={"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "RUST_BACKTRACE": "0"},
    )
    assert child.stdin
    assert child.stdout
    assert child.stderr
    feeding = asyncio.create_task(_feed(child.stdin, json.dumps(asked).encode() + b"\n", data))
    complaints = asyncio.create_task(child.stderr.read())
    try:
        table = await _table(_lines(child.stdout), columns, told)
        if table is None:
            await _explain(child, complaints)
            raise Invalid("tables.unreadable")
        return table
    finally:
        with suppress(ProcessLookupError):
            child.kill()
        feeding.cancel()
        await asyncio.gather(feeding, complaints, child.wait(), return_exceptions=True)


async def _feed(stdin: asyncio.StreamWriter, asked: bytes, data: bytes) -> None:
    with suppress(BrokenPipeError, ConnectionResetError):  # it refused before reading all
        stdin.write(asked)
        stdin.write(data)
        await stdin.drain()
        stdin.close()


async def _lines(stdout: asyncio.StreamReader) -> AsyncIterator[Any]:
    turn = time.monotonic()
    try:
        async for line in stdout:
            yield json.loads(line)
            if time.monotonic() - turn > _SLICE:
                await asyncio.sleep(0)
                turn = time.monotonic()
    except ValueError:  # half a line: killed while writing
        return


async def _table(
    lines: AsyncIterator[Any], columns: Sequence[Column], told: Told | None
) -> Table | None:
    """The table from the child's lines, None when they end too early; raises Invalid."""
    head: dict[str, Any] | None = None
    rows: list[Row] = []
    async for line in lines:
        if isinstance(line, list):
            rows.append(_row(line, columns))
            if told and len(rows) % _TELLING == 0:
                await told(len(rows))
        elif "refused" in line:
            raise Invalid(line["refused"], **line["params"])
        elif head is None:
            head = line
        else:
            notes = tuple(Note(code, *_words(code, params)) for code, params in line["notes"])
            unknown = tuple(head["unknown"])
            return Table(
                head["sheet"], head["header_row"], head["found"], unknown, notes, tuple(rows)
            )
    return None


def _row(line: list[Any], columns: Sequence[Column]) -> Row:
    number, values, problems = line
    return Row(
        number,
        {c.key: _revive(v, c.kind) for c, v in zip(columns, values, strict=True)},
        tuple(
            CellProblem(number, key, cell, code, *_words(code, params), said)
            for key, cell, code, params, said in problems
        ),
    )


def _revive(value: Any, kind: str) -> Value:
    if value is not None and kind == "date":
        return date.fromisoformat(value)
    if value is not None and kind == "decimal":
        return Decimal(value)
    return value  # type: ignore[no-any-return]


def _words(code: str, params: dict[str, object]) -> tuple[str, str]:
    vi, en = PROBLEMS[code]
    return vi.format(**params), en.format(**params)


async def _explain(child: asyncio.subprocess.Process, complaints: asyncio.Task[bytes]) -> None:
    """Raises Invalid `tables.too_costly` when a limit ended the child, else logs its defect."""
    status = await child.wait()
    said = (await complaints)[-4000:].decode("utf-8", "replace")
    if status < 0 or "memory allocation" in said or "MemoryError" in said:
        raise Invalid("tables.too_costly")
    _log.error("the table reader failed with status %s: %s", status, said)

"""`python -m chassis.tables.child`: reads one table within hard limits, in a process of its own.

Input: one line of JSON (name, columns, limits), then the file. Output, one JSON value per line:
`{"refused": code, "params": {…}}`, or a head, one array per row, and a tail with the notes. A tail
that is missing means that the process was killed by one of its limits.
"""

import json
import resource
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from chassis.inert import places
from chassis.tables.body import Body
from chassis.tables.columns import Column, Limits, letters
from chassis.tables.content import content_of
from chassis.tables.csvtext import read_csv
from chassis.tables.faults import Refused
from chassis.tables.headers import HEADER_ROWS, match_header
from chassis.tables.sheets import Sheet, read_workbook

Emit = Callable[[object], None]


def confine(limits: Limits) -> None:
    """From here on: bounded memory and processor time, no file written, no core dumped."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(data: bytes, name: str, columns: list[Column], limits: Limits, emit: Emit) -> None:
    """Reads `data` and emits the table in lines; raises Refused."""
    if content_of(data, name, limits) == "xlsx":
        sheet = read_workbook(data, columns, limits)
    else:
        sheet = _csv_sheet(data, columns, limits)
    header = sheet.header
    header.require(columns)
    emit(
        {
            "sheet": sheet.name,
            "header_row": header.row + 1,
            "found": {key: letters(at + sheet.left) for key, at in header.found.items()},
            "unknown": header.unknown,
        }
    )
    body = Body(sheet, columns, limits)
    count = 0
    for row in body:
        emit(row)
        count += 1
    if not count:
        raise Refused("tables.no_rows")
    emit({"rows": count, "notes": body.notes()})


def _csv_sheet(data: bytes, columns: list[Column], limits: Limits) -> Sheet:
    records: list[list[str]] = []
    for record in read_csv(data, columns):
        if len(record) > limits.columns and any(record[limits.columns :]):
            raise Refused("tables.too_many_columns", limit=limits.columns)
        # Empty lines and rows above the header do not count; the body counts exactly.
        if len(records) > 2 * limits.rows + HEADER_ROWS:
            raise Refused("tables.too_many_rows", limit=limits.rows, last=len(records))
        records.append(record)
    return Sheet(None, records, match_header(records[:HEADER_ROWS], columns))


def _plain(value: object) -> str:
    if isinstance(value, (date, Decimal)):
        return str(value)
    raise TypeError(f"{type(value)} is not part of the protocol")


def _emit(value: object) -> None:
    sys.stdout.write(json.dumps(value, default=_plain, separators=(",", ":")) + "\n")


def main() -> int:
    """Exit status 0 after an answer, also a refusal; 1 after a defect, which says where it was."""
    asked: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**asked["limits"])
    confine(limits)
    columns = [Column(**column) for column in asked["columns"]]
    try:
        data = sys.stdin.buffer.read()
        read(data, asked["name"], columns, limits, _emit)
    except Refused as refused:
        _emit({"refused": refused.code, "params": refused.params})
    except MemoryError:
        _emit({"refused": "tables.too_costly", "params": {}})
    except BaseException as panic:
        # A parser written in Rust that meets what it believes impossible: the file is at fault.
        if type(panic).__name__ != "PanicException":
            sys.stderr.write(places(panic))  # not what it says: that may be what a cell says
            return 1
        _emit({"refused": "tables.damaged", "params": {}})
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

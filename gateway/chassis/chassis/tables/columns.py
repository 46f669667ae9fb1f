"""What a table is expected to hold, what may be asked of the reader, and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Kind = Literal["text", "date", "integer", "decimal", "list"]
Value = str | int | Decimal | date | None
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Column:
    """One expected column.

    `headers`: Vietnamese title, English title, then other titles it may have. `choices` (kind
    "list" only): value -> the labels people write for it, Vietnamese first. `max_length`: of text.
    """

    key: str
    headers: tuple[str, ...]
    required: bool = False
    kind: Kind = "text"
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    max_length: int = 32_767

    @property
    def title(self) -> str:
        """The Vietnamese title."""
        return self.headers[0]


@dataclass(frozen=True, slots=True)
class Limits:
    """Most that one table may be and cost. Bytes, rows, columns, seconds."""

    upload: int = 20 * MIB
    unpacked: int = 100 * MIB
    ratio: int = 100
    entries: int = 1000
    rows: int = 50_000
    columns: int = 100
    memory: int = 512 * MIB
    cpu_seconds: int = 20
    wall_seconds: float = 60.0  # processor time is the bound; a busy machine may wait


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One value that is not taken. `row` as in the file, `column` the key, `cell` as in Excel."""

    row: int
    column: str
    cell: str
    code: str
    vi: str
    en: str
    said: str = ""  # what stood in the cell, shortened


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader left out or passed over, for the person to see."""

    code: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, a value per column key (None: empty, absent or faulty)."""

    number: int
    values: dict[str, Value]
    problems: tuple[CellProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read. `found`: column key -> its letter in the file; `unknown`: other titles."""

    sheet: str | None
    header_row: int
    found: dict[str, str]
    unknown: tuple[str, ...]
    notes: tuple[Note, ...]
    rows: tuple[Row, ...]

    @property
    def problems(self) -> tuple[CellProblem, ...]:
        """Every cell problem, in the order of the file."""
        return tuple(problem for row in self.rows for problem in row.problems)


def letters(index: int) -> str:
    """Excel's name of the column with this index from 0: A, …, Z, AA, …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

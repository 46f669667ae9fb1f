"""Which row is the header, and which of its cells means which expected column."""

from collections.abc import Sequence
from dataclasses import dataclass

from chassis.fold import header
from chassis.tables.columns import Column
from chassis.tables.faults import Refused

HEADER_ROWS = 10


@dataclass(frozen=True, slots=True)
class Header:
    """`row`: index from 0; `found`: column key -> cell index; the rest as written in the file."""

    row: int
    found: dict[str, int]
    unknown: tuple[str, ...]
    twice: tuple[str, ...]
    missing: tuple[Column, ...]

    @property
    def is_complete(self) -> bool:
        """Nothing required is missing and nothing stands twice."""
        return not self.twice and not any(column.required for column in self.missing)

    def require(self, columns: Sequence[Column]) -> None:
        """Raises Refused, saying what to mend, unless the header is complete."""
        if not self.found:
            needed = [column.title for column in columns if column.required]
            titles = needed or [column.title for column in columns]
            raise Refused("tables.no_header", titles=", ".join(titles))
        if self.twice:
            raise Refused("tables.columns_twice", titles=", ".join(self.twice))
        lacking = [column.title for column in self.missing if column.required]
        if lacking:
            raise Refused("tables.columns_missing", titles=", ".join(lacking))


def match_header(rows: Sequence[Sequence[object]], columns: Sequence[Column]) -> Header:
    """The row among the first ten that holds most of the expected titles, the upper of equals."""
    titles = {header(title): column.key for column in columns for title in column.headers}
    best = Header(0, {}, (), (), tuple(columns))
    for number, cells in enumerate(rows[:HEADER_ROWS]):
        candidate = _match_row(number, cells, columns, titles)
        if len(candidate.found) > len(best.found):
            best = candidate
    return best


def _match_row(
    number: int, cells: Sequence[object], columns: Sequence[Column], titles: dict[str, str]
) -> Header:
    found: dict[str, int] = {}
    unknown, twice = [], []
    for index, cell in enumerate(cells):
        written = " ".join(str(cell).split()) if isinstance(cell, str) else ""
        # Templates mark what is required with an asterisk; people end titles with a colon.
        key = titles.get(header(written).strip(" *:"))
        if key is None:
            if written:
                unknown.append(written[:100])
        elif key in found:
            twice.append(written[:100])
        else:
            found[key] = index
    missing = tuple(column for column in columns if column.key not in found)
    return Header(number, found, tuple(unknown), tuple(twice), missing)

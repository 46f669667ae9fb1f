"""The rows that were not taken, as a workbook of the list's own form with the reasons beside."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from chassis.tables.columns import Column, Value
from chassis.tables.write import write_xlsx
from registry.imports.schemas import COLUMNS

REASON = Column("reason", ("Lỗi", "Error"))
_TITLES = {column.key: column.title for column in COLUMNS}
_DAYS = {column.key for column in COLUMNS if column.kind == "date"}
Bad = tuple[Mapping[str, Any] | None, Sequence[Mapping[str, str]]]


def workbook(rows: Iterable[Bad]) -> bytes:
    """Rows as (cells, reasons). The added column is passed over when the list comes again."""
    return write_xlsx((_line(given or {}, reasons) for given, reasons in rows), (*COLUMNS, REASON))


def _line(given: Mapping[str, Any], reasons: Sequence[Mapping[str, str]]) -> dict[str, Value]:
    told = "\n".join(_sentence(reason) for reason in reasons)
    return {key: _cell(key, value) for key, value in given.items()} | {"reason": told}


def _sentence(reason: Mapping[str, str]) -> str:
    title = _TITLES.get(reason["field"])
    return f"{title}: {reason['vi']}" if title else reason["vi"]


def _cell(key: str, value: Any) -> Value:
    if key in _DAYS and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:  # what could not be read as a day stays as it was typed
            return value
    return None if value is None else str(value)

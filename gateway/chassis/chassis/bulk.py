"""A list whole, as a file: the list's own address, filters and order, asked for by `Accept`.

`text/csv` (`;delimiter=semicolon|tab`), `application/x-ndjson` or the media type of a workbook. The
rows are read by keyset a thousand at a time and sent as they come; only a workbook, which ends with
its directory, waits on disk.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, Literal
from urllib.parse import quote

import orjson
from fastapi import Depends, Request
from starlette.responses import Response, StreamingResponse

from chassis.changes.noting import note_export
from chassis.problems import language
from chassis.tables.columns import Column, Value
from chassis.tables.csvout import CSV_MEDIA_TYPE, write_csv
from chassis.tables.write import XLSX_MEDIA_TYPE, Book

NDJSON = "application/x-ndjson"
Form = Literal["json", "csv", "ndjson", "xlsx"]
_FORMS: dict[str, Form] = {"text/csv": "csv", NDJSON: "ndjson", XLSX_MEDIA_TYPE: "xlsx"}
_DELIMITERS: dict[str, Literal[",", ";", "\t"]] = {"semicolon": ";", "tab": "\t"}
_MEDIA = {"csv": CSV_MEDIA_TYPE, "ndjson": NDJSON, "xlsx": XLSX_MEDIA_TYPE}
_CHUNK = 1 << 16
Rows = list[dict[str, Any]]
Decorate = Callable[[dict[str, Any]], dict[str, Any]]
# What a list that can be fetched whole says of its answers.
BULK: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {"schema": {"type": "string"}} for kind in _FORMS}}
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list's columns as a file, and the file's name without its ending.

    `cells`: of a column whose value is no cell's, or is no field, what makes a cell of the row as
    the list shows it."""

    name: str
    columns: Sequence[Column]
    cells: Mapping[str, Callable[[dict[str, Any]], Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """What kind of answer the caller wants."""

    form: Form = "json"
    delimiter: Literal[",", ";", "\t"] = ","
    language: Literal["vi", "en"] = "vi"
    # writes down that the list was taken; awaited before its first row leaves
    note: Callable[[], Awaitable[None]] | None = field(default=None, compare=False)


def read_accept(accept: str, accept_language: str = "") -> Asked:
    """The first media type that we write; JSON when there is none."""
    for part in accept[:1000].split(","):
        kind, *said = (piece.strip().lower() for piece in part.split(";"))
        if kind in ("application/json", "*/*", "application/*"):
            break
        if kind in _FORMS:
            wanted = next((p[10:] for p in said if p.startswith("delimiter=")), "")
            spoken: Literal["vi", "en"] = "en" if language(accept_language) else "vi"
            return Asked(_FORMS[kind], _DELIMITERS.get(wanted, ","), spoken)
    return Asked()


async def asked(request: Request) -> Asked:
    headers = request.headers
    found = read_accept(headers.get("accept", ""), headers.get("accept-language", ""))
    if found.form == "json":
        return found
    return replace(found, note=partial(note_export, request, found.form))


Bulk = Annotated[Asked, Depends(asked)]


async def send(
    portions: AsyncIterator[Rows], sheet: Sheet, bulk: Asked, decorate: Decorate | None = None
) -> Response:
    """The answer. The first rows are read before it begins, so a refusal is still a refusal."""
    first = await anext(portions)
    if bulk.note:
        await bulk.note()

    async def every() -> AsyncIterator[Rows]:
        yield list(map(decorate, first)) if decorate else first
        async for rows in portions:
            yield list(map(decorate, rows)) if decorate else rows

    ending = "xlsx" if bulk.form == "xlsx" else bulk.form
    name = f"{sheet.name}.{ending}"
    headers = {
        "Content-Disposition": f"attachment; filename=\"{name}\"; filename*=UTF-8''{quote(name)}",
        "Vary": "Accept, Accept-Language",
        "Cache-Control": "no-store",
    }
    if bulk.form == "ndjson":
        body = _lines(every())
    else:
        body = (_csv if bulk.form == "csv" else _workbook)(every(), sheet, bulk)
    return StreamingResponse(body, headers=headers, media_type=_MEDIA[bulk.form])


async def _lines(portions: AsyncIterator[Rows]) -> AsyncIterator[bytes]:
    async for rows in portions:
        yield b"".join(orjson.dumps(item, option=orjson.OPT_UTC_Z) + b"\n" for item in rows)


async def _csv(portions: AsyncIterator[Rows], sheet: Sheet, bulk: Asked) -> AsyncIterator[bytes]:
    head = True
    async for rows in portions:
        written = write_csv(
            _cells(rows, sheet),
            sheet.columns,
            delimiter=bulk.delimiter,
            language=bulk.language,
            head=head,
        )
        yield await asyncio.to_thread(b"".join, written)
        head = False


async def _workbook(
    portions: AsyncIterator[Rows], sheet: Sheet, bulk: Asked
) -> AsyncIterator[bytes]:
    with tempfile.TemporaryFile() as file:
        book = Book(file, sheet.columns, language=bulk.language)
        try:
            async for rows in portions:
                await asyncio.to_thread(book.add, _cells(rows, sheet))
        finally:
            await asyncio.to_thread(book.close)
        file.seek(0)
        while chunk := await asyncio.to_thread(file.read, _CHUNK):
            yield chunk


def _cells(rows: Rows, sheet: Sheet) -> Iterable[dict[str, Value]]:
    for row in rows:
        made = {key: of(row) for key, of in sheet.cells.items()}
        shown = row | made if made else row
        yield {column.key: cell(shown[column.key], column) for column in sheet.columns}


def cell(value: Any, column: Column) -> Value:
    """A list's value as a cell: lists joined by `; `, money as a number, times in UTC."""
    match value:
        case None | int() if not isinstance(value, bool):
            return value
        case bool():
            return "true" if value else "false"
        case list():
            return "; ".join(str(cell(one, column)) for one in value)
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        case dict():
            return orjson.dumps(value).decode()
        case str() if column.kind in ("decimal", "integer"):
            return Decimal(value)
        case str():
            return value
    return value if hasattr(value, "isoformat") else str(value)  # a day

"""Checking the rows of a file, and checking them again at commit."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, cast
from uuid import UUID

import orjson
from sqlalchemy import Table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import RuleViolation
from chassis.ids import new_id
from chassis.problems import Sentences
from chassis.tables.columns import Row
from registry.imports import bulk, queries, rules
from registry.imports.calm import let_go
from registry.imports.models import Import, ImportRow
from registry.imports.progress.telling import Telling
from registry.imports.reading import DAYS, Entry, Reason, Words, plain, read
from registry.imports.rules import Importer, Outcome, Stage
from registry.imports.standing import Known
from registry.imports.words import queries as reference
from registry.ngos.duplicates import queries as duplicates
from registry.ngos.duplicates.rules import Candidate
from registry.refusals import REFUSALS

_ROWS = cast(Table, ImportRow.__table__)
# Names of new organisations that are compared with those on record: a millisecond or two each.
MOST_LIKENESS = 500
_AT_ONCE = 100  # of them in one statement
_PATIENCE = 5.0  # seconds for all of them: a slow machine compares fewer, and says so
_CANCELLED = "57014"  # PostgreSQL: a statement ran into its timeout
_PORTION = 2000  # rows read between two words of how far it is


async def check(
    tx: AsyncSession, rows: Sequence[Row], importer: Importer, tell: Telling
) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """What each row would do, ready to be stored, and how many there are of each kind."""
    words = await reference.words(tx)
    cells = await asyncio.to_thread(_cells, rows)
    entries, known = await _understood(tx, cells, words, tell)
    await let_go(cells)
    outcomes = await asyncio.to_thread(rules.plan, entries, known, importer)
    await let_go(entries)
    outcomes = await _warned(tx, outcomes)
    stored = await asyncio.to_thread(_stored, rows, outcomes)
    counts = {str(result): 0 for result in rules.Result}
    for outcome in outcomes:
        counts[outcome.result] += 1
    await let_go(outcomes)
    await asyncio.to_thread(known.let_go)
    return stored, counts


def _cells(rows: Sequence[Row]) -> list[tuple[int, Mapping[str, Any], bool]]:
    return [(row.number, row.values, bool(row.problems)) for row in rows]


async def _warned(tx: AsyncSession, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes; a new organisation that is like one on record says so, and why."""
    new = [o for o in outcomes if o.result is rules.Result.ADD and not (o.before or {})["ngo"]]
    if not new:
        return outcomes
    told: dict[int, Reason] = {}
    compared, until = 0, time.monotonic() + _PATIENCE
    async for some in _compared(tx, new[:MOST_LIKENESS], until):
        for row, found in some.items():
            said = {"name": found[0].name_vi, "public_id": found[0].public_id}
            told[row] = Reason("name_vi", "registry.import_like", said)
        compared = min(compared + _AT_ONCE, len(new))
    if len(new) > compared:
        rest = Reason("name_vi", "registry.import_unchecked", {"count": str(compared)})
        told |= {outcome.row: rest for outcome in new[compared:]}
    return await asyncio.to_thread(_said_too, outcomes, told)


async def _compared(
    tx: AsyncSession, new: Sequence[Outcome], until: float
) -> AsyncIterator[dict[int, list[Candidate]]]:
    """What is like these, a portion at a time, until the time is over.

    A register in which all are called alike makes one portion long: it is broken off, and what was
    found before stands.
    """
    try:
        await duplicates.begin_comparing(tx)
        for start in range(0, len(new), _AT_ONCE):
            if time.monotonic() >= until:
                break
            some = new[start : start + _AT_ONCE]
            values = {outcome.row: (outcome.after or {})["ngo"] for outcome in some}
            yield await duplicates.like_each(tx, values)
    except DBAPIError as broken_off:
        if getattr(broken_off.orig, "sqlstate", None) != _CANCELLED:
            raise
    finally:
        await duplicates.end_comparing(tx)


def _said_too(outcomes: Sequence[Outcome], told: Mapping[int, Reason]) -> list[Outcome]:
    return [
        replace(outcome, reasons=(*outcome.reasons, told[outcome.row]))
        if outcome.row in told
        else outcome
        for outcome in outcomes
    ]


async def keep(
    tx: AsyncSession, import_id: UUID, rows: Sequence[dict[str, Any]], tell: Telling
) -> None:
    """Store the checked rows of an import."""
    told = tell.of(Stage.STORING, len(rows))
    for start in range(0, len(rows), _PORTION):
        some = [{"import_id": import_id, **row} for row in rows[start : start + _PORTION]]
        await bulk.insert(tx, _ROWS, some)
        await told(start + len(some))


async def check_again(tx: AsyncSession, record: Import, importer: Importer, tell: Telling) -> Known:
    """What to write now; refused when it is not what the person was shown."""
    rows = await queries.rows_of(tx, record.id)
    words = await reference.words(tx)
    cells = await asyncio.to_thread(lambda: [_revived(row[0], row[2]) for row in rows])
    entries, known = await _understood(tx, cells, words, tell)
    await let_go(cells)
    # a portion at a time: all of the plan beside all that was shown is hundreds of megabytes
    for start in range(0, len(rows), _PORTION):
        some = rows[start : start + _PORTION], entries[start : start + _PORTION]
        if not await asyncio.to_thread(_as_shown, *some, known, importer):
            raise RuleViolation("registry.import_stale")
    await let_go(rows, entries)
    return known


def _as_shown(
    rows: Sequence[Any], entries: Sequence[Entry], known: Known, importer: Importer
) -> bool:
    """Whether the plan of now is the plan that was stored: rows of number, outcome and JSON."""
    return all(
        result == outcome.result
        and (before and orjson.loads(before)) == outcome.before
        and (after and orjson.loads(after)) == outcome.after
        for (_, result, _, before, after), outcome in zip(
            rows, rules.plan(entries, known, importer), strict=True
        )
    )


async def _understood(
    tx: AsyncSession,
    cells: Sequence[tuple[int, Mapping[str, Any], bool]],
    words: Words,
    tell: Telling,
) -> tuple[list[Entry], Known]:
    """What the rows say, and what is on record of what they speak of."""
    # 50,000 rows are seconds of work: done in threads, so that other requests are answered
    entries: list[Entry] = []
    told = tell.of(Stage.CHECKING, len(cells))
    for start in range(0, len(cells), _PORTION):
        entries += await asyncio.to_thread(_read, cells[start : start + _PORTION], words)
        await told(len(entries))
    return entries, await queries.known(tx, entries)


def _read(cells: Iterable[tuple[int, Mapping[str, Any], bool]], words: Words) -> list[Entry]:
    return [read(number, values, words, faulty=faulty) for number, values, faulty in cells]


def _revived(number: int, text: str) -> tuple[int, dict[str, Any], bool]:
    cells = orjson.loads(text)
    days = {name: (said := cells.get(name)) and date.fromisoformat(said) for name in DAYS}
    return number, {**cells, **days}, False


def _stored(rows: Sequence[Row], outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    return [
        {
            "id": new_id(),
            "row": row.number,
            "outcome": outcome.result,
            "cells": None if row.problems else plain(row.values),
            "given": _given(row) if outcome.result is rules.Result.ERROR else None,
            "reasons": [
                *(
                    {"field": p.column, "code": p.code, "vi": p.vi, "en": p.en}
                    for p in row.problems
                ),
                *map(_said, outcome.reasons),
            ],
            "before": outcome.before,
            "after": outcome.after,
        }
        for row, outcome in zip(rows, outcomes, strict=True)
    ]


def _given(row: Row) -> dict[str, Any]:
    """Every cell of a row as it stood; those that were readable as they were read."""
    return plain(row.values) | {problem.column: problem.said for problem in row.problems}


@cache
def _sentences() -> Sentences:
    return Sentences(REFUSALS)


def _said(reason: Reason) -> dict[str, str]:
    vi, en = (_sentences().say(reason.code, language, reason.params) for language in (0, 1))
    return {"field": reason.field, "code": reason.code, "vi": vi, "en": en}

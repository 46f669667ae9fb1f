"""Loads the reference files beside this module into their tables; run by migrations, repeatable.

A later release of a file is a new migration that calls `load` again: rows are matched by their
natural key, whose id never changes.
"""

import csv
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert

from chassis.db import now
from chassis.fold import sort_key
from registry.places.models import Country, Province, Region, Sector

DATA = Path(__file__).parent / "data"
NAMESPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")
Row = dict[str, Any]


def read(name: str) -> list[dict[str, str]]:
    """The rows of one reference file, as text."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _sourced(row: dict[str, str]) -> Row:
    return {
        "valid_from": _day(row["valid_from"]),
        "valid_to": _day(row["valid_to"]),
        "source": row["source"],
        "confidence": row["confidence"],
        "verified": row["verified"] == "true",
    }


def _many(text: str) -> list[str]:
    return [part for part in text.split("|") if part]


def regions() -> list[Row]:
    return [
        {"key": f"{r['taxonomy']}/{r['code']}", **_sourced(r), "taxonomy": r["taxonomy"],
         "code": r["code"], "name_vi": r["name_vi"], "name_en": r["name_en"],
         "position": int(r["position"])}
        for r in read("regions")
    ]  # fmt: skip


def countries() -> list[Row]:
    region = {r["country"]: r["region"] for r in read("region_groups")}
    return [
        {"key": r["code"], **_sourced(r), "code": r["code"], "code3": r["code3"],
         "name_vi": r["name_vi"], "name_en": r["name_en"], "name_sort": sort_key(r["name_vi"]),
         "aliases": _many(r["aliases_vi"]), "region": region[r["code"]]}
        for r in read("countries")
    ]  # fmt: skip


def provinces() -> list[Row]:
    return [
        {"key": f"{r['code']}/{r['valid_from']}", **_sourced(r), "code": r["code"],
         "kind": r["type"], "name_vi": r["name_vi"], "name_en": r["name_en"],
         "short_vi": r["short_vi"], "name_sort": sort_key(r["short_vi"]),
         "aliases": _many(r["aliases"]), "successor_code": r["successor_code"] or None,
         "successor_from": _day(r["successor_from"]), "note": r["note"] or None}
        for r in read("provinces")
    ]  # fmt: skip


def sectors() -> list[Row]:
    return [
        {"key": f"{r['taxonomy']}/{r['code']}", **_sourced(r), "taxonomy": r["taxonomy"],
         "code": r["code"], "parent": r["parent"] or None, "name_vi": r["name_vi"],
         "name_en": r["name_en"], "position": int(r["position"]),
         "dac_vocabulary": r["dac_vocabulary"] or None, "dac_code": r["dac_code"] or None}
        for r in read("sectors")
    ]  # fmt: skip


def load(connection: Connection) -> None:
    """Bring the four reference tables to what the files say."""
    moment = now()
    for table, rows in (
        (Region, regions()),
        (Country, countries()),
        (Province, provinces()),
        (Sector, sectors()),
    ):
        name = table.__tablename__
        values = [
            {"id": uuid5(NAMESPACE, f"{name}/{row.pop('key')}"), "version": 1,
             "created_at": moment, "updated_at": moment, **row}
            for row in rows
        ]  # fmt: skip
        statement = insert(table).values(values)
        changed = {
            column.name: statement.excluded[column.name]
            for column in table.__table__.columns
            if column.name not in ("id", "created_at", "version")
        }
        connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=changed))

"""Loads the reference files beside this module into their tables; run by migrations, repeatable.

A later release of a file is a new migration that calls `load` again: rows are matched by their
natural key, whose id never changes.
"""

import csv
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, delete
from sqlalchemy.dialects.postgresql import insert

from chassis.db import now
from chassis.fold import sort_key
from registry.places.models import Country, Province, Region, Sector, SectorDacCode

DATA = Path(__file__).parent / "data"
NAMESPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")
Row = dict[str, Any]


def read(name: str) -> list[dict[str, str]]:
    """The rows of one reference file, as text."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def sourced(row: dict[str, str]) -> Row:
    return {
        "valid_from": day(row["valid_from"]),
        "valid_to": day(row["valid_to"]),
        "source": row["source"],
        "confidence": row["confidence"],
        "verified": row["verified"] == "true",
    }


def many(text: str) -> list[str]:
    return [part for part in text.split("|") if part]


def _texts(row: dict[str, str], *names: str) -> Row:
    return {name: row[name] or None for name in names}


def regions() -> list[Row]:
    return [
        {
            "key": f"{row['taxonomy']}/{row['code']}",
            **_texts(row, "taxonomy", "code", "name_vi", "name_en"),
            **sourced(row),
            "position": int(row["position"]),
        }
        for row in read("regions")
    ]


def countries() -> list[Row]:
    region = {row["country"]: row["region"] for row in read("region_groups")}
    return [
        {
            "key": row["code"],
            **_texts(row, "code", "code3", "name_vi", "name_en"),
            **sourced(row),
            "name_sort": sort_key(row["name_vi"]),
            "aliases": many(row["aliases_vi"]),
            "region": region[row["code"]],
        }
        for row in read("countries")
    ]


def provinces() -> list[Row]:
    return [
        {
            "key": f"{row['code']}/{row['valid_from']}",
            **_texts(row, "code", "name_vi", "name_en", "short_vi", "successor_code", "note"),
            **sourced(row),
            "kind": row["type"],
            "name_sort": sort_key(row["short_vi"]),
            "aliases": many(row["aliases"]),
            "successor_from": day(row["successor_from"]),
        }
        for row in read("provinces")
    ]


def sectors() -> list[Row]:
    return [
        {
            "key": f"{row['taxonomy']}/{row['code']}",
            **_texts(row, "taxonomy", "code", "parent", "name_vi", "name_en"),
            **_texts(row, "dac_vocabulary", "dac_code"),
            **sourced(row),
            "position": int(row["position"]),
        }
        for row in read("sectors")
    ]


def load(connection: Connection) -> None:
    """Bring the four reference tables to what the files say."""
    moment = now()
    stamp = {"version": 1, "created_at": moment, "updated_at": moment}
    for table, rows in (
        (Region, regions()),
        (Country, countries()),
        (Province, provinces()),
        (Sector, sectors()),
    ):
        name = table.__tablename__
        values = [
            {"id": uuid5(NAMESPACE, f"{name}/{row.pop('key')}"), **stamp, **row} for row in rows
        ]
        statement = insert(table).values(values)
        changed = {
            column.name: statement.excluded[column.name]
            for column in table.__table__.columns
            if column.name not in ("id", "created_at", "version")
        }
        connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=changed))


def sector_codes() -> list[Row]:
    return [
        {
            "sector_id": uuid5(NAMESPACE, f"sectors/{row['taxonomy']}/{row['sector']}"),
            "code": row["dac_code"],
            "position": position,
            **_texts(row, "confidence", "source"),
        }
        for position, row in enumerate(read("sector_codes"))
    ]


def load_sector_codes(connection: Connection) -> None:
    """Bring the codes of sectors to what the file says; apart, as older migrations know none."""
    connection.execute(delete(SectorDacCode))
    connection.execute(insert(SectorDacCode).values(sector_codes()))

"""Loads the rates beside this module into their table; run by migrations, repeatable.

A later release of the file is a new migration that calls `load` again: rows are matched by
currency and first day, and keep their id.
"""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert

from aid.rates.models import Rate
from chassis.db import now

DATA = Path(__file__).parent / "data" / "rates.csv"
NAMESPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")


def rows() -> Iterator[dict[str, Any]]:
    """The rates of the file; only those into VND are used here."""
    with DATA.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["currency_to"] == "VND", "a rate says how many dong one unit is worth"
            yield {
                "id": uuid5(NAMESPACE, f"rates/{row['currency_from']}/{row['valid_from']}"),
                "currency": row["currency_from"],
                "rate": Decimal(row["rate"]),
                "valid_from": date.fromisoformat(row["valid_from"]),
                "valid_to": date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                "source": row["source"],
                "confidence": row["confidence"],
                "verified": row["verified"] == "true",
                "demo": row["demo"] == "true",
            }


def load(connection: Connection) -> None:
    """Bring the table to what the file says."""
    stamp = {"version": 1, "created_at": now(), "updated_at": now()}
    statement = insert(Rate).values([{**stamp, **row} for row in rows()])
    changed = {
        column.name: statement.excluded[column.name]
        for column in Rate.__table__.columns
        if column.name not in ("id", "created_at", "version")
    }
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=changed))

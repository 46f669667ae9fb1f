"""Reference tables: rows that come from files with a data release and are never edited by hand."""

import csv
from pathlib import Path
from uuid import UUID, uuid5

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from chassis.db import Record, now
from events.store import Base

NAMESPACE = UUID("6f1d8f0e-7d0b-5b1a-9c57-6e6863617500")


class Coded(Record, Base):
    """One row of reference data; `confidence` as in the legal register (QUOTED … MEMORY)."""

    __abstract__ = True

    code: Mapped[str] = mapped_column(unique=True)
    name_vi: Mapped[str]
    name_en: Mapped[str]
    position: Mapped[int]
    source: Mapped[str]
    confidence: Mapped[str]
    verified: Mapped[bool]


def load(connection: Connection, table: type[Coded], file: Path) -> None:
    """Bring a table to what its file says; a later release of the file calls this again."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    moment = now()
    values = [
        {"id": uuid5(NAMESPACE, f"{table.__tablename__}/{row['code']}"), "version": 1,
         "created_at": moment, "updated_at": moment, "code": row["code"],
         "name_vi": row["name_vi"], "name_en": row["name_en"],
         "position": int(row.get("position") or place), "source": row["source"],
         "confidence": row["confidence"], "verified": row["verified"] == "true"}
        for place, row in enumerate(rows, 1)
    ]  # fmt: skip
    statement = insert(table).values(values)
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.__table__.columns
        if column.name not in ("id", "created_at", "version")
    }
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=changed))

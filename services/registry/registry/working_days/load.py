"""Enters the moved days of the file beside this module; run by a migration, repeatable."""

import csv
from datetime import date
from pathlib import Path
from uuid import uuid5

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert

from chassis.db import now
from registry.places.load import NAMESPACE
from registry.working_days.models import DayException

DATA = Path(__file__).parent / "data" / "exceptions.csv"


def load(connection: Connection) -> None:
    """What the administrators entered since stays as it is."""
    moment = now()
    stamp = {"version": 1, "created_at": moment, "updated_at": moment}
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = [
            {
                **{"id": uuid5(NAMESPACE, f"day_exceptions/{row['day']}"), **stamp, **row},
                "day": date.fromisoformat(row["day"]),
                "verified": row["verified"] == "true",
            }
            for row in csv.DictReader(file)
        ]
    connection.execute(insert(DayException).values(rows).on_conflict_do_nothing())

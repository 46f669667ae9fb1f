"""Loads the unions named by the sources; run by migrations, repeatable. Changes reach the feed."""

import csv
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert

from chassis.db import now
from chassis.fold import fold, sort_key
from registry.places.load import NAMESPACE
from registry.store import Change
from registry.units.models import Unit, UnitProvince
from registry.units.schemas import UnitOut

DATA = Path(__file__).parent / "data"


def read(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _unit(row: dict[str, str]) -> dict[str, Any]:
    aliases = [a for a in row["aliases"].split("|") if a]
    plain = ("short_name", "successor_code", "address", "phone", "fax", "email", "website", "note",
             "founded_precision", "name_en")  # fmt: skip
    return {
        "id": UUID(row["id"]), "code": row["code"], "kind": row["kind"], "level": row["level"],
        "national": row["national"] == "true", "name_vi": row["name_vi"], "aliases": aliases,
        "name_sort": sort_key(row["name_vi"]),
        "search": fold(" ".join([row["code"], row["name_vi"], row["name_en"], row["short_name"], *aliases])),
        "founded": _day(row["founded"]), "status": row["status"],
        "status_as_of": _day(row["status_as_of"]), "successor_from": _day(row["successor_from"]),
        "valid_from": _day(row["valid_from"]), "valid_to": _day(row["valid_to"]),
        "source": row["source"], "confidence": row["confidence"], "verified": row["verified"] == "true",
        **{name: row[name] or None for name in plain},
    }  # fmt: skip


def _cover(row: dict[str, str], units: dict[str, UUID]) -> dict[str, Any]:
    key = f"unit_provinces/{row['unit_code']}/{row['province_code']}/{row['valid_from']}"
    return {
        "id": uuid5(NAMESPACE, key), "unit_id": units[row["unit_code"]],
        "province_code": row["province_code"], "basis": row["basis"],
        "valid_from": _day(row["valid_from"]), "valid_to": _day(row["valid_to"]),
        "source": row["source"], "confidence": row["confidence"], "verified": row["verified"] == "true",
    }  # fmt: skip


def load(connection: Connection) -> None:
    """Enter the unions that are not there yet, each with its first line in the change log."""
    moment = now()
    stamp = {"version": 1, "created_at": moment, "updated_at": moment}
    units = [_unit(row) for row in read("units")]
    new = {
        row.id
        for row in connection.execute(
            insert(Unit)
            .values([{**stamp, **u} for u in units])
            .on_conflict_do_nothing()
            .returning(Unit.id)
        )
    }
    codes = {u["code"]: u["id"] for u in units}
    covers = [{**stamp, **_cover(row, codes)} for row in read("unit_provinces")]
    connection.execute(insert(UnitProvince).values(covers).on_conflict_do_nothing())
    entries = [
        {
            "resource": "units", "record_id": u["id"], "version": 1, "action": "create",
            "operation": "reference", "actor_kind": "system", "actor_name": "reference data",
            "acting_as": [], "request_id": "migration",
            "after": UnitOut.model_validate({**stamp, **u}).model_dump(mode="json"),
        }
        for u in units if u["id"] in new
    ]  # fmt: skip
    if entries:
        connection.execute(insert(Change).values(entries))

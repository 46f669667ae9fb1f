"""Loads the unions named by the sources; run by migrations, repeatable. Changes reach the feed."""

import csv
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert

from chassis.db import now
from chassis.fold import sort_key
from registry.finding import searched
from registry.places.load import NAMESPACE, day, many, sourced
from registry.store import Change
from registry.units.models import Unit, UnitProvince
from registry.units.schemas import UnitOut

DATA = Path(__file__).parent / "data"


def read(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


_AS_TEXT = (
    *("code", "kind", "level", "name_vi", "name_en", "short_name", "founded_precision", "status"),
    *("successor_code", "address", "phone", "fax", "email", "website", "note"),
)
_AS_DAY = ("founded", "status_as_of", "successor_from")


def _unit(row: dict[str, str]) -> dict[str, Any]:
    aliases = many(row["aliases"])
    names = [row["code"], row["name_vi"], row["name_en"], row["short_name"], *aliases]
    return {
        **{name: row[name] or None for name in _AS_TEXT},
        **{name: day(row[name]) for name in _AS_DAY},
        **sourced(row),
        "id": UUID(row["id"]),
        "national": row["national"] == "true",
        "aliases": aliases,
        "name_sort": sort_key(row["name_vi"]),
        "search": searched(*names),
    }


def _cover(row: dict[str, str], units: dict[str, UUID]) -> dict[str, Any]:
    key = f"unit_provinces/{row['unit_code']}/{row['province_code']}/{row['valid_from']}"
    return {
        **sourced(row),
        "id": uuid5(NAMESPACE, key),
        "unit_id": units[row["unit_code"]],
        "province_code": row["province_code"],
        "basis": row["basis"],
    }


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
    entries = [_entry({**stamp, **unit}) for unit in units if unit["id"] in new]
    if entries:
        connection.execute(insert(Change).values(entries))


def _entry(unit: dict[str, Any]) -> dict[str, Any]:
    return {
        "resource": "units",
        "record_id": unit["id"],
        "version": 1,
        "action": "create",
        "operation": "reference",
        "actor_kind": "system",
        "actor_name": "Dữ liệu tham chiếu",
        "acting_as": [],
        "request_id": "migration",
        "after": UnitOut.model_validate(unit).model_dump(mode="json", exclude={"allowed_actions"}),
    }

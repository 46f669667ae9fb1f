"""privacy/inventory.yaml and the house agree: nothing personal is stored or shown unnoticed."""

import importlib
import json
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

PARTS = ("gateway", "registry", "aid", "events")
INVENTORY: dict[str, Any] = yaml.safe_load(Path("privacy/inventory.yaml").read_text())
SAID_OF_EACH = {"class", "purpose", "basis", "retention", "recipients"}
EVERY_TABLE = {"id", "version", "created_at", "updated_at"}
PAGE = {"items", "next_cursor", "total"}


def sections(part: str) -> dict[str, Any]:
    shared = {k: v for k, v in INVENTORY["everywhere"].items() if k in tables(part)}
    return {**INVENTORY[part], **shared}


def named(section: dict[str, list[str]]) -> list[str]:
    return [word for kind, words in section.items() if kind != "schemas" for word in words]


@cache
def tables(part: str) -> dict[str, set[str]]:
    package = importlib.import_module(part)
    for module in pkgutil.walk_packages(package.__path__, f"{part}."):
        if module.name.endswith((".models", ".store")):
            importlib.import_module(module.name)
    known = importlib.import_module(f"{part}.store").Base.metadata.tables.values()
    return {table.name: {column.name for column in table.columns} for table in known}


@cache
def contract(part: str) -> dict[str, Any]:
    folder = Path("gateway") if part == "gateway" else Path("services") / part
    found: dict[str, Any] = json.loads((folder / "openapi.json").read_text())
    return found


def schemas(part: str) -> dict[str, set[str]]:
    all_ = contract(part)["components"]["schemas"]
    fields = {name: set(schema.get("properties", ())) for name, schema in all_.items()}
    return {
        name: found
        for name, found in fields.items()
        if found and not (name.startswith("Page_") and found == PAGE)
    }


def parameters(part: str) -> set[str]:
    operations = [op for path in contract(part)["paths"].values() for op in path.values()]
    return {one["name"] for op in operations for one in op.get("parameters", ())}


def shown(part: str) -> Iterator[tuple[str, set[str], set[str]]]:
    """Each section: its words, and the fields of the schemas (and parameters) listed in it."""
    known, columns = schemas(part), tables(part)
    for name, section in sections(part).items():
        fields = {f for schema in section.get("schemas", ()) for f in known.get(schema, ())}
        if name == "others":
            fields |= parameters(part)
        yield name, set(named(section)) | (EVERY_TABLE if name in columns else set()), fields
    shared = INVENTORY["everywhere"]["others"]
    fields = {f for schema in shared["schemas"] for f in known.get(schema, ())}
    yield "everywhere", set(named(shared)), fields


def test_every_handling_says_what_for_and_how_long() -> None:
    wrong = {k for k, said in INVENTORY["handling"].items() if said.keys() != SAID_OF_EACH}
    used = {kind for part in (*PARTS, "everywhere") for s in INVENTORY[part].values() for kind in s}

    assert wrong == set()
    assert used - {"schemas"} <= INVENTORY["handling"].keys()


@pytest.mark.parametrize("part", PARTS)
def test_every_column_is_classified_once(part: str) -> None:
    unclassified, twice = [], []
    for table, columns in tables(part).items():
        words = named(sections(part).get(table, {}))
        unclassified += [f"{table}.{name}" for name in columns - EVERY_TABLE - set(words)]
        twice += [f"{table}.{name}" for name in set(words) if words.count(name) > 1]

    assert (unclassified, twice) == ([], [])


@pytest.mark.parametrize("part", PARTS)
def test_every_field_and_parameter_is_classified(part: str) -> None:
    listed = [s for section in sections(part).values() for s in section.get("schemas", ())]
    listed += INVENTORY["everywhere"]["others"]["schemas"]
    forgotten = schemas(part).keys() - set(listed)
    unclassified = [f"{name}: {sorted(f - words)}" for name, words, f in shown(part) if f - words]

    assert (sorted(forgotten), unclassified) == ([], [])


@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_classified_that_is_gone(part: str) -> None:
    columns, known = tables(part), schemas(part)
    stale = [f"table {name}" for name in INVENTORY[part].keys() - columns.keys() - {"others"}]
    for name, words, fields in shown(part):
        if name != "everywhere":
            gone = words - fields - columns.get(name, set()) - EVERY_TABLE
            stale += [f"{name}.{word}" for word in gone]
    for section in INVENTORY[part].values():
        stale += [f"schema {name}" for name in section.get("schemas", ()) if name not in known]

    assert stale == []
    anywhere = {f for one in PARTS for n, _, fields in shown(one) for f in fields}
    assert set(named(INVENTORY["everywhere"]["others"])) - anywhere == set()

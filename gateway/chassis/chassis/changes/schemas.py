"""`GET /v1/changes/schemas/{resource}`: what the events of one resource carry, as JSON Schema.

It is the address in `dataschema` of each event. Made from the published contract: the record is
what the record's own address answers, so that it is described once.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import orjson
from fastapi import APIRouter, Request
from pydantic import BaseModel
from starlette.responses import JSONResponse

from chassis.authz import PUBLIC, allow
from chassis.changes.table import ChangeRow
from chassis.errors import NotFound
from chassis.strict import Slug
from chassis.subjects.schemas import ErasureOut

Schema = dict[str, Any]
Told = Mapping[str, type[BaseModel]]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMPONENTS = "#/components/schemas/"
# Of everybody, whatever a service keeps.
ALWAYS: Told = {"erasures": ErasureOut}
# Every record has them, and has had them from its first day.
LASTING = frozenset({"id", "version", "created_at", "updated_at"})
# What a caller may do is no part of what happened (`chassis.changes.act`).
CALLERS = "allowed_actions"


class JsonSchema(JSONResponse):
    """Published as well as sent under its own media type."""

    media_type = "application/schema+json"


def address(origin: str, service: str, resource: str) -> str:
    """What `dataschema` says: an absolute address, as CloudEvents asks."""
    return f"{origin}/api/{service}/v1/changes/schemas/{resource}"


def schema(document: Schema, resource: str, told: Told) -> Schema:
    """Of the data of an event of this resource, by a contract; a record that the contract has at
    no address of its own, and that nobody told, is any object."""
    if resource in told:
        name, components = _of(told[resource])
    else:
        name, components = _at(document, resource), document["components"]["schemas"]
    record: Schema = {"$ref": f"#/$defs/{name}"} if name else {"type": "object"}
    return {
        "type": "object",
        "properties": {
            "resource": {"const": resource},
            "action": {"type": "string"},
            "version": {"type": "integer", "minimum": 1},
            # null: the record is no more. Left out of a webhook's message that would be too large.
            "record": {"anyOf": [record, {"type": "null"}]},
        },
        "required": ["resource", "action", "version"],
        "$defs": _definitions(components, name) if name else {},
    }


def _of(model: type[BaseModel]) -> tuple[str | None, Schema]:
    said = model.model_json_schema(mode="serialization", ref_template=COMPONENTS + "{model}")
    return model.__name__, {**said.pop("$defs", {}), model.__name__: said}


def _at(document: Schema, resource: str) -> str | None:
    """The component that the address of one such record answers."""
    own = re.compile(rf"/v1/{resource.replace('_', '-')}/{{[a-z_]+}}")
    for path, operations in document["paths"].items():
        if own.fullmatch(path) and "get" in operations:
            content = operations["get"]["responses"]["200"]["content"]
            found: str = content["application/json"]["schema"]["$ref"]
            return found.removeprefix(COMPONENTS)
    return None


def _definitions(components: Schema, name: str) -> Schema:
    """This component and every one that it refers to, as the log keeps them."""
    found: Schema = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found[one] = _kept(components[one])
            waiting += _referred(components[one])
    return found


def _kept(component: Schema) -> Schema:
    """Without what is the caller's, and asking for nothing that came later: an event from before
    a field was added does not have it."""
    text = orjson.dumps(component).replace(COMPONENTS.encode(), b"#/$defs/")
    kept: Schema = orjson.loads(text)
    kept.get("properties", {}).pop(CALLERS, None)
    lasting = [one for one in kept.pop("required", ()) if one in LASTING]
    return kept | ({"required": lasting} if lasting else {})


def _referred(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(reference := node.get("$ref"), str):
            yield reference.removeprefix(COMPONENTS)
        for one in node.values():
            yield from _referred(one)
    elif isinstance(node, list):
        for one in node:
            yield from _referred(one)


def add(router: APIRouter, change: type[ChangeRow], told: Told) -> None:
    """Let the feed's router answer for the schemas, too."""
    told = {**ALWAYS, **told}
    tables = change.metadata.tables  # type: ignore[attr-defined]  # of the service's own Base

    @router.get(
        "/schemas/{resource}",
        response_class=JsonSchema,
        response_model=Schema,
        **allow(PUBLIC, scope="public"),
    )
    async def get_change_schema(resource: Slug, request: Request) -> JsonSchema:
        """JSON Schema of `data` in the events of this resource; to be kept for five minutes. What
        is added to a record later is missing in its earlier events, so little is required."""
        if resource not in tables and resource not in told:
            raise NotFound
        settings = request.app.state.settings
        said = schema(request.app.openapi(), resource, told)
        named = {"$schema": DIALECT, "$id": address(settings.origin, settings.name, resource)}
        headers = {"Cache-Control": "public, max-age=300"}
        return JsonSchema({**named, "title": f"{settings.name}.{resource}", **said}, 200, headers)

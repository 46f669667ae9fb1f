"""The bounds of every value, as a contract publishes them.

What is sent is bounded where it is declared: only what its format or pattern says already is added
here, so that a field without a bound stays one that `make lint-contract` names. What is answered
came in through those doors, and is bounded by them.
"""

import importlib
from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]
REF = "#/components/schemas/"
FORMATS = {"uuid": 36, "date": 10, "date-time": len("2026-11-28T20:59:49.123456+07:00")}
# A body of JSON is at most 1 MiB, so no text that is kept is longer; PostgreSQL keeps no NUL.
LONGEST, PLAIN = 1024 * 1024, r"^[^\x00]*$"
FILE = 20 * 1024 * 1024  # of an upload, as the gateway and `files.upload` count it
EXPORT = 2**31 - 1
# Whole numbers that every reader of JSON holds exactly (RFC 8259, 6); of those the int32 ones.
EXACT, SMALL = 2**53 - 1, 2**31
ROWS = 100_000  # in one answer; what may have more goes out page by page, or as an export

# The standard library's own reader of patterns has no public name; it knows how wide one can be.
_parser: Any = importlib.import_module("re._parser")


def bound(document: Schema) -> None:
    """Write the bounds into a document whose operations are finished."""
    schemas: dict[str, Schema] = document["components"]["schemas"]
    sent, answered = [], []
    for item in document["paths"].values():
        for operation in item.values():
            sent += [one["schema"] for one in operation.get("parameters", ())]
            sent += [
                one["schema"]
                for one in operation.get("requestBody", {}).get("content", {}).values()
            ]
            answered += list(_answers(operation))
    named = _reached(sent, schemas)
    for schema in (*sent, *(schemas[name] for name in sorted(named))):
        for node in _nodes(schema):
            _sent(node)
    for schema in (*answered, *(schemas[name] for name in schemas.keys() - named)):
        for node in _nodes(schema):
            _sent(node)
            _answered(node)


def _answers(operation: Schema) -> Iterator[Schema]:
    for answer in operation["responses"].values():
        for media, said in answer.get("content", {}).items():
            schema = said.get("schema")
            if schema == {"type": "string"} and "json" not in media.removesuffix("ndjson"):
                is_text = media.startswith("text/") or media.endswith("ndjson")
                schema |= {"maxLength": EXPORT}
                schema |= {"pattern": PLAIN} if is_text else {"format": "binary"}
            if schema is not None:
                yield schema


def _reached(roots: list[Schema], schemas: dict[str, Schema]) -> set[str]:
    found: set[str] = set()
    open_ = list(roots)
    while open_:
        for node in _nodes(open_.pop()):
            name = str(node.get("$ref", "")).removeprefix(REF)
            if name in schemas and name not in found:
                found.add(name)
                open_.append(schemas[name])
    return found


def _nodes(schema: Any) -> Iterator[Schema]:
    """This schema and those inside it; examples and defaults are values, no schemas."""
    if isinstance(schema, dict):
        if not isinstance(schema.get("type"), dict):  # a field may be called `type`
            yield schema
        for key, value in schema.items():
            if key not in ("default", "enum", "const", "example", "examples"):
                yield from _nodes(value)
    elif isinstance(schema, list):
        for one in schema:
            yield from _nodes(one)


def _is_free(node: Schema) -> bool:
    return node.get("type") == "string" and not {"enum", "const"} & node.keys()


def _sent(node: Schema) -> None:
    """The bounds that follow from what the schema says already."""
    if _is_free(node) and "maxLength" not in node:
        if node.get("contentMediaType") == "application/octet-stream":
            node |= {"format": "binary", "maxLength": FILE}
        elif width := FORMATS.get(node.get("format", "")) or _width(node.get("pattern")):
            node["maxLength"] = width
    if node.get("type") == "integer" and "format" not in node:
        lowest = next((node[k] for k in ("minimum", "exclusiveMinimum") if k in node), -EXACT)
        highest = next((node[k] for k in ("maximum", "exclusiveMaximum") if k in node), EXACT)
        node["format"] = "int32" if -SMALL <= lowest <= highest < SMALL else "int64"


def _width(pattern: str | None) -> int | None:
    """How long a text the pattern takes at most; None where it says nothing of that."""
    if pattern is None:
        return None
    widest = int(_parser.parse(pattern).getwidth()[1])
    return widest if widest <= LONGEST else None


def _answered(node: Schema) -> None:
    if _is_free(node):
        node.setdefault("maxLength", LONGEST)
        if not {"format", "pattern"} & node.keys():
            node["pattern"] = PLAIN
    if node.get("type") == "integer":
        if not {"minimum", "exclusiveMinimum"} & node.keys():
            node["minimum"] = -EXACT
        if not {"maximum", "exclusiveMaximum"} & node.keys():
            node["maximum"] = EXACT
    if node.get("type") == "array":
        node.setdefault("maxItems", ROWS)

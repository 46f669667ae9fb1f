"""A mark in every text of a unit's own records, made from the contract: a field that is added is
marked without a word here, and one that cannot be says why below."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tests.contract.operations import Document, Operation
from tests.contract.tour import Ready

Path = tuple[str, ...]
_SERVICE = "/api/registry/v1/"

# Free text by its schema, and still not the unit's own to fill in as it likes.
UNMARKED = {
    ("registry_reply_procedure", ("body",)): "names one of the bodies that were asked",
    ("registry_grant_procedure", ("outcome", "number")): "the certificate's, which all units see",
    ("registry_grant_procedure", ("outcome", "issuer")): "the certificate's, which all units see",
}


def changes(known: Mapping[str, Operation]) -> list[Operation]:
    """The changes with a body, of records that none but their own unit sees."""
    own = {op.path for op in known.values() if op.is_read and op.scope == "unit"}
    return [
        op
        for op in known.values()
        if op.media_type and op.path.startswith(_SERVICE) and _collection(op) in own
    ]


def _collection(op: Operation) -> str:
    return _SERVICE + op.path.removeprefix(_SERVICE).partition("/")[0]


def fields(contract: Document, op: Operation, canary: str) -> list[Path]:
    """Where the body takes any text, the mark too. `*` is an element of a list."""
    schema = op.about["requestBody"]["content"][op.media_type]["schema"]
    longest = mark(op, ("", ""), canary)
    found = dict.fromkeys(_texts(contract, schema, (), longest))
    return [path for path in found if (op.id, path) not in UNMARKED]


def _texts(contract: Document, schema: Document, path: Path, text: str) -> Iterator[Path]:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = contract["components"]["schemas"][name]
    for choice in schema.get("anyOf", ()):
        yield from _texts(contract, choice, path, text)
    for name, inner in schema.get("properties", {}).items():
        yield from _texts(contract, inner, (*path, name), text)
    if "items" in schema:
        yield from _texts(contract, schema["items"], (*path, "*"), text)
    if schema.get("type") == "string" and _takes(schema, text):
        yield path


def _takes(schema: Document, text: str) -> bool:
    if schema.keys() & {"enum", "const", "format", "contentMediaType"}:
        return False
    return re.search(schema.get("pattern", ""), text) is not None


def mark(op: Operation, path: Path, canary: str) -> str:
    """Its own for each field, so that a leak says which one it is."""
    return f"{canary} {op.id.removeprefix('registry_')} {'.'.join(path)}"


def marked(ready: Ready, paths: list[Path], canary: str) -> Ready:
    """The same operation, with the mark in all of these."""
    body = ready.body()
    for path in paths:
        body = _put(body, path, mark(ready.op, path, canary))
    return replace(ready, step=replace(ready.step, body=lambda _: body))


def _put(body: Any, path: Path, text: str) -> Any:
    if not path:
        return text
    name, rest = path[0], path[1:]
    if name == "*":
        return [_put(None, rest, text)]
    return {**body, name: _put(body.get(name) or {}, rest, text)}

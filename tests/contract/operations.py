"""The merged contract, as the tests read it: every operation with who may call it."""

import json
import re
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

import jsonschema_rs

Document = dict[str, Any]
_REFERENCE = re.compile(r'"#/components/schemas/([^"]+)"')


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of /api/openapi.json; `about` is what the contract says of it."""

    id: str
    method: str
    path: str
    about: Document = field(compare=False, repr=False)

    @property
    def authz(self) -> Document:
        block: Document = self.about["x-authz"]
        return block

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(self.authz["roles"])

    @property
    def scope(self) -> str:
        return str(self.authz["scope"])

    @property
    def object(self) -> str | None:
        """The path parameter that names the record, if the operation is about one."""
        return self.authz.get("object")

    @property
    def is_public(self) -> bool:
        return "public" in self.roles

    @property
    def is_read(self) -> bool:
        return self.method == "GET"

    @property
    def wants_version(self) -> bool:
        return any(p["name"] == "If-Match" for p in self.about.get("parameters", ()))

    @property
    def media_type(self) -> str | None:
        """What its body is written in; None when it takes none."""
        return next(iter(self.about.get("requestBody", {}).get("content", {})), None)

    def parameters(self) -> list[str]:
        """The path parameters, in the order of the address."""
        return [name for _, name, _, _ in Formatter().parse(self.path) if name]

    def query(self) -> frozenset[str]:
        parameters = self.about.get("parameters", ())
        return frozenset(p["name"] for p in parameters if p["in"] == "query")


def operations(document: Document) -> dict[str, Operation]:
    """By operation id."""
    found = [
        Operation(about["operationId"], method.upper(), path, about)
        for path, item in document["paths"].items()
        for method, about in item.items()
    ]
    assert len({op.id for op in found}) == len(found), "two operations share an id"
    return {op.id: op for op in found}


def problem_of(document: Document, op: Operation, status: int, kind: str, body: Any) -> str | None:
    """What is wrong with an answer, against the schema that the operation declares for it."""
    declared = op.about["responses"].get(str(status))
    if declared is None:
        return f"{status} is not declared"
    content = declared.get("content", {})
    if not content:
        return None if body in (b"", None) else "a body where none is declared"
    plain = kind.split(";")[0].strip()
    plain = plain if plain in content else "*/*"
    if plain not in content:
        return f"{kind} is not among {sorted(content)}"
    schema = content[plain].get("schema")
    if not schema or isinstance(body, bytes):
        return None
    found = _validator(document, schema).iter_errors(body)
    said = [f"{'/'.join(map(str, e.instance_path))}: {e.message[:200]}" for e in found]
    return "; ".join(said) or None


def _validator(document: Document, schema: Document) -> jsonschema_rs.Draft202012Validator:
    """For this schema with just the components that it reaches: compiling all takes long."""
    reached: dict[str, Any] = {}
    open_ = [schema]
    while open_:
        for name in _REFERENCE.findall(json.dumps(open_.pop())):
            if name not in reached:
                reached[name] = document["components"]["schemas"][name]
                open_.append(reached[name])
    whole = {**schema, "components": {"schemas": reached}}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)

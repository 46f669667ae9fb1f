"""Several OpenAPI 3.1 documents as one. Pure.

Each path gets the prefix under which it is reached, each operation id and component the service's
name in front, so that nothing clashes and everything stays found.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from gateway.contract.door import ANSWERS, HEADERS, INFO, SECURITY, SERVERS, Document

REF = "#/components/schemas/"
# The chassis's own: the same in every service, so they keep their names and stand once.
SHARED = frozenset(("Problem", "FieldProblemOut"))
VERBS = frozenset(("get", "put", "post", "delete", "options", "head", "patch", "trace"))

_EITHER: list[dict[str, list[str]]] = [{"bearer": []}, {"cookie": []}]
_PROBLEM = {"application/problem+json": {"schema": {"$ref": REF + "Problem"}}}


def _renamed(node: Any, service: str) -> Any:
    """A copy of `node` in which every reference points to the component's new name."""
    if isinstance(node, Mapping):
        return {
            key: _target(value, service)
            if key == "$ref" and isinstance(value, str)
            else _renamed(value, service)
            for key, value in node.items()
        }
    if isinstance(node, list):
        return [_renamed(item, service) for item in node]
    return node


def _titled(schema: Document, name: str) -> Document:
    """A title is what generators call a class: two services' `Status` must not be one."""
    return {**schema, "title": name} if "title" in schema else schema


def _name(schema: str, service: str) -> str:
    return schema if schema in SHARED else f"{service}_{schema}"


def _target(reference: str, service: str) -> str:
    if not reference.startswith(REF):
        return reference
    return REF + _name(reference.removeprefix(REF), service)


def _operation(operation: Document, service: str, *, public: bool) -> Document:
    door = {code: {"description": words, "content": _PROBLEM} for code, words in ANSWERS.items()}
    answers = (door | operation["responses"]).items()
    finished = {
        **operation,
        "operationId": f"{service}_{operation['operationId']}",
        "responses": {code: _told(code, said) for code, said in sorted(answers)},
    }
    finished["tags"] = [f"{service} {tag}" for tag in operation.get("tags", ())] or [service]
    security = operation.get("security", [])
    finished["security"] = _EITHER if {"bearer": []} in security else security
    return {**finished, "security": []} if public else finished


def _told(code: str, said: Document) -> Document:
    """With the headers that the door sets on such an answer."""
    names = ["RateLimit"] if code[0] in "24" else []
    names += ["RateLimit-Policy"] if code[0] == "2" or code == "429" else []
    names += ["Retry-After"] if code in ("429", "503") else []
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    return {**said, "headers": {**said.get("headers", {}), **headers}} if headers else said


def _tags(documents: Mapping[str, Document], paths: Document) -> list[Document]:
    """Those that an operation bears, in the words of the service that has it."""
    used = {
        tag
        for item in paths.values()
        for verb, one in item.items()
        if verb in VERBS
        for tag in one["tags"]
    }
    named = [
        {**tag, "name": f"{prefix} {tag['name']}"}
        for service, document in documents.items()
        for tag in document.get("tags", ())
        for prefix in (service, "public")
    ]
    return [tag for tag in named if tag["name"] in used]


def _item(item: Document, service: str, *, public: bool = False) -> Document:
    return {
        key: _operation(value, service, public=public) if key in VERBS else value
        for key, value in item.items()
    }


def merge(
    documents: Mapping[str, Document], public: Iterable[tuple[str, str, str]], own: str
) -> Document:
    """The one document.

    documents: by service, as each publishes it. public: (outer prefix, service, inner prefix).
    own: the name of the service whose addresses outside /v1/ are reached as they are.
    """
    paths: Document = {}
    schemas: Document = {}
    for service, document in documents.items():
        for path, item in document["paths"].items():
            renamed = _renamed(item, service)
            if path.startswith("/v1/"):
                paths[f"/api/{service}{path}"] = _item(renamed, service)
            elif service == own:
                paths[path] = _item(renamed, service)
        for name, schema in document.get("components", {}).get("schemas", {}).items():
            schemas[_name(name, service)] = _titled(_renamed(schema, service), _name(name, service))
    for outer, service, inner in public:
        for path, item in documents.get(service, {"paths": {}})["paths"].items():
            if path.startswith(inner):
                renamed = _renamed(item, service)
                paths[outer + path.removeprefix(inner)] = _item(renamed, "public", public=True)
    return {
        "openapi": "3.1.0",
        "info": INFO,
        "servers": SERVERS,
        "tags": _tags(documents, paths),
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "headers": HEADERS,
            "securitySchemes": SECURITY,
        },
    }

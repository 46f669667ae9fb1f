"""Several OpenAPI 3.1 documents as one. Pure.

Each path gets the prefix under which it is reached, each operation id and component the service's
name in front, so that nothing clashes and everything stays found.
"""

from collections.abc import Iterable, Mapping
from typing import Any

REF = "#/components/schemas/"
# The chassis's own: the same in every service, so they keep their names and stand once.
SHARED = frozenset(("Problem", "FieldProblemOut"))
VERBS = frozenset(("get", "put", "post", "delete", "options", "head", "patch", "trace"))

SECURITY = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "A machine client's token from POST /oauth2/token.",
    },
    "cookie": {
        "type": "apiKey",
        "in": "cookie",
        "name": "sid",
        "description": "A person's session from POST /api/gateway/v1/sessions (`__Host-sid` on"
        " https). Every change also needs the session's csrf_token in X-CSRF-Token.",
    },
    "basic": {"type": "http", "scheme": "basic", "description": "Client id and secret."},
}
_EITHER: list[dict[str, list[str]]] = [{"bearer": []}, {"cookie": []}]

Document = dict[str, Any]

# What the door itself may answer, before or instead of a service.
_DOOR = {
    "400": "The message cannot be read.",
    "403": "A change that another site's page sent.",
    "405": "The address does not take this method.",
    "413": "The body is too large.",
    "414": "The address is too long.",
    "415": "A compressed body.",
    "429": "More requests than the caller's budget; Retry-After and RateLimit say when.",
    "431": "Too much header.",
    "502": "The service's answer could not be used; a change may have happened.",
    "503": "Not now; Retry-After says when.",
    "504": "The service did not answer in time; a change may have happened.",
}
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
    door = {code: {"description": words, "content": _PROBLEM} for code, words in _DOOR.items()}
    finished = {
        **operation,
        "operationId": f"{service}_{operation['operationId']}",
        "responses": dict(sorted((door | operation["responses"]).items())),
    }
    finished["tags"] = [f"{service} {tag}" for tag in operation.get("tags", ())] or [service]
    security = operation.get("security", [])
    finished["security"] = _EITHER if {"bearer": []} in security else security
    return {**finished, "security": []} if public else finished


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
        "info": {"title": "Nhịp Cầu", "version": "1.0.0"},
        "servers": [{"url": "/"}],
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": dict(sorted(schemas.items())), "securitySchemes": SECURITY},
    }

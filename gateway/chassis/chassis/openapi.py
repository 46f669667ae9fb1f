"""The published contract, finished: refusals, security, bounds and `x-authz` on every operation."""

import sys
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from chassis.bounds import bound
from chassis.problems import MEDIA_TYPE, Problem

_REF = "#/components/schemas/"
_ALWAYS = {
    # also where none is needed: one that is sent must be valid
    "401": "No identity, or not a valid one.",
    "405": "The address does not take this method.",
    "422": "A value is not valid; `errors` says which.",
    "500": "Unexpected; report it with the request id.",
    "503": "Not now; Retry-After says when.",
}
_ROLE = {"403": "Not with this role."}
_BODY = {
    "400": "The body cannot be read.",
    "409": "It contradicts the state, a rule or a reference.",
    "413": "The body is too large.",
    "415": "Not the media type of this operation.",
}
_SCHEMES = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "A signed token for this service alone, read as RFC8725 asks: one algorithm,"
        " its own type, issuer, audience and a life of minutes.",
    },
    "basic": {"type": "http", "scheme": "basic", "description": "Client id and secret."},
}
_INFO = {
    "description": "How the house is used by program: addresses, values, refusals, and who may do"
    " what (`x-authz`).",
    "contact": {"name": "Whoever administers this house"},
}
_MATCH = {"412": "The record has moved on.", "428": "If-Match is missing."}


def _needed(operation: dict[str, Any], path: str) -> dict[str, str]:
    """Which refusals this operation can give."""
    needed = dict(_ALWAYS)
    if "public" not in operation["x-authz"]["roles"]:
        needed |= _ROLE
    if "{" in path:
        needed["404"] = "Not there, or not yours to see."
    named = operation.get("parameters", ())
    headers = {p["name"] for p in named if p["in"] == "header"}
    if "requestBody" in operation:
        needed |= _BODY
    # a query may name what does not exist, such as a unit
    if "Idempotency-Key" in headers or any(p["in"] == "query" for p in named):
        needed["409"] = _BODY["409"]
    if "If-Match" in headers:
        needed |= _MATCH
    return needed


def _plain_optional(parameter: dict[str, Any]) -> None:
    """An optional parameter is left out, never sent as null: publish the plain type."""
    options = parameter.get("schema", {}).get("anyOf")
    if options:
        plain = next(option for option in options if option.get("type") != "null")
        rest = {k: v for k, v in parameter["schema"].items() if k not in ("anyOf", "default")}
        parameter["schema"] = {**rest, **plain}
    # how a handler sees one that was left out; a program that sends its default sends nothing good
    if parameter["in"] == "header" and parameter["schema"].get("default") == "":
        del parameter["schema"]["default"]


def _refusal(said: dict[str, Any]) -> dict[str, Any]:
    """Any refusal may come as a problem, also where a standard asks for a body of another kind."""
    problem = {MEDIA_TYPE: {"schema": {"$ref": _REF + "Problem"}}}
    return {**said, "content": {**said.get("content", {}), **problem}}


def _finish(operation: dict[str, Any], path: str) -> None:
    public = "public" in operation["x-authz"]["roles"]
    operation.setdefault("security", [] if public else [{"bearer": []}])
    for parameter in operation.get("parameters", ()):
        _plain_optional(parameter)
    # FastAPI's own 422 goes; a refusal that a route declares stays, with the route's words
    answers = {code: said for code, said in operation["responses"].items() if code != "422"}
    needed = {code: {"description": words} for code, words in _needed(operation, path).items()}
    for code, said in sorted((needed | answers).items()):
        answers[code] = _refusal(said) if code.startswith(("4", "5")) else said
    operation["responses"] = dict(sorted(answers.items()))


def contract(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI 3.1 document of one process."""
    document = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    problem = Problem.model_json_schema(ref_template=_REF + "{model}")
    schemas |= problem.pop("$defs", {})
    schemas["Problem"] = problem
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    document["info"] |= _INFO
    document["tags"] = _tags(app)
    document["servers"] = [
        # whether that is production or a demonstration, the house says itself
        {"url": "/", "description": "Behind the gateway, in production or not", "x-internal": True}
    ]
    used = set()
    for path, operations in document["paths"].items():
        for operation in operations.values():
            _finish(operation, path)
            used |= {name for one in operation["security"] for name in one}
    document["components"]["securitySchemes"] = {
        name: scheme for name, scheme in _SCHEMES.items() if name in used
    }
    bound(document)
    return document


def _tags(app: FastAPI) -> list[dict[str, str]]:
    """Each tag in the words with which the module of its routes begins."""
    found: dict[str, str] = {}
    for route in app.state.routes:
        if isinstance(route, APIRoute) and route.include_in_schema:
            words = sys.modules[route.endpoint.__module__].__doc__ or ""
            for tag in route.tags:
                found.setdefault(str(tag), " ".join(words.partition("\n\n")[0].split()))
    return [{"name": tag, "description": found[tag]} for tag in sorted(found)]


def install(app: FastAPI) -> None:
    """Make `app.openapi()` give the finished document, built once."""
    kept: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not kept:
            kept.update(contract(app))
        return kept

    app.openapi = openapi  # type: ignore[method-assign]

"""The published contract, finished: refusals, security and `x-authz` on every operation."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from chassis.problems import MEDIA_TYPE, Problem

_REF = "#/components/schemas/"
_ALWAYS = {
    "405": "The address does not take this method.",
    "422": "A value is not valid; `errors` says which.",
    "500": "Unexpected; report it with the request id.",
    "503": "Not now; Retry-After says when.",
}
_IDENTITY = {"401": "No identity, or not a valid one.", "403": "Not with this role."}
_BODY = {
    "400": "The body cannot be read.",
    "409": "It contradicts the state, a rule or a reference.",
    "413": "The body is too large.",
    "415": "Not the media type of this operation.",
}
_MATCH = {"412": "The record has moved on.", "428": "If-Match is missing."}


def _needed(operation: dict[str, Any], path: str) -> dict[str, str]:
    """Which refusals this operation can give."""
    needed = dict(_ALWAYS)
    if "public" not in operation["x-authz"]["roles"]:
        needed |= _IDENTITY
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
    operation["security"] = [] if public else [{"bearer": []}]
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
    document["components"]["securitySchemes"] = {
        "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
    }
    document["servers"] = [{"url": "/"}]
    for path, operations in document["paths"].items():
        for operation in operations.values():
            _finish(operation, path)
    return document


def install(app: FastAPI) -> None:
    """Make `app.openapi()` give the finished document, built once."""
    kept: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not kept:
            kept.update(contract(app))
        return kept

    app.openapi = openapi  # type: ignore[method-assign]

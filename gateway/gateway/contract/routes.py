"""The contract for machines, and a plain page of it for people."""

from html import escape
from typing import Annotated

import orjson
from fastapi import APIRouter, Header, Request
from starlette.responses import Response

from chassis.authz import allow
from chassis.errors import NotFound
from chassis.routing import Operation
from gateway.edge.table import OWN
from gateway.roles import PUBLIC
from gateway.running import Here, Running

router = APIRouter(prefix="/v1", tags=["contract"], route_class=Operation, include_in_schema=False)

Known = Annotated[str, Header(alias="If-None-Match", max_length=1000)]


async def _document(here: Running, request: Request, service: str | None, known: str) -> Response:
    etag, body = await here.contracts.text(request.app.openapi(), service)
    headers = {"ETag": etag.decode(), "Cache-Control": "no-cache"}
    if etag.decode() in known:
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, "application/json")


@router.get("/contract", **allow(PUBLIC, scope="public"))
async def get_contract(here: Here, request: Request, known: Known = "") -> Response:
    """All services in one OpenAPI 3.1 document."""
    return await _document(here, request, None, known)


@router.get("/contract/{service}", **allow(PUBLIC, scope="public"))
async def get_service_contract(
    service: str, here: Here, request: Request, known: Known = ""
) -> Response:
    """One service's part of the same document."""
    if service != OWN and service not in here.table.urls:
        raise NotFound("route.unknown")
    return await _document(here, request, service, known)


@router.get("/docs", **allow(PUBLIC, scope="public"))
async def get_docs(here: Here, request: Request) -> Response:
    """Every operation on one page, without a script and without another origin; demo mode only."""
    if not request.app.state.settings.demonstration:
        raise NotFound("route.unknown")
    _, body = await here.contracts.text(request.app.openapi())
    return Response(_page(orjson.loads(body)["paths"]), media_type="text/html")


def _page(paths: dict[str, dict[str, dict[str, object]]]) -> str:
    rows = []
    for path, item in paths.items():
        for verb, operation in item.items():
            who = escape(", ".join(operation.get("x-authz", {}).get("roles", ())))  # type: ignore[attr-defined]
            words = escape(str(operation.get("description", operation.get("summary", ""))))
            name = escape(str(operation["operationId"]))
            rows.append(
                f"<tr id={name}><td>{verb.upper()}<td><code>{escape(path)}</code>"
                f"<td>{words}<td>{who}<td>{name}"
            )
    head = "<tr><th>Method<th>Address<th>What it does<th>Roles<th>Operation"
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><title>Nhịp Cầu API</title>"
        '<h1>Nhịp Cầu API</h1><p>The contract: <a href="/api/openapi.json">OpenAPI 3.1</a>.'
        f"<table border=1>{head}{''.join(rows)}</table></html>"
    )

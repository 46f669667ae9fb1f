"""Liveness says the process runs and touches nothing; readiness says it can serve."""

from fastapi import APIRouter, Request
from sqlalchemy import text
from starlette.responses import JSONResponse

from chassis.errors import Unavailable
from chassis.reader import Read, Statement

router = APIRouter(include_in_schema=False)
_PING = Statement(text("SELECT 1"))


@router.get("/livez")
async def livez() -> JSONResponse:
    return JSONResponse({"status": "ok"})


@router.get("/readyz")
async def readyz(request: Request, read: Read) -> JSONResponse:
    """200 when the database answers and no shutdown has begun."""
    if request.app.state.stop.is_set():
        raise Unavailable("busy")
    await read.value(_PING)
    return JSONResponse({"status": "ok", "service": request.app.state.settings.name})

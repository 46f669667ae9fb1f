"""What an operation must be before it is served at all."""

from typing import Annotated

import pytest
from fastapi import APIRouter, Depends
from starlette.responses import Response

from chassis.authz import allow
from chassis.routing import Operation


def _in_a_thread() -> str:
    return "a plain function"


async def _through(deeper: Annotated[str, Depends(_in_a_thread)]) -> str:
    return deeper


async def _answer(_: Annotated[str, Depends(_through)]) -> Response:
    return Response()


async def _bare() -> Response:
    return Response()


def test_an_operation_whose_dependency_would_run_in_a_thread_does_not_start() -> None:
    router = APIRouter(route_class=Operation)

    with pytest.raises(TypeError, match="not async"):
        router.get("/v1/things", **allow("public", scope="public"))(_answer)


def test_an_operation_that_allows_nobody_does_not_start() -> None:
    router = APIRouter(route_class=Operation)

    with pytest.raises(TypeError, match="without allow"):
        router.get("/v1/things")(_bare)

"""Sandboxes on the wire; the answer is the client that was made, with its secret."""

from typing import Annotated

from pydantic import Field

from chassis.strict import Short
from chassis.wire import In
from gateway.clients.schemas import Scope


class SandboxIn(In):
    """`name`: of the union, shown to all in the demonstration. `scopes`: of its program."""

    name: Short
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=200)]

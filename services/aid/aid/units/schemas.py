"""How a request names a union."""

from typing import Annotated

from pydantic import Field

UnitName = Annotated[
    str,
    Field(
        pattern="^[A-Za-z0-9-]{2,40}$",
        description="A union's code or id. Staff of one union may name their own only.",
    ),
]

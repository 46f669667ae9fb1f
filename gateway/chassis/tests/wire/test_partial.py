"""A merge patch is made from the full model and can be published in a contract."""

from typing import Annotated

import pytest
from fastapi import FastAPI
from pydantic import ValidationError

from chassis.wire import MERGE_PATCH, In, partial


class Full(In):
    name: str
    note: str | None = "x"
    tags: tuple[str, ...] = ()


@partial
class Patch(Full):
    """Every field optional."""


def test_a_patch_holds_only_what_was_sent() -> None:
    assert Patch().changes() == {}
    assert Patch.model_validate({"note": None}).changes() == {"note": None}


def test_null_is_refused_where_the_full_model_refuses_it() -> None:
    with pytest.raises(ValidationError):
        Patch.model_validate({"name": None})


def test_the_full_model_keeps_its_own_defaults() -> None:
    assert Full(name="a").note == "x"


def test_a_patch_of_fields_with_defaults_can_be_published() -> None:
    app = FastAPI()

    @app.patch("/full")
    async def change(body: Annotated[Patch, MERGE_PATCH]) -> None: ...

    assert "required" not in app.openapi()["components"]["schemas"]["Patch"]

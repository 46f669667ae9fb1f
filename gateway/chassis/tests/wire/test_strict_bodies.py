"""A body takes the JSON types that its schema publishes, and no others."""

from typing import Annotated

import pytest
from pydantic import Field, create_model

from chassis.strict import Count, Flag, Id, Whole
from chassis.wire import In

Hours = Annotated[int, Field(ge=0, le=168), Whole]


@pytest.mark.parametrize(
    "loose", [int, bool, float, int | None, list[int], Annotated[int, Field(ge=0)] | None]
)
def test_a_body_with_a_loose_number_is_not_made(loose: object) -> None:
    with pytest.raises(TypeError, match=r"Loose\.hours"):
        create_model("Loose", __base__=In, hours=(loose, ...))


@pytest.mark.parametrize("strict", [Hours, Hours | None, Count, Flag, list[Id], str])
def test_a_strict_body_is_made(strict: object) -> None:
    assert "hours" in create_model("Strict", __base__=In, hours=(strict, ...)).model_fields

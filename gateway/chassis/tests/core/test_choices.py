"""What may be chosen is listed without a word of one language."""

from enum import StrEnum
from typing import Literal

import pytest
from pydantic import TypeAdapter, ValidationError

from chassis.problems import field_problem


class Form(StrEnum):
    ONE = "one"
    TWO = "two"
    THREE = "three"


@pytest.mark.parametrize("kind", [Form, Literal["one", "two", "three"]])
def test_choices_are_a_list_in_either_language(kind: object) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python("four")

    problem = field_problem({**caught.value.errors()[0], "loc": ("query", "by")})

    assert dict(problem.params) == {"choices": "'one', 'two', 'three'"}

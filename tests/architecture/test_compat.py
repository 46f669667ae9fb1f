"""A change that breaks a caller of the released contract is named; one that does not, is not."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deploy.compat import Comparison

Document = dict[str, Any]
AID: Document = json.loads(Path("services/aid/openapi.json").read_text("utf-8"))
SCHEMAS = ("components", "schemas")


def schema(document: Document, name: str) -> Document:
    found: Document = document["components"]["schemas"][name]
    return found


def without_an_operation(new: Document) -> None:
    del new["paths"]["/v1/rates"]


def without_a_parameter(new: Document) -> None:
    new["paths"]["/v1/rates"]["get"]["parameters"].clear()


def with_a_demanded_field(new: Document) -> None:
    schema(new, "RecipientIn")["required"].append("name_en")


def without_a_field_sent(new: Document) -> None:
    del schema(new, "RecipientIn")["properties"]["name_en"]


def without_a_field_answered(new: Document) -> None:
    del schema(new, "RecipientOut")["properties"]["name_en"]


def with_another_type(new: Document) -> None:
    schema(new, "RecipientOut")["properties"]["version"]["type"] = "string"


def without_a_choice(new: Document) -> None:
    schema(new, "RecipientKind")["enum"].pop()


def with_a_demanded_parameter(new: Document) -> None:
    new["paths"]["/v1/rates"]["get"]["parameters"].append(
        {"in": "query", "name": "x", "required": True, "schema": {"type": "string"}}
    )


def compared(change: Callable[[Document], None]) -> list[str]:
    new = copy.deepcopy(AID)
    change(new)
    return Comparison(AID, new).run()


@pytest.mark.parametrize(
    "change",
    [
        without_an_operation,
        without_a_parameter,
        with_a_demanded_field,
        without_a_field_sent,
        without_a_field_answered,
        with_another_type,
        without_a_choice,
        with_a_demanded_parameter,
    ],
)
def test_what_breaks_a_caller_is_named(change: Callable[[Document], None]) -> None:
    assert compared(change) != []


def test_what_only_adds_breaks_nobody() -> None:
    def more(new: Document) -> None:
        new["paths"]["/v2/rates"] = new["paths"]["/v1/rates"]
        schema(new, "RecipientIn")["properties"]["phone"] = {"type": "string"}
        schema(new, "RecipientOut")["properties"]["phone"] = {"type": "string"}
        schema(new, "RecipientKind")["enum"].append("association")

    assert compared(more) == []
    assert compared(lambda new: None) == []


def test_a_deprecated_operation_may_go() -> None:
    old = copy.deepcopy(AID)
    old["paths"]["/v1/rates"]["get"]["deprecated"] = True
    new = copy.deepcopy(AID)
    without_an_operation(new)

    assert Comparison(old, new).run() == []

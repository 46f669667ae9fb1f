"""What a contract says of the size of every value, and what it leaves for a person to say."""

from typing import Any

import pytest

from chassis.bounds import EXACT, FILE, LONGEST, ROWS, bound

Schema = dict[str, Any]


def published(schema: Schema, *, sent: bool) -> Schema:
    """A field of this schema, as a contract with one operation publishes it."""
    operation: Schema = {"responses": {}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}
    if sent:
        operation["requestBody"] = {"content": content}
    else:
        operation["responses"] = {"200": {"content": content}}
    document = {
        "paths": {"/v1/x": {"post": operation}},
        "components": {"schemas": {"X": {"type": "object", "properties": {"field": schema}}}},
    }
    bound(document)
    found: Schema = document["components"]["schemas"]["X"]["properties"]["field"]  # type: ignore[index]
    return found


@pytest.mark.parametrize(
    ("schema", "longest"),
    [
        ({"format": "uuid"}, 36),
        ({"format": "date-time"}, 32),
        ({"pattern": "^VN-[0-9]{2}$"}, 5),
        ({"pattern": "^(?:a|bcd)(?:-[0-9]{3}){0,2}$"}, 11),
        ({"contentMediaType": "application/octet-stream"}, FILE),
        ({"pattern": "^[a-z]{9}$", "maxLength": 4}, 4),
    ],
)
def test_what_is_sent_is_as_long_as_it_says_itself(schema: Schema, longest: int) -> None:
    assert published({"type": "string", **schema}, sent=True)["maxLength"] == longest


@pytest.mark.parametrize("schema", [{}, {"pattern": "^[a-z]+$"}, {"format": "uri"}])
def test_what_is_sent_without_a_bound_gets_none_here(schema: Schema) -> None:
    assert "maxLength" not in published({"type": "string", **schema}, sent=True)


def test_what_is_answered_is_bounded_by_what_can_be_sent() -> None:
    text = published({"type": "string"}, sent=False)
    number = published({"type": "integer", "minimum": 0}, sent=False)
    many = published({"type": "array", "items": {"type": "string", "format": "date"}}, sent=False)

    assert text["maxLength"] == LONGEST
    assert (number["minimum"], number["maximum"], number["format"]) == (0, EXACT, "int64")
    assert (many["maxItems"], many["items"]["maxLength"]) == (ROWS, 10)


def test_a_choice_and_a_field_called_type_stay_as_they_are() -> None:
    assert published({"type": "string", "enum": ["a"]}, sent=False) == {
        "type": "string",
        "enum": ["a"],
    }
    inside = {"type": "object", "properties": {"type": {"type": "string"}}}
    assert published(inside, sent=False)["properties"]["type"]["maxLength"] == LONGEST

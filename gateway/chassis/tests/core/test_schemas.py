"""What an event carries is said by the contract, in a form that every event of the past keeps."""

from typing import Any

from pydantic import BaseModel

from chassis.changes.schemas import schema

STEP = {"type": "object", "properties": {"by": {"type": "string"}}, "required": ["by"]}
THING = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "added_later": {"type": "string"},
        "steps": {"items": {"$ref": "#/components/schemas/StepOut"}, "type": "array"},
        "allowed_actions": {"type": "array"},
    },
    "required": ["id", "added_later", "steps", "allowed_actions"],
}


def contract() -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/OldThingOut"}}}
    path = {"get": {"responses": {"200": {"content": content}}}}
    schemas = {"OldThingOut": THING, "StepOut": STEP, "OtherOut": {"type": "object"}}
    paths = {"/v1/old-things/{thing_id}": path, "/v1/old-things/{thing_id}/steps/{id}": {}}
    return {"paths": paths, "components": {"schemas": schemas}}


def record(said: dict[str, Any]) -> Any:
    return said["properties"]["record"]["anyOf"]


def test_a_record_is_what_its_own_address_answers_with_all_that_it_refers_to() -> None:
    said = schema(contract(), "old_things", {})

    assert record(said) == [{"$ref": "#/$defs/OldThingOut"}, {"type": "null"}]
    assert set(said["$defs"]) == {"OldThingOut", "StepOut"}
    steps = said["$defs"]["OldThingOut"]["properties"]["steps"]
    assert steps["items"] == {"$ref": "#/$defs/StepOut"}


def test_what_came_later_is_not_required_and_what_is_the_callers_is_not_there() -> None:
    said = schema(contract(), "old_things", {})["$defs"]

    assert said["OldThingOut"]["required"] == ["id"]
    assert "required" not in said["StepOut"]
    assert "allowed_actions" not in said["OldThingOut"]["properties"]


def test_the_contract_itself_stays_as_it_is() -> None:
    document = contract()

    schema(document, "old_things", {})

    assert document == contract()


def test_a_record_without_an_address_is_what_the_service_told() -> None:
    class Inner(BaseModel):
        note: str

    class PaperOut(BaseModel):
        id: str
        inner: Inner

    said = schema(contract(), "papers", {"papers": PaperOut})

    assert record(said)[0] == {"$ref": "#/$defs/PaperOut"}
    assert said["$defs"]["PaperOut"]["properties"]["inner"] == {"$ref": "#/$defs/Inner"}


def test_a_record_that_nobody_described_is_any_object() -> None:
    said = schema(contract(), "sessions", {})

    assert (record(said)[0], said["$defs"]) == ({"type": "object"}, {})

"""Several contracts as one."""

import re
from typing import Any

from gateway.contract.door import HEADERS
from gateway.contract.merge import merge
from gateway.edge.budgets import Budget, headers


def document(path: str, schema: str, name: str = "list_things") -> dict[str, Any]:
    ref = {"$ref": f"#/components/schemas/{schema}"}
    operation = {
        "operationId": name,
        "tags": ["things"],
        "security": [{"bearer": []}],
        "responses": {"200": {"content": {"application/json": {"schema": ref}}}},
    }
    return {
        "paths": {path: {"get": operation, "parameters": []}},
        "components": {
            "schemas": {
                schema: {"title": schema, "properties": {"a": ref}},
                "Problem": {"type": "object"},
            }
        },
    }


def test_equal_names_of_two_services_do_not_clash() -> None:
    one = merge(
        {"aid": document("/v1/x", "Out"), "events": document("/v1/x", "Out")}, [], "gateway"
    )

    assert set(one["paths"]) == {"/api/aid/v1/x", "/api/events/v1/x"}
    assert set(one["components"]["schemas"]) == {"aid_Out", "events_Out", "Problem"}
    operation = one["paths"]["/api/aid/v1/x"]["get"]
    assert operation["operationId"] == "aid_list_things"
    assert operation["tags"] == ["aid things"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema == {"$ref": "#/components/schemas/aid_Out"}
    inner = one["components"]["schemas"]["aid_Out"]["properties"]["a"]
    assert inner == {"$ref": "#/components/schemas/aid_Out"}
    # generators call a class by its title
    assert {"aid_Out", "events_Out"} == {
        schema["title"] for schema in one["components"]["schemas"].values() if "title" in schema
    }


def test_who_may_send_a_token_may_send_a_cookie() -> None:
    one = merge({"aid": document("/v1/x", "Out")}, [], "gateway")

    assert one["paths"]["/api/aid/v1/x"]["get"]["security"] == [{"bearer": []}, {"cookie": []}]
    assert set(one["components"]["securitySchemes"]) == {"bearer", "cookie", "basic"}


def test_what_is_not_reached_through_the_door_is_left_out() -> None:
    documents = {"aid": document("/internal", "Out"), "gateway": document("/oauth2/token", "Out")}

    assert set(merge(documents, [], "gateway")["paths"]) == {"/oauth2/token"}


def test_a_public_address_is_shown_open() -> None:
    documents = {"events": document("/v1/calendars/{unit}", "Out")}
    public = [("/api/public/v1/calendars/", "events", "/v1/calendars/")]

    paths = merge(documents, public, "gateway")["paths"]

    assert set(paths) == {"/api/events/v1/calendars/{unit}", "/api/public/v1/calendars/{unit}"}
    operation = paths["/api/public/v1/calendars/{unit}"]["get"]
    assert (operation["security"], operation["operationId"]) == ([], "public_list_things")


def test_the_doors_headers_stand_on_what_it_answers() -> None:
    answers = merge({"aid": document("/v1/x", "Out")}, [], "gateway")["paths"]["/api/aid/v1/x"][
        "get"
    ]["responses"]

    assert set(answers["200"]["headers"]) == {"RateLimit", "RateLimit-Policy"}
    assert set(answers["429"]["headers"]) == {"RateLimit", "RateLimit-Policy", "Retry-After"}
    assert set(answers["503"]["headers"]) == {"Retry-After"}
    assert "headers" not in answers["502"]


def test_what_a_budget_says_is_what_the_contract_says_of_it() -> None:
    spent = [Budget("client", 600).spend("somebody"), Budget("unit", 1200).spend("a union")]
    said = dict(headers(spent))

    for name in ("RateLimit", "RateLimit-Policy"):
        assert re.match(HEADERS[name]["schema"]["pattern"], said[name.lower().encode()].decode())


def test_a_tag_is_told_in_the_words_of_its_service() -> None:
    aid = {**document("/v1/x", "Out"), "tags": [{"name": "things", "description": "Things."}]}
    public = [("/api/public/v1/", "aid", "/v1/")]

    tags = merge({"aid": aid, "events": document("/v1/x", "Out")}, public, "gateway")["tags"]

    assert tags == [
        {"name": "aid things", "description": "Things."},
        {"name": "public things", "description": "Things."},
    ]

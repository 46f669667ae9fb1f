"""Whatever happens in the house is told as a CloudEvent whose schema anybody can fetch."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import jsonschema_rs
import pytest

from tests.contract.callers import Caller, Callers
from tests.contract.operations import Operation
from tests.contract.tour import Tour

pytestmark = pytest.mark.asyncio(loop_scope="session")
SERVICES = ("gateway", "registry", "aid", "events")
# What a sign-in says depends on its way: no record of it has one form.
FREE = {("gateway", "sessions")}
Event = dict[str, Any]


async def _feed(admin: Caller, service: str) -> AsyncIterator[Event]:
    after = "0"
    while True:
        answer = await admin.get(f"/api/{service}/v1/changes", params={"after": after})
        page = answer.json()
        if not page["items"]:
            return
        for one in page["items"]:
            yield one
        after = page["next"]


async def _schema(callers: Callers, address: str) -> dict[str, Any]:
    """As a program without any identity gets it, at the very address that an event says."""
    assert address.startswith(str(callers.nobody.base_url).rstrip("/") + "/api/"), address
    answer = await callers.nobody.get(urlsplit(address).path)
    assert answer.status_code == 200, f"{address}: {answer.text}"
    assert answer.headers["content-type"] == "application/schema+json"
    found: dict[str, Any] = answer.json()
    assert found["$id"] == address
    return found


async def test_each_event_is_what_the_address_in_it_says(
    callers: Callers, known: dict[str, Operation], tour: Tour
) -> None:
    """Of every resource that the demonstration and each change of the contract made."""
    for name, operation in known.items():
        if not operation.is_read:
            here = tour.where_it_succeeds(name)
            await here.perform(await here.ready(name))
    admin = await callers.as_("admin", "VUFO")
    events = [(service, one) for service in SERVICES async for one in _feed(admin, service)]
    first = {(service, one["data"]["resource"]): one["dataschema"] for service, one in events}
    schemas = {which: await _schema(callers, address) for which, address in first.items()}
    validators = {which: jsonschema_rs.validator_for(one) for which, one in schemas.items()}

    wrong = {
        f"{which}: {problem}"
        for service, one in events
        for which in [(service, one["data"]["resource"])]
        for problem in validators[which].iter_errors(one["data"])
    }
    vague = {which for which, one in schemas.items() if not one["$defs"]}

    assert len(schemas) > 40
    assert (sorted(wrong)[:20], vague) == ([], FREE)


async def test_a_schema_refuses_what_the_record_is_not(callers: Callers) -> None:
    admin = await callers.as_("admin", "VUFO")
    event = await anext(_feed(admin, "aid"))
    validator = jsonschema_rs.validator_for(await _schema(callers, event["dataschema"]))
    data = event["data"]

    assert validator.is_valid(data)
    assert validator.is_valid({key: data[key] for key in data if key != "record"}), "too large"
    assert validator.is_valid({**data, "record": None}), "deleted"
    assert not validator.is_valid({**data, "record": {**data["record"], "created_at": 7}})
    assert not validator.is_valid({**data, "record": {**data["record"], "unit_id": 7}})
    assert not validator.is_valid({**data, "resource": "others"})


async def test_what_no_service_keeps_has_no_schema(callers: Callers) -> None:
    answer = await callers.nobody.get("/api/aid/v1/changes/schemas/ngos")

    assert answer.status_code == 404

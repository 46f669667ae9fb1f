"""What the fuzzer is given: who calls each operation, records to call it on, and one valid case."""

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.contract.callers import Caller
from tests.contract.operations import Operation
from tests.contract.tour import Ready, Tour

# Records for each change, each in the state that the change wants: the first is for its example.
SPARE = 3


async def write(path: Path, tour: Tour, known: Mapping[str, Operation]) -> None:
    """The kit as a file, because the fuzzer is a process of its own."""
    kit = {
        "operations": {op.id: await _operation(tour, op) for op in known.values()},
        "refs": {
            "donor_id": await tour.make("aid_create_donor"),
            "recipient_id": await tour.make("aid_create_recipient"),
            "ngo_id": await tour.make("registry_create_ngo"),
            "event_id": await tour.make("events_create_event"),
            "venue_id": await tour.make("events_create_venue"),
            "unit_id": tour.callers.unit_id(tour.unit),
            "unit_code": tour.unit,
            "provinces": ["VN-92"],
        },
        "viewer": tour.callers.person("viewer", tour.unit),
        "basic": list(tour.callers.basic(tour.unit)),
    }
    path.write_text(json.dumps(kit))


async def _operation(tour: Tour, op: Operation) -> dict[str, Any]:
    tour = tour.where_it_succeeds(op.id)
    count = 1 if op.is_read or not op.object else SPARE
    spare = [await tour.ready(op.id) for _ in range(count)]
    caller = await tour.caller(op)
    return {
        **_session(caller),
        "object": op.object,
        "wants_version": op.wants_version,
        "wants_key": any(p["name"] == "Idempotency-Key" for p in op.about.get("parameters", ())),
        "paths": [dict(ready.ids) for ready in spare],
        "example": _example(spare[0]),
        "secret": spare[0].given.refs.get("secret", ""),
        "person": _person(tour, caller),
        # whoever was made for this operation's record, also where nobody is signed in to call it
        "newcomer": _session(tour.newcomer or caller),
    }


def _session(caller: Caller) -> dict[str, str]:
    headers = caller.headers
    return {"cookie": headers.get("Cookie", ""), "csrf": headers.get("X-CSRF-Token", "")}


def _person(tour: Tour, caller: Caller) -> dict[str, Any] | None:
    """Who can sign in again when a session of theirs was ended on the way; newcomers cannot."""
    if not caller.role or tour.callers.known.get((caller.role, caller.unit)) is not caller:
        return None
    return tour.callers.person(caller.role, caller.unit)


def _example(ready: Ready) -> dict[str, Any]:
    files = ready.step.files(ready.given) if ready.step.files else {}
    return {
        "path": dict(ready.ids),
        "query": dict(ready.step.query),
        "body": ready.body(),
        "media_type": ready.op.media_type,
        "files": {name: base64.b64encode(file[1]).decode() for name, file in files.items()},
    }

"""Section 5 of the bar for JSON, through the door: none is a fault, none is taken, none comes back.

The same rows at a service alone: `gateway/chassis/tests/core/test_mean_input.py`.
"""

import json
from typing import Any
from uuid import UUID

import pytest

URL = "/api/gateway/v1/clients"
GOOD = {
    "name": '"Phần mềm kế toán"',
    "unit_id": f'"{UUID(int=0)}"',
    "unit_code": '"HUFO"',
    "scopes": '["registry:ngos:read"]',
}


def written(**values: str) -> str:
    return "{" + ",".join(f'"{name}":{text}' for name, text in (GOOD | values).items()) + "}"


VALUES = {
    "NUL in text": {"name": '"a\\u0000b"'},
    "lone surrogate": {"name": '"\\ud800"'},
    "int 2**63": {"expires_in_days": "9223372036854775808"},
    "1e30": {"expires_in_days": "1e30"},
    "true for int": {"expires_in_days": "true"},
    "text for int": {"expires_in_days": '"12"'},
    "unknown field": {"x": "1"},
    "text for a flag": {"national": '"yes"'},
    "int for a flag": {"national": "1"},
}
BODIES = {
    "duplicate key": (written(**{"x": '1,"x":1'}).encode(), 422),
    "NaN": (written(expires_in_days="NaN").encode(), 400),
    "1e400": (written(expires_in_days="1e400").encode(), 400),
    "UTF-16": (written().encode("utf-16"), 400),
    "bad UTF-8": (written().encode("latin-1", "replace").replace(b"?", b"\xe9"), 400),
    "5,000 digits": (written(expires_in_days="9" * 5000).encode(), 400),
    "100,000 deep": (b"[" * 100_000, 400),
    "1 MiB and more": (b" " * (1024 * 1024 + 1), 413),
}
CASES = [(written(**values).encode(), 422) for values in VALUES.values()] + list(BODIES.values())


@pytest.mark.parametrize(("content", "status"), CASES, ids=[*VALUES, *BODIES])
async def test_a_mean_body_is_refused_at_the_door_as_in_a_service(
    signed_in: Any, content: bytes, status: int
) -> None:
    admin = await signed_in("admin", "HUFO")

    answer = await admin.post(URL, content=content, headers={"Content-Type": "application/json"})

    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert "kế toán" not in answer.text


async def test_an_id_beyond_every_number_is_422(signed_in: Any) -> None:
    admin = await signed_in("admin", "HUFO")

    assert (await admin.get(f"{URL}/{2**70}")).status_code == 422


async def test_the_same_body_without_a_mean_value_is_taken(signed_in: Any) -> None:
    admin = await signed_in("admin", "HUFO")
    unit = (await admin.get("/api/gateway/v1/sessions/current")).json()["person"]["unit_id"]
    body = json.loads(written()) | {"unit_id": unit}

    answer = await admin.post(URL, json=body)

    assert answer.status_code == 201, answer.text

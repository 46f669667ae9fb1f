"""Units made for one purpose, so that these tests' own stay: one that goes into another, whole, and
a sandbox."""

import secrets
from uuid import uuid4

from tests.contract.steps.step import Given, Step, after

_SOMEBODY = "gateway_create_account:elsewhere"
_PROPOSED = "gateway_propose_move"


def _somebody(given: Given) -> object:
    return {
        "username": f"moved.{given.number}",
        "name": f"Người sẽ chuyển {given.number} (demo)",
        "password": secrets.token_urlsafe(15),
        "unit_id": str(uuid4()),
        "unit_code": "TOURMOVES",
        "roles": ["viewer"],
    }


def _move(given: Given) -> object:
    return {
        **given.refs,
        "to_unit_id": str(uuid4()),
        "to_unit_code": "TOURMOVED",
        "reason": "Hợp nhất hai Liên hiệp (demo)",
    }


STEPS = {
    _SOMEBODY: Step(body=_somebody, national=True, take=lambda answer: str(answer["unit_id"])),
    # its union is everybody's to see: no canary in its name
    "gateway_create_sandbox": Step(
        body=lambda given: {"name": f"Thử {given.number} (demo)", "scopes": ["aid:grants:read"]}
    ),
    "gateway_list_move_requests": Step(query={"status": "proposed"}),
    _PROPOSED: Step(body=_move, refs={"from_unit_id": _SOMEBODY}, national=True),
    "gateway_get_move_request": after(_PROPOSED),
    "gateway_confirm_move": Step((_PROPOSED,), national=True, second=True),
    "gateway_decline_move": Step(
        (_PROPOSED,), body=lambda _: {"reason": "Chưa có nghị quyết (demo)"}, national=True
    ),
    "gateway_move_unit": Step(body=_move, refs={"from_unit_id": _SOMEBODY}, national=True),
}

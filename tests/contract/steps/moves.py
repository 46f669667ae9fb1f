"""A unit that goes into another, whole: made for this, so that these tests' own stay."""

import secrets
from uuid import uuid4

from tests.contract.steps.step import Given, Step

_SOMEBODY = "gateway_create_account:elsewhere"


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
    "gateway_move_unit": Step(body=_move, refs={"from_unit_id": _SOMEBODY}, national=True),
}

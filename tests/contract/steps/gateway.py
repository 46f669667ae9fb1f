"""The gateway's own operations, with valid data."""

import secrets

from tests.contract.steps.step import READ, Given, Step, after

_ACCOUNT, _CLIENT = "gateway_create_account", "gateway_create_client"


def _account(given: Given) -> object:
    return {
        "username": f"tour.{given.unit.lower()}.{given.number}",
        "name": f"Người mới {given.canary} (demo)",
        "password": secrets.token_urlsafe(15),
        "unit_id": given.unit_id,
        "unit_code": given.unit,
        "roles": ["viewer"],
    }


def _client(given: Given) -> object:
    return {
        "name": f"Phần mềm {given.canary} (demo)",
        "unit_id": given.unit_id,
        "unit_code": given.unit,
        "scopes": ["registry:ngos:read"],
    }


STEPS = {
    "gateway_get_keys": READ,
    "gateway_get_metadata": READ,
    "gateway_create_token": Step(basic=True, body=lambda _: {"grant_type": "client_credentials"}),
    "gateway_create_session": Step(body=lambda given: dict(given.refs)),
    "gateway_get_session": READ,
    "gateway_end_session": READ,
    "gateway_get_overview": Step(query={"as_of": "2021-11-11"}),
    "gateway_list_accounts": READ,
    "gateway_create_account": Step(body=_account),
    "gateway_disable_account": after(_ACCOUNT),
    "gateway_list_clients": READ,
    "gateway_create_client": Step(body=_client),
    "gateway_disable_client": after(_CLIENT),
    "gateway_list_changes": Step(query={"after": "0", "limit": "500"}),
    "gateway_digest_changes": READ,
}

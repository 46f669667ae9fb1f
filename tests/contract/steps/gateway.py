"""The gateway's own operations, with valid data."""

import os
import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from pyotp import TOTP

from chassis.days import today as vietnam_today
from gateway.authenticators.passkeys.rules import relying_party, spelled
from gateway.testing_passkeys import Device
from tests.contract.steps.elsewhere import ELSEWHERE
from tests.contract.steps.step import ERASE, FIND, READ, Given, Step, after, erasure

_ACCOUNT, _CLIENT = "gateway_create_account", "gateway_create_client"
# These change what somebody proves themselves with: done by people made for it.
BEGUN_BY_NEWCOMERS = frozenset(
    {
        "gateway_begin_otp",
        "gateway_begin_passkey",
        "gateway_change_password",
        "gateway_confirm_session",
    }
)
CONTINUED_BY_NEWCOMERS = frozenset(
    {
        "gateway_add_identity",
        "gateway_add_passkey",
        "gateway_begin_identity",
        "gateway_confirm_otp",
        "gateway_confirm_passkey_session",
        "gateway_remove_identity",
        "gateway_remove_otp",
        "gateway_remove_passkey",
        "gateway_rename_passkey",
    }
)
_TOKEN = {"token": "gateway_create_invitation"}
_PASSWORD = secrets.token_urlsafe(15)
_WEBHOOK = "gateway_create_webhook"
_PROPOSAL = "gateway_propose_role"
_ACCESS = "gateway_request_access"
_ABOUT_MYSELF = f"{_ACCESS}:myself"
_TAKER = {"taker_id": _ACCOUNT}
_WAITING = "gateway_create_delegation:approver"


def _account(given: Given) -> object:
    return {
        "username": f"tour.{given.unit.lower()}.{given.number}",
        "name": f"Người mới {given.canary} (demo)",
        "password": _PASSWORD,
        "unit_id": given.unit_id,
        "unit_code": given.unit,
        "roles": ["viewer"],
    }


def _invitation(given: Given) -> object:
    return {
        "username": f"guest.{given.unit.lower()}.{given.number}",
        "name": f"Người được mời {given.canary} (demo)",
        "unit_id": given.unit_id,
        "unit_code": given.unit,
        "roles": ["viewer"],
        "hours": 1,
    }


def _change(given: Given) -> object:
    return {
        "name": f"Đổi tên {given.canary} (demo)",
        "roles": ["viewer", "officer"],
        "role_periods": [{"role": "officer", "starts_on": "2026-01-01", "ends_on": None}],
    }


def _client(given: Given) -> object:
    return {
        "name": f"Phần mềm {given.canary} (demo)",
        "unit_id": given.unit_id,
        "unit_code": given.unit,
        "scopes": ["registry:ngos:read"],
    }


def _webhook(given: Given) -> object:
    """`.invalid` is a name that never leads anywhere (RFC 2606)."""
    return {
        "name": f"Kho dữ liệu {given.canary} (demo)",
        "url": f"https://kho-{given.number}.example.invalid/hook",
        "types": ["registry.ngos", "aid.grants.approve"],
    }


def _role_grant(given: Given) -> object:
    return {
        "account_id": given.refs["account_id"],
        "role": "approver",
        "reason": f"Quyết định {given.canary} (demo)",
    }


def _access_request(kind: str) -> Callable[[Given], object]:
    def body(given: Given) -> object:
        reason = f"Mất điện thoại {given.canary} (demo)"
        return {"account_id": given.refs["account_id"], "kind": kind, "reason": reason}

    return body


def _delegation(*roles: str) -> Callable[[Given], object]:
    def body(given: Given) -> object:
        begins = vietnam_today()
        return {
            "taker_id": given.refs["taker_id"],
            "roles": list(roles),
            "starts_on": begins.isoformat(),
            "ends_on": (begins + timedelta(days=7)).isoformat(),
            "reason": f"Đi công tác {given.canary} (demo)",
        }

    return body


class _Devices:
    """What newcomers of this tour hold in their hands; the one made last is used."""

    def __init__(self) -> None:
        house = os.environ.get("HOUSE_URL", "")
        self.origin, self.party = spelled(house), relying_party(house)
        self.last = Device(self.origin, self.party)

    def make(self, given: Given) -> object:
        self.last = Device(self.origin, self.party)
        return self.last.make(given.refs["challenge"], f"Máy {given.canary} (demo)")

    def sign(self, given: Given) -> object:
        return self.last.sign(given.refs["challenge"])


_DEVICES = _Devices()
_ADDED = "gateway_add_passkey"
_ASKED = {"passkey": _ADDED, "challenge": "gateway_begin_passkey_session"}


_LINKED = "gateway_add_identity"
_LEFT = {"identity": _LINKED, "address": "gateway_begin_oidc_session"}


def _address(answer: Any) -> str:
    return str(answer["address"])


def _challenge(answer: Any) -> str:
    return str(answer["challenge"])


STEPS = {
    "gateway_get_keys": READ,
    "gateway_get_metadata": READ,
    "gateway_create_token": Step(basic=True, body=lambda _: {"grant_type": "client_credentials"}),
    "gateway_create_session": Step(person="officer", body=lambda given: dict(given.refs)),
    "gateway_list_sessions": READ,
    "gateway_confirm_session": Step(body=lambda _: {"password": _PASSWORD}),
    "gateway_revoke_session": after("gateway_create_session"),
    "gateway_get_authenticators": READ,
    "gateway_begin_otp": Step(take=lambda answer: str(answer["secret"])),
    "gateway_confirm_otp": Step(
        refs={"secret": "gateway_begin_otp"},
        body=lambda given: {"otp": TOTP(given.refs["secret"]).now()},
        take=lambda answer: str(answer["codes"][0]),
    ),
    "gateway_remove_otp": Step(
        refs={"otp": "gateway_confirm_otp"},
        body=lambda given: {"password": _PASSWORD, "otp": given.refs["otp"]},
    ),
    "gateway_list_passkeys": READ,
    "gateway_begin_passkey": Step(take=_challenge),
    _ADDED: Step(
        refs={"challenge": "gateway_begin_passkey"},
        body=_DEVICES.make,
        take=lambda answer: str(answer["passkey"]["id"]),
    ),
    "gateway_rename_passkey": Step(
        refs={"id": _ADDED}, body=lambda given: {**given.refs, "name": "Điện thoại (demo)"}
    ),
    "gateway_remove_passkey": Step(refs={"id": _ADDED}, body=lambda given: dict(given.refs)),
    "gateway_begin_passkey_session": Step(take=_challenge),
    "gateway_create_passkey_session": Step(refs=_ASKED, body=_DEVICES.sign),
    "gateway_confirm_passkey_session": Step(refs=_ASKED, body=_DEVICES.sign),
    "gateway_get_oidc": READ,
    "gateway_list_identities": READ,
    # by somebody with one-time codes: the provider's word alone does not open the account then
    "gateway_begin_identity": Step(refs={"otp": "gateway_confirm_otp"}, take=_address),
    _LINKED: Step(
        refs={"address": "gateway_begin_identity"},
        body=ELSEWHERE.link,
        take=lambda answer: str(answer["items"][0]["id"]),
    ),
    "gateway_remove_identity": Step(refs={"id": _LINKED}, body=lambda given: dict(given.refs)),
    "gateway_begin_oidc_session": Step(take=_address),
    "gateway_create_oidc_session": Step(refs=_LEFT, body=ELSEWHERE.enter),
    "gateway_prove_oidc_session": Step(
        refs={"otp": "gateway_confirm_otp", **_LEFT}, body=ELSEWHERE.second
    ),
    "gateway_change_password": Step(
        body=lambda _: {"password": _PASSWORD, "new_password": secrets.token_urlsafe(15)}
    ),
    "gateway_get_session": Step(take=lambda answer: str(answer["person"]["id"])),
    "gateway_end_session": READ,
    "gateway_get_overview": Step(query={"as_of": "2021-11-11"}),
    "gateway_list_accounts": READ,
    "gateway_create_account": Step(body=_account),
    "gateway_disable_account": after(_ACCOUNT),
    "gateway_get_account": after(_ACCOUNT),
    "gateway_change_account": Step(after=(_ACCOUNT,), body=_change),
    "gateway_list_account_sessions": after(_ACCOUNT),
    "gateway_enable_account": after(_ACCOUNT, "gateway_disable_account"),
    "gateway_sign_out_account": after(_ACCOUNT),
    "gateway_reset_account": after(_ACCOUNT),
    "gateway_remove_account_otp": after(_ACCOUNT),
    "gateway_erase_account": Step((_ACCOUNT,), body=erasure),
    "gateway_find_subject": FIND,
    "gateway_erase_subject": ERASE,
    "gateway_export_subject": FIND,
    "gateway_create_invitation": Step(
        body=_invitation, take=lambda answer: str(answer["link"]).partition("#")[2]
    ),
    "gateway_read_invitation": Step(refs=_TOKEN, body=lambda given: dict(given.refs)),
    "gateway_accept_invitation": Step(
        refs=_TOKEN, body=lambda given: {**given.refs, "password": _PASSWORD}
    ),
    "gateway_list_role_grants": READ,
    "gateway_propose_role": Step(refs={"account_id": _ACCOUNT}, body=_role_grant),
    "gateway_get_role_grant": after(_PROPOSAL),
    # by another administrator than the one of the union, who proposed it
    "gateway_confirm_role": Step((_PROPOSAL,), national=True),
    "gateway_decline_role": Step((_PROPOSAL,), body=lambda _: {"reason": "Chưa cần (demo)"}),
    "gateway_list_access_requests": READ,
    _ACCESS: Step(refs={"account_id": _ACCOUNT}, body=_access_request("reset")),
    _ABOUT_MYSELF: Step(
        refs={"account_id": "gateway_get_session"}, body=_access_request("remove_otp")
    ),
    # by another administrator than the one of the union, who asked for it
    "gateway_confirm_access": Step((_ACCESS,), national=True),
    "gateway_decline_access": Step((_ACCESS,), body=lambda _: {"reason": "Chưa cần (demo)"}),
    "gateway_object_to_access": after(_ABOUT_MYSELF),
    "gateway_list_delegations": READ,
    "gateway_list_colleagues": READ,
    "gateway_create_delegation": Step(refs=_TAKER, body=_delegation("officer")),
    # deciding waits for an administrator
    _WAITING: Step(refs=_TAKER, role="approver", body=_delegation("approver")),
    "gateway_confirm_delegation": after(_WAITING),
    "gateway_decline_delegation": Step((_WAITING,), body=lambda _: {"reason": "Chưa cần (demo)"}),
    "gateway_end_delegation": after("gateway_create_delegation"),
    "gateway_list_clients": READ,
    "gateway_create_client": Step(body=_client),
    "gateway_get_client": after(_CLIENT),
    "gateway_disable_client": after(_CLIENT),
    "gateway_rotate_client": Step((_CLIENT,), body=lambda _: {"overlap_hours": 1}),
    "gateway_list_webhooks": READ,
    "gateway_create_webhook": Step(body=_webhook),
    "gateway_get_webhook": after(_WEBHOOK),
    "gateway_change_webhook": Step((_WEBHOOK,), body=lambda _: {"types": ["registry"]}),
    "gateway_disable_webhook": after(_WEBHOOK),
    "gateway_enable_webhook": after(_WEBHOOK, "gateway_disable_webhook"),
    "gateway_rotate_webhook": Step((_WEBHOOK,), body=lambda _: {"overlap_hours": 1}),
    "gateway_replay_webhook": Step((_WEBHOOK,), body=lambda _: {"service": "registry", "after": 0}),
    "gateway_list_deliveries": after(_WEBHOOK),
    "gateway_list_changes": Step(query={"after": "0", "limit": "500"}),
    "gateway_digest_changes": READ,
    "gateway_list_entries": Step(query={"q": "demo"}),
}

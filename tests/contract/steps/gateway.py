"""The gateway's own operations, with valid data."""

import secrets

from pyotp import TOTP

from tests.contract.steps.step import ERASE, FIND, READ, Given, Step, after, erasure

_ACCOUNT, _CLIENT = "gateway_create_account", "gateway_create_client"
# These change what somebody proves themselves with: done by people made for it.
BEGUN_BY_NEWCOMERS = frozenset(
    {"gateway_begin_otp", "gateway_confirm_session", "gateway_change_password"}
)
CONTINUED_BY_NEWCOMERS = frozenset({"gateway_confirm_otp", "gateway_remove_otp"})
_TOKEN = {"token": "gateway_create_invitation"}
_PASSWORD = secrets.token_urlsafe(15)
_WEBHOOK = "gateway_create_webhook"


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
    "gateway_change_password": Step(
        body=lambda _: {"password": _PASSWORD, "new_password": secrets.token_urlsafe(15)}
    ),
    "gateway_get_session": READ,
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
    "gateway_create_invitation": Step(
        body=_invitation, take=lambda answer: str(answer["link"]).partition("#")[2]
    ),
    "gateway_read_invitation": Step(refs=_TOKEN, body=lambda given: dict(given.refs)),
    "gateway_accept_invitation": Step(
        refs=_TOKEN, body=lambda given: {**given.refs, "password": _PASSWORD}
    ),
    "gateway_list_clients": READ,
    "gateway_create_client": Step(body=_client),
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
}

"""What people prove themselves with, step by step: done by newcomers made for it."""

import os
import secrets
from typing import Any

from pyotp import TOTP

from gateway.authenticators.passkeys.rules import relying_party, spelled
from gateway.testing_passkeys import Device
from tests.contract.steps.elsewhere import ELSEWHERE
from tests.contract.steps.step import READ, Given, Step

PASSWORD = secrets.token_urlsafe(15)
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
        "gateway_renew_codes",
    }
)


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
    "gateway_confirm_session": Step(body=lambda _: {"password": PASSWORD}),
    "gateway_get_authenticators": READ,
    "gateway_begin_otp": Step(take=lambda answer: str(answer["secret"])),
    "gateway_confirm_otp": Step(
        refs={"secret": "gateway_begin_otp"},
        body=lambda given: {"otp": TOTP(given.refs["secret"]).now()},
        take=ELSEWHERE.code,
    ),
    "gateway_renew_codes": Step(
        refs={"otp": "gateway_confirm_otp"},
        body=lambda given: {"password": PASSWORD, "otp": given.refs["otp"]},
        take=ELSEWHERE.code,
    ),
    "gateway_remove_otp": Step(
        refs={"otp": "gateway_renew_codes"},
        body=lambda given: {"password": PASSWORD, "otp": given.refs["otp"]},
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
    "gateway_prove_oidc_session": Step(refs=_LEFT, body=ELSEWHERE.second),
    "gateway_change_password": Step(
        body=lambda _: {"password": PASSWORD, "new_password": secrets.token_urlsafe(15)}
    ),
}

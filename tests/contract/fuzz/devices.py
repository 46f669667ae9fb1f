"""Passkeys in the fuzz: what a device signs is good for five minutes, and the run takes longer."""

from typing import Any

import requests

from gateway.authenticators.passkeys.rules import relying_party, spelled
from gateway.testing_passkeys import SIGN_IN, URL, Device

ADD = "gateway_add_passkey"
SIGNED = frozenset({ADD, "gateway_confirm_passkey_session", "gateway_create_passkey_session"})
_joined: dict[str, Device] = {}


def signed(house: str, name: str, operations: dict[str, Any]) -> dict[str, Any]:
    """A body for this operation that is good now.

    Before a device can sign in it must be known: each operation has one of its own, which joins
    the account of that operation's newcomer. Joining renews a session; `operations` are told.
    """
    told = operations[name]
    session = told if told["cookie"] else told["newcomer"]
    if name != ADD and name in _joined:
        return _joined[name].sign(_challenge(f"{house}{SIGN_IN}/challenge", {}))
    device = Device(spelled(house), relying_party(house))
    made = device.make(_challenge(house + URL + "/begin", session), "Máy (demo)")
    if name == ADD:
        return made
    answer = requests.post(house + URL, json=made, headers=_session(session), timeout=30)
    answer.raise_for_status()
    _joined[name] = device
    if told["cookie"]:
        renew(operations, told, answer.headers["set-cookie"], answer.json())
    return device.sign(_challenge(f"{house}{SIGN_IN}/challenge", {}))


def renew(
    operations: dict[str, Any], told: dict[str, Any], cookie: str, body: dict[str, Any]
) -> None:
    """Note the new session, for each operation that is called in the old one."""
    session = body.get("session", body)
    new = {"cookie": cookie.partition(";")[0], "csrf": session["csrf_token"]}
    for one in [one for one in operations.values() if one["cookie"] == told["cookie"]]:
        one |= new


def _challenge(address: str, told: dict[str, Any]) -> str:
    answer = requests.post(address, headers=_session(told), timeout=30)
    answer.raise_for_status()
    return str(answer.json()["challenge"])


def _session(told: dict[str, Any]) -> dict[str, str]:
    return {"Cookie": told["cookie"], "X-CSRF-Token": told["csrf"]} if told else {}

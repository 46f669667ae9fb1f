"""Hooks of the schemathesis process: it calls as whom `x-authz` names, mostly on records that are
there, and begins each operation with a case that must succeed. Found by SCHEMATHESIS_HOOKS."""

import base64
import json
import os
import random
import secrets
from collections import Counter
from pathlib import Path
from typing import Any

import requests
import schemathesis
from pyotp import TOTP
from schemathesis.core.parameters import ParameterLocation as Place
from schemathesis.generation.meta import TestPhase

from tests.contract.fuzz.devices import SIGNED, renew, signed

HOUSE = os.environ["HOUSE_URL"]
KIT: dict[str, Any] = json.loads(Path(os.environ["FUZZ_KIT"]).read_text())
OPERATIONS: dict[str, Any] = KIT["operations"]
COUNTS = Path(os.environ["FUZZ_COUNTS"])
MOSTLY = 0.8
# The suite after this one reads what Ho Chi Minh City published: nothing may be added there.
ALWAYS = frozenset({"provinces"})
# Closing an account or a program that the run itself needs would end the run.
ONLY_SPARE = frozenset(
    {
        "gateway_disable_account",
        "gateway_disable_client",
        "gateway_change_account",
        "gateway_enable_account",
        "gateway_erase_account",
        "gateway_sign_out_account",
        "gateway_reset_account",
        "gateway_remove_account_otp",
        "gateway_rotate_client",
    }
)
_chance = random.Random(os.environ["FUZZ_SEED"])
_successes: Counter[str] = Counter()


def _name(case: schemathesis.Case) -> str:
    return str(case.operation.definition.raw["operationId"])


def _is_negative(case: schemathesis.Case, place: Place) -> bool:
    return case.meta is not None and case.meta.is_negative_at(place)


@schemathesis.auth(refresh_interval=None)
class AsXAuthzSays:
    """The session of somebody who may; HTTP Basic for a token."""

    def get(self, case: schemathesis.Case, _: Any) -> dict[str, str]:
        name = _name(case)
        if name == "gateway_create_token":
            pair = base64.b64encode(":".join(KIT["basic"]).encode()).decode()
            return {"Authorization": f"Basic {pair}"}
        if name == "gateway_end_session":
            return _signed_in(KIT["viewer"])
        told = OPERATIONS[name]
        return {"Cookie": told["cookie"], "X-CSRF-Token": told["csrf"]} if told["csrf"] else {}

    def set(self, case: schemathesis.Case, data: dict[str, str], _: Any) -> None:
        headers = dict(data)
        if cookie := headers.pop("Cookie", ""):
            name, _, value = cookie.partition("=")
            case.cookies[name] = value
        case.headers.update(headers)


def _signed_in(person: dict[str, Any]) -> dict[str, str]:
    """A new session of this person."""
    said = {key: person[key] for key in ("username", "password")}
    answer = requests.post(f"{HOUSE}/api/gateway/v1/sessions", json=said, timeout=30)
    answer.raise_for_status()
    (cookie,) = answer.cookies.items()
    return {"Cookie": "=".join(cookie), "X-CSRF-Token": answer.json()["csrf_token"]}


@schemathesis.hook
def before_add_examples(context: Any, examples: list[schemathesis.Case]) -> None:
    """One case of the tour, on a record of its own, first of all."""
    operation = context.operation
    told = OPERATIONS[operation.definition.raw["operationId"]]["example"]
    given: dict[str, Any] = {"path_parameters": told["path"], "query": told["query"]}
    if told["body"] is not None or told["files"]:
        files = {name: base64.b64decode(text) for name, text in told["files"].items()}
        given |= {"body": {**(told["body"] or {}), **files}, "media_type": told["media_type"]}
    case = operation.Case(**given)
    # It bears its caller, as the generated ones do; unmarked it would pass for a made-up one.
    case._has_explicit_auth = True
    caller = AsXAuthzSays()
    caller.set(case, caller.get(case, None), None)
    examples.insert(0, case)


@schemathesis.hook
def before_call(context: Any, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    """Known records, any version, a fresh key: most cases then get past the lookup."""
    name = _name(case)
    told = OPERATIONS[name]
    if not _is_negative(case, Place.HEADER):
        if told["wants_version"]:
            case.headers["If-Match"] = "*"
        if told["wants_key"]:
            case.headers["Idempotency-Key"] = secrets.token_hex(8)
    if case.meta is None or case.meta.phase.name == TestPhase.EXAMPLES:
        if name == "gateway_confirm_otp" and isinstance(case.body, dict):
            case.body["otp"] = TOTP(told["secret"]).now()  # a code lives for a minute
        _sign(case, name)
        return
    if not _is_negative(case, Place.QUERY):
        _real_query(case)
    known = name in ONLY_SPARE or _chance.random() < MOSTLY
    if told["paths"][-1] and known and not _is_negative(case, Place.PATH):
        case.path_parameters = dict(_chance.choice(told["paths"][1:] or told["paths"]))
    if isinstance(case.body, dict) and not _is_negative(case, Place.BODY):
        for field in KIT["refs"].keys() & case.body.keys():
            if case.body[field] and (field in ALWAYS or _chance.random() < MOSTLY):
                case.body[field] = KIT["refs"][field]


def _sign(case: schemathesis.Case, name: str) -> None:
    """Of what a device signs, a new one; the session may be another one then."""
    told = OPERATIONS[name]
    has_session = told["cookie"].partition("=")[2] in (case.cookies or {}).values()
    if name not in SIGNED or (told["cookie"] and not has_session):
        return  # a check sends this case as nobody: it must stay nobody's
    try:
        case.body = signed(HOUSE, name, OPERATIONS)
    except requests.HTTPError:
        # Its session ended on the way: the case goes as it is, and is refused. That the operation
        # succeeded at least once is counted, and asked at the end.
        return
    if has_session:
        caller = AsXAuthzSays()
        caller.set(case, caller.get(case, None), None)


def _real_query(case: schemathesis.Case) -> None:
    """A cursor is the house's own word, no client can make one; nobody waits for long here."""
    case.query.pop("cursor", None)
    if "wait" in case.query:
        case.query["wait"] = 0


@schemathesis.hook
def after_call(context: Any, case: schemathesis.Case, response: Any) -> None:
    """Count, so that an operation that never succeeded is seen; take new records into use."""
    name = _name(case)
    if response.status_code < 300 and response.request.method == case.operation.method.upper():
        _successes[name] += 1  # an OPTIONS of a case that tries other methods is none
    if _successes[name] == 1:
        COUNTS.write_text(json.dumps(_successes))  # seldom: each write costs as much as a case
    if response.status_code == 401:
        _renew(OPERATIONS[name])
    elif name in SIGNED and OPERATIONS[name]["cookie"] and "set-cookie" in response.headers:
        renew(OPERATIONS, OPERATIONS[name], response.headers["set-cookie"][0], response.json())


def _renew(told: dict[str, Any]) -> None:
    """Begin another session where one was ended: of ten a person has, the oldest gives way."""
    if not told["person"]:
        return
    cookie = told["cookie"]
    address = f"{HOUSE}/api/gateway/v1/sessions/current"
    if requests.get(address, headers={"Cookie": cookie}, timeout=30).ok:
        return
    new = _signed_in(told["person"])
    for one in OPERATIONS.values():
        if one["cookie"] == cookie:
            one |= {"cookie": new["Cookie"], "csrf": new["X-CSRF-Token"]}

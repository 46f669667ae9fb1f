"""The gateway's own operations, with valid data."""

from collections.abc import Callable
from datetime import timedelta

from chassis.days import today as vietnam_today
from tests.contract.steps import proofs
from tests.contract.steps.proofs import PASSWORD
from tests.contract.steps.step import ERASE, FIND, READ, SCHEMA, Given, Step, after, erasure

_ACCOUNT, _CLIENT = "gateway_create_account", "gateway_create_client"
_TOKEN = {"token": "gateway_create_invitation"}
_WEBHOOK = "gateway_create_webhook"
_PROPOSAL = "gateway_propose_role"
_ACCESS = "gateway_request_access"
_ABOUT_MYSELF = f"{_ACCESS}:myself"
_TAKER = {"taker_id": _ACCOUNT}
_WAITING = "gateway_create_delegation:approver"


_ASKED_BY, _TOLD = "gateway_create_subject_request", "gateway_answer_subject_request"


def _subject_request(given: Given) -> object:
    return {
        "kind": "access",
        "person": f"Người hỏi {given.canary} (demo)",
        "wish": "Xin biết những gì được lưu về tôi (demo).",
        "received_on": vietnam_today().isoformat(),
    }


def _account(given: Given) -> object:
    return {
        "username": f"tour.{given.unit.lower()}.{given.number}",
        "name": f"Người mới {given.canary} (demo)",
        "password": PASSWORD,
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


STEPS = {
    "gateway_get_keys": READ,
    "gateway_get_metadata": READ,
    "gateway_create_token": Step(basic=True, body=lambda _: {"grant_type": "client_credentials"}),
    "gateway_create_session": Step(person="officer", body=lambda given: dict(given.refs)),
    "gateway_list_sessions": READ,
    "gateway_revoke_session": after("gateway_create_session"),
    **proofs.STEPS,
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
    "gateway_list_subject_requests": Step(query={"open": "true"}),
    _ASKED_BY: Step(body=_subject_request),
    "gateway_get_subject_request": after(_ASKED_BY),
    "gateway_get_subject_request_history": after(_ASKED_BY),
    _TOLD: Step((_ASKED_BY,), body=lambda _: {"answer": "Đã nhận, sẽ trả lời (demo)."}),
    "gateway_extend_subject_request": Step(
        (_ASKED_BY,), body=lambda _: {"reason": "Cần hỏi đơn vị khác (demo)."}
    ),
    "gateway_finish_subject_request": Step(
        (_ASKED_BY, _TOLD), body=lambda _: {"outcome": "done", "result": "Đã cung cấp (demo)."}
    ),
    "gateway_create_invitation": Step(
        body=_invitation, take=lambda answer: str(answer["link"]).partition("#")[2]
    ),
    "gateway_read_invitation": Step(refs=_TOKEN, body=lambda given: dict(given.refs)),
    "gateway_accept_invitation": Step(
        refs=_TOKEN, body=lambda given: {**given.refs, "password": PASSWORD}
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
    "gateway_get_change_schema": SCHEMA,
    "gateway_list_entries": Step(query={"q": "demo"}),
}

"""Aid's operations, with valid data. Everything here is one unit's own and carries its canary."""

from tests.contract.steps.step import ERASE, FIND, READ, SCHEMA, Given, Step, after

_DONOR, _RECIPIENT, _GRANT = "aid_create_donor", "aid_create_recipient", "aid_create_grant"
_SUBMIT, _APPRAISE = "aid_submit_grant", "aid_appraise_grant"


def _donor(given: Given) -> object:
    return {"kind": "enterprise", "name_vi": f"Công ty {given.canary} {given.number} (demo)"}


def _recipient(given: Given) -> object:
    return {
        "kind": "public_unit",
        "name_vi": f"Trường {given.canary} {given.number} (demo)",
        "province": "VN-79",
    }


def _grant(given: Given) -> object:
    return {
        **given.refs,
        "title_vi": f"Thư viện {given.canary} {given.number} (demo)",
        "form": "project",
        "managing_agency": "Ủy ban nhân dân Thành phố Hồ Chí Minh",
        "purpose": f"Xây thư viện. {given.canary}",
        "sectors": [
            {"code": "education", "percentage": "60"},
            {"code": "culture", "percentage": "40"},
        ],
        "provinces": ["VN-79"],
        "amount": {"amount": "1250000000", "currency": "VND"},
        "starts_on": "2026-01-01",
        "ends_on": "2027-12-31",
    }


def _decision(given: Given) -> object:
    return {
        "decision_number": f"TOUR-{given.number}/QĐ-UBND",
        "decided_on": "2026-03-02",
        "authority": "Ủy ban nhân dân Thành phố Hồ Chí Minh",
    }


def _reason(given: Given) -> object:
    return {"reason": f"Thiếu bản sao giấy đăng ký. {given.canary}"}


def _paper(given: Given) -> dict[str, tuple[str, bytes, str]]:
    content = f"%PDF-1.4\n% {given.canary} {given.number}\n%%EOF\n".encode()
    return {"file": (f"{given.canary}.pdf", content, "application/pdf")}


_ADD = "aid_add_document"
_PAPER = Step(after=(_GRANT, _ADD), path={"document_id": _ADD})

STEPS = {
    "aid_find_subject": FIND,
    "aid_erase_subject": ERASE,
    "aid_list_donors": Step(query={"kind": "enterprise"}),
    "aid_create_donor": Step(body=_donor),
    "aid_get_donor": after(_DONOR),
    "aid_update_donor": Step(after=(_DONOR,), body=lambda given: {"note": given.canary}),
    "aid_get_donor_history": after(_DONOR),
    "aid_list_recipients": Step(query={"sort": "-name"}),
    "aid_create_recipient": Step(body=_recipient),
    "aid_get_recipient": after(_RECIPIENT),
    "aid_update_recipient": Step(after=(_RECIPIENT,), body=lambda _: {"name_en": "School"}),
    "aid_delete_recipient": after(_RECIPIENT),
    "aid_get_recipient_history": after(_RECIPIENT),
    "aid_list_grants": Step(query={"form": "project", "sort": "-code"}),
    "aid_create_grant": Step(body=_grant, refs={"donor_id": _DONOR, "recipient_id": _RECIPIENT}),
    "aid_get_grant": after(_GRANT),
    "aid_update_grant": Step(after=(_GRANT,), body=lambda _: {"ends_on": "2028-12-31"}),
    "aid_get_grant_history": after(_GRANT),
    "aid_submit_grant": Step(after=(_GRANT,), body=lambda _: {"submitted_on": "2026-02-02"}),
    "aid_take_over_grant": Step(after=(_GRANT,), body=_reason, left=True),
    "aid_withdraw_grant": Step(after=(_GRANT, _SUBMIT), body=_reason),
    "aid_return_grant": Step(after=(_GRANT, _SUBMIT), body=_reason),
    "aid_appraise_grant": Step(
        after=(_GRANT, _SUBMIT), body=lambda given: {"opinion": f"Phù hợp. {given.canary}"}
    ),
    "aid_approve_grant": Step(after=(_GRANT, _SUBMIT, _APPRAISE), body=_decision),
    "aid_reject_grant": Step(after=(_GRANT, _SUBMIT, _APPRAISE), body=_reason),
    "aid_add_document": Step(after=(_GRANT,), body=lambda _: {"kind": "other"}, files=_paper),
    "aid_list_documents": after(_GRANT, _ADD),
    "aid_get_document": _PAPER,
    "aid_get_document_content": _PAPER,
    "aid_delete_document": _PAPER,
    "aid_list_rates": READ,
    "aid_grant_statistics": Step(query={"by": "donor,form", "from": "2021-01-01"}),
    "aid_list_changes": Step(query={"after": "0", "limit": "500"}),
    "aid_digest_changes": READ,
    "aid_get_change_schema": SCHEMA,
    "aid_list_entries": Step(query={"q": "demo"}),
}

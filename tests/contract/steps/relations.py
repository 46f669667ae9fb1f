"""The registry's operations on what unions have with others: members, parties, agreements,
recognitions, needs and referrals. What all units see carries no canary."""

from collections.abc import Callable

from tests.contract.steps.step import Given, Step, after

# The reference data's. No caller of these tests is of this union: the two sides of a referral both
# take its steps, and whoever asks from outside must be a stranger to it.
_TAYNINH = "1277cf47-5e34-545f-b00f-6ced50d19e74"
_FLAG = "GN-6MA2F-5885P"  # on the demonstration data's certificate
# NGOs that another union than the caller's keeps: Cần Thơ, and for Cần Thơ's own callers Hải Phòng.
_ELSEWHERE = "90cea8e3-a932-5995-8430-fc63c2cd7690"
_FARTHER = "06c3d73b-ce51-5ed0-b888-8ac35153f101"
Body = Callable[[Given], object]
_CALL = {"on": "2031-03-02", "kind": "courtesy_call", "summary": "Chào xã giao (demo)"}
_EVIDENCE = {"clause": "1", "on": "2031-03-02", "kind": "training", "summary": "Tập huấn (demo)"}
_REVIEW = {"period_end": "2031-06-30", "held_on": "2031-07-05", "findings": "Đạt (demo)"}


def _named(**said: object) -> Body:
    """A body with a name of its own."""
    return lambda given: {
        "unit_id": given.unit_id,
        "name_vi": f"Hội Chuyến Đi số {given.number} (demo)",
        **said,
    }


def _agreement(given: Given) -> object:
    return {
        "unit_id": given.unit_id,
        "kind": "coordination",
        "title_vi": f"Quy chế Chuyến Đi số {given.number} (demo)",
        "parties": [
            {"name": given.unit, "unit_id": given.unit_id},
            {"name": "Sở Giả Định (demo)"},
        ],
        "starts": {"date": "2031-01-01"},
        "ends": {"date": "2035-01-01", "precision": "year"},
        "clauses": [{"number": "1", "text": "Trao đổi thông tin"}],
    }


def _recognition(given: Given) -> object:
    return {
        "unit_id": given.unit_id,
        "kind": "certificate_of_merit",
        "title": "Giấy khen",
        "giver": given.unit,
        "giver_unit_id": given.unit_id,
        "recipient_type": "individual",
        "recipient": f"Người Chuyến Đi {given.number} (demo)",
        "decided": {"date": "2031-01-09"},
        "achievement": f"Đóng góp số {given.number}",
        "period_from": "2030-01-01",
        "period_to": "2030-12-31",
    }


def _need(given: Given) -> object:
    return {
        "unit_id": given.unit_id,
        "title_vi": f"Nước sạch {given.number} (demo)",
        "province_code": "VN-92",
        "sectors": ["education"],
        "open_from": "2031-01-01",
    }


def _referral(given: Given) -> object:
    return {
        "unit_id": given.unit_id,
        **given.refs,
        "to_unit_id": _TAYNINH,
        "introduced_on": "2031-02-01",
    }


def _representative(given: Given) -> object:
    return {
        "unit_id": given.unit_id,
        **given.refs,
        "person": f"Người Đại Diện {given.number} (demo)",
        "post": "representative",
        "paper_kind": "passport",
        "paper_number": f"DEMO{given.number:06}",
        "starts": {"date": "2031-01-01"},
    }


def _bank_account(given: Given) -> object:
    return {
        "unit_id": given.unit_id,
        **given.refs,
        "bank": "Ngân hàng Giả Định (demo)",
        "holder": f"Văn phòng số {given.number} (demo)",
        "number": f"0000{given.number:08}",
        "notified_on": "2031-01-15",
    }


def _contact(given: Given) -> object:
    return {
        **given.refs,
        "held_on": "2031-01-15",
        "channel": "meeting",
        "ours": f"Cán bộ {given.number} (demo)",
        "summary": f"{given.canary} {given.number}",
        "next_step": "Gửi danh sách",
        "next_due_on": "2031-02-01",
    }


def _obligation(given: Given) -> object:
    return {
        "unit_id": given.unit_id,
        **given.refs,
        "rule": "NGO-30",
        "since": "2026-03-02",
        "note": f"{given.canary} {given.number}",
    }


def _kept(one: str, many: str, body: Body, change: object, **refs: str) -> dict[str, Step]:
    """The five operations that every such record has."""
    made = f"registry_create_{one}"
    return {
        f"registry_list_{many}": Step(query={"q": "demo", "unit": "HUFO", "count": "true"}),
        made: Step(body=body, refs=refs),
        f"registry_get_{one}": after(made),
        f"registry_update_{one}": Step(after=(made,), body=lambda _: change),
        f"registry_get_{one}_history": after(made),
    }


def _after(*lineage: str, body: object) -> Step:
    return Step(after=lineage, body=lambda _: body)


def _received(*lineage: str, body: object) -> Step:
    """A step of the receiving union, for which the national one speaks here."""
    return Step(after=lineage, body=lambda _: body, national=True)


def _proposal(given: Given) -> object:
    return {
        "ngo_id": _FARTHER if given.unit == "CANTHO" else _ELSEWHERE,
        "patch": {"website": f"https://chuyen-di-{given.number}.example"},
        "reason": "Tổ chức đã đổi địa chỉ (demo)",
    }


_PROPOSED = "registry_create_proposal"
_MADE = "registry_create_referral"
_ACCEPTED = (_MADE, "registry_accept_referral")
_VISITED = (*_ACCEPTED, "registry_visit_referral")
_VERIFY = Step(known=lambda _: _FLAG)
_AGREED = "registry_create_agreement"
_NGO = {"ngo_id": "registry_create_ngo"}
_DONE = {"next_done_on": "2031-02-02"}
_WHY = {"reason": "Đối chiếu hồ sơ (demo)"}

STEPS = {
    **_kept("obligation", "obligations", _obligation, {"note": "Đã nhắc (demo)"}, **_NGO),
    "registry_list_obligations": Step(query={"year": "2026", "count": "true"}),
    **_kept("member", "members", _named(level="local", kind="club"), {"people": 40}),
    **_kept("party", "parties", _named(kind="firm", country="KR"), {"phone": "024.0000000"}),
    "registry_add_party_contact": _after("registry_create_party", body=_CALL),
    **_kept("agreement", "agreements", _agreement, {"note": "Đã gửi bản ký"}),
    "registry_add_agreement_evidence": _after(_AGREED, body=_EVIDENCE),
    "registry_add_agreement_review": _after(_AGREED, body=_REVIEW),
    **_kept("recognition", "recognitions", _recognition, {"presenter": "Chủ tịch (demo)"}),
    "registry_revoke_recognition": _after(
        "registry_create_recognition",
        body={"reason": "Trao nhầm (demo)", "revoked_on": "2031-01-10"},
    ),
    "registry_verify_recognition": _VERIFY,
    "public_verify_recognition": _VERIFY,
    **_kept("need", "needs", _need, {"beneficiaries": 90}),
    **_kept("referral", "referrals", _referral, {"letter": "01/LH"}, **_NGO),
    **_kept(
        "representative", "representatives", _representative, {"title": "Giám đốc (demo)"}, **_NGO
    ),
    "registry_reveal_representative": _after("registry_create_representative", body=_WHY),
    **_kept("bank_account", "bank_accounts", _bank_account, {"letter": "01/TB"}, **_NGO),
    "registry_list_contacts": Step(query={"waiting_by": "2031-12-31", "count": "true"}),
    "registry_create_contact": Step(body=_contact, refs=_NGO),
    "registry_get_contact": after("registry_create_contact"),
    "registry_update_contact": _after(
        "registry_create_contact", body={"next_done_on": "2031-02-02"}
    ),
    "registry_get_contact_history": after("registry_create_contact"),
    "registry_reveal_bank_account": _after("registry_create_bank_account", body=_WHY),
    "registry_accept_referral": _received(_MADE, body={"accepted_on": "2031-02-03"}),
    "registry_visit_referral": _received(*_ACCEPTED, body={"visited_on": "2031-02-10"}),
    "registry_conclude_referral": _received(
        *_VISITED, body={"concluded_on": "2031-03-01", "outcome": "agreed"}
    ),
    "registry_decline_referral": _received(
        _MADE, body={"reason": "Không đúng lĩnh vực (demo)", "declined_on": "2031-02-20"}
    ),
    "registry_list_proposals": Step(query={"steward": "CANTHO", "unit": "HUFO", "count": "true"}),
    _PROPOSED: Step(body=_proposal),
    "registry_get_proposal": after(_PROPOSED),
    "registry_get_proposal_history": after(_PROPOSED),
    "registry_accept_proposal": _received(_PROPOSED, body={"fields": ["website"]}),
    "registry_decline_proposal": _received(_PROPOSED, body={"reason": "Chưa có văn bản (demo)"}),
    "registry_withdraw_proposal": _after(_PROPOSED, body={}),
    "registry_member_statistics": Step(query={"by": "level", "as_of": "2017-12-31"}),
    "registry_recognition_statistics": Step(query={"by": "recipient_type", "year": "2022"}),
    "registry_referral_statistics": Step(query={"year": "2019"}),
}

"""The registry's procedures, step by step, with valid data: each on a certificate of its own."""

from collections.abc import Callable
from typing import Any

from tests.contract.steps.step import Given, Step, after

_OPEN = "registry_create_procedure"
_CERTIFICATE = {"certificate_id": "registry_create_certificate"}
_SUSPENDED = {"certificate_id": "registry_create_certificate:suspended"}
_BODY = "Bộ Công an"


def _opened(kind: str, **fields: Any) -> Callable[[Given], object]:
    return lambda given: {"kind": kind, **fields, **given.refs, "note": given.canary}


def _told(**fields: Any) -> Callable[[Given], object]:
    """A step taken today, with its document and its reason."""

    def body(given: Given) -> object:
        paper = {
            "number": f"{given.number}/TOUR",
            "dated": "2026-03-02",
            "issuer": "Cơ quan giả định (demo)",
            "summary": f"Công văn {given.canary}",
        }
        return {"paper": paper, "reason": f"Lý do {given.canary}", **fields}

    return body


def _tick(item: str) -> Callable[[Given], object]:
    return lambda given: {"item": item, "note": f"Tủ hồ sơ {given.canary}"}


def _verb(name: str) -> str:
    return f"registry_{name}_procedure"


def _step(*lineage: str, **fields: Any) -> Step:
    return Step(after=lineage, body=_told(**fields))


def _paper(given: Given) -> dict[str, tuple[str, bytes, str]]:
    content = f"%PDF-1.4\n% {given.canary} {given.number}\n%%EOF\n".encode()
    return {"file": (f"{given.canary}.pdf", content, "application/pdf")}


_FILED = (_OPEN, _verb("tick"), _verb("tick") + ":original", _verb("file"))
_ACCEPTED = (*_FILED, _verb("accept"))
_CONSULTING = (*_ACCEPTED, _verb("consult"))
_HEARD = (*_CONSULTING, _verb("reply"))
_MINISTRY = (*_HEARD, _verb("conclude"), _verb("forward"))
_SUSPENDING = (f"{_OPEN}:suspend", _verb("consult"), _verb("reply"), _verb("conclude"))
_ENDING = (f"{_OPEN}:terminate", _verb("consult"), _verb("reply"), _verb("conclude"))
_REPORTED = (f"{_OPEN}:lift", _verb("report"))
_ADD = "registry_add_procedure_document"
_FILE = Step(after=(_OPEN, _ADD), path={"document_id": _ADD})

STEPS = {
    "registry_get_procedure_rules": Step(query={"on": "2026-03-02"}),
    "registry_list_deadlines": Step(query={"within": "365", "what": "step"}),
    "registry_list_procedures": Step(query={"kind": "amend", "sort": "due"}),
    _OPEN: Step(body=_opened("reissue"), refs=_CERTIFICATE),
    f"{_OPEN}:suspend": Step(body=_opened("suspend", ground="other_account"), refs=_CERTIFICATE),
    f"{_OPEN}:terminate": Step(
        body=_opened("terminate", ground="prohibited_act"), refs=_CERTIFICATE
    ),
    f"{_OPEN}:lift": Step(body=_opened("lift"), refs=_SUSPENDED),
    f"{_OPEN}:self": Step(body=_opened("self_terminate", ends_on="2027-01-15"), refs=_CERTIFICATE),
    "registry_get_procedure": after(_OPEN),
    "registry_get_procedure_history": after(_OPEN),
    "registry_update_procedure": Step(after=(_OPEN,), body=lambda given: {"note": given.canary}),
    _verb("tick"): Step(after=(_OPEN,), body=_tick("application")),
    _verb("tick") + ":original": Step(after=(_OPEN,), body=_tick("original")),
    _verb("file"): _step(_OPEN),
    _verb("return"): _step(*_FILED),
    _verb("accept"): _step(*_FILED),
    _verb("consult"): _step(*_ACCEPTED, bodies=[_BODY]),
    _verb("reply"): _step(*_CONSULTING, body=_BODY, stance="agree"),
    _verb("conclude"): _step(*_HEARD),
    _verb("forward"): _step(*_HEARD, _verb("conclude")),
    _verb("grant"): _step(*_MINISTRY, outcome={"issuer": "Bộ Ngoại giao"}),
    _verb("refuse"): _step(*_MINISTRY),
    _verb("deliver"): _step(*_MINISTRY, _verb("grant")),
    _verb("notify"): _step(*_MINISTRY, _verb("refuse")),
    _verb("meet"): _step(*_SUSPENDING),
    _verb("suspend"): _step(*_SUSPENDING),
    _verb("dismiss"): _step(*_SUSPENDING),
    _verb("revoke"): _step(*_ENDING),
    _verb("report"): _step(f"{_OPEN}:lift"),
    _verb("lift"): _step(*_REPORTED),
    _verb("reject"): _step(*_REPORTED),
    _verb("close"): _step(f"{_OPEN}:self", _verb("file")),
    _verb("withdraw"): _step(_OPEN),
    _ADD: Step(after=(_OPEN,), body=lambda given: {"title": given.canary}, files=_paper),
    "registry_list_procedure_documents": after(_OPEN, _ADD),
    "registry_get_procedure_document": _FILE,
    "registry_get_procedure_document_content": _FILE,
    "registry_delete_procedure_document": _FILE,
}

"""Every refusal leaves as RFC 9457 problem+json, in the caller's language, with a request id.

`instance` names the occurrence (the request), not the path: so the answer for another unit's record
and for an id that never existed are the same bytes.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import orjson
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from chassis.errors import BadRequest, FieldProblem, Invalid, NotFound, Refusal
from chassis.logs import request_id
from chassis.refusals import REFUSALS, Catalogue

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"


class FieldProblemOut(BaseModel):
    pointer: str
    code: str
    detail: str


class Problem(BaseModel):
    """The body of every refusal."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    request_id: str
    errors: list[FieldProblemOut] = Field(default_factory=list)


TITLES = {
    400: ("Yêu cầu không đọc được", "Unreadable request"),
    401: ("Chưa đăng nhập", "Not signed in"),
    403: ("Không được phép", "Not allowed"),
    404: ("Không tìm thấy", "Not found"),
    405: ("Sai phương thức", "Method not allowed"),
    406: ("Không có dạng trả lời này", "Not acceptable"),
    409: ("Xung đột", "Conflict"),
    410: ("Không còn nữa", "Gone"),
    412: ("Phiên bản đã cũ", "Stale version"),
    413: ("Quá lớn", "Too large"),
    414: ("Địa chỉ quá dài", "Address too long"),
    415: ("Sai kiểu nội dung", "Unsupported media type"),
    422: ("Giá trị không hợp lệ", "Invalid values"),
    428: ("Thiếu phiên bản", "Version required"),
    429: ("Quá nhiều yêu cầu", "Too many requests"),
    431: ("Tiêu đề quá lớn", "Header fields too large"),
    500: ("Lỗi máy chủ", "Server error"),
    502: ("Dịch vụ phía sau lỗi", "Bad upstream answer"),
    503: ("Tạm thời không phục vụ", "Unavailable"),
    504: ("Dịch vụ phía sau quá chậm", "Upstream timeout"),
}


def language(accept: str) -> int:
    """0 for Vietnamese (the default), 1 for English, by Accept-Language's weights."""
    best = {"vi": -1.0, "en": -1.0}
    for part in accept[:200].lower().split(","):
        tag, _, weight = part.strip().partition(";q=")
        try:
            quality = float(weight) if weight else 1.0
        except ValueError:
            continue
        key = tag.split("-")[0]
        if key in best:
            best[key] = max(best[key], quality)
    return 1 if best["en"] > best["vi"] else 0


class Sentences:
    """The merged catalogues of a process."""

    def __init__(self, *catalogues: Catalogue) -> None:
        self.texts: dict[str, tuple[str, str]] = dict(REFUSALS)
        for catalogue in catalogues:
            self.texts |= catalogue

    def say(self, code: str, lang: int, params: Mapping[str, object]) -> str:
        """The sentence of `code`; raises KeyError for a code that is in no catalogue."""
        return self.texts[code][lang].format_map(params if lang else _as_read(params))


def _as_read(params: Mapping[str, object]) -> Mapping[str, object]:
    """Days as a Vietnamese reader writes them."""
    return {
        name: f"{value:%d/%m/%Y}" if isinstance(value, date) else value
        for name, value in params.items()
    }


def body(sentences: Sentences, refusal: Refusal, lang: int) -> dict[str, Any]:
    """The problem document of a refusal."""
    return {
        "type": f"/problems/{refusal.code}",
        "title": TITLES.get(refusal.status, TITLES[500])[lang],
        "status": refusal.status,
        "detail": sentences.say(refusal.code, lang, refusal.params),
        "instance": f"urn:request:{request_id.get()}",
        "code": refusal.code,
        "request_id": request_id.get(),
        "errors": [
            {
                "pointer": field.pointer,
                "code": field.code,
                "detail": sentences.say(field.code, lang, dict(field.params)),
            }
            for field in refusal.errors
        ],
        **refusal.extra,
    }


def response(sentences: Sentences, refusal: Refusal, accept_language: str) -> Response:
    lang = language(accept_language)
    headers = {"Content-Language": "en" if lang else "vi", "Cache-Control": "no-store"}
    return Response(
        orjson.dumps(body(sentences, refusal, lang)),
        refusal.status,
        headers | refusal.headers,
        MEDIA_TYPE,
    )


# pydantic's error type -> (our code, the parameters we take from its context)
_KINDS: dict[str, tuple[str, dict[str, str]]] = {
    "missing": ("field.missing", {}),
    "extra_forbidden": ("field.unknown", {}),
    "string_too_short": ("field.too_short", {"min": "min_length"}),
    "string_too_long": ("field.too_long", {"max": "max_length"}),
    "too_short": ("field.too_short", {"min": "min_length"}),
    "too_long": ("field.too_long", {"max": "max_length"}),
    "greater_than_equal": ("field.too_small", {"min": "ge"}),
    "greater_than": ("field.too_small", {"min": "gt"}),
    "less_than_equal": ("field.too_big", {"max": "le"}),
    "less_than": ("field.too_big", {"max": "lt"}),
    "string_pattern_mismatch": ("field.pattern", {}),
    "literal_error": ("field.choice", {"choices": "expected"}),
    "enum": ("field.choice", {"choices": "expected"}),
    "date": ("field.date", {}),
    "instant": ("field.instant", {}),
    "text": ("field.text", {}),
    "integer": ("field.integer", {}),
    "int_type": ("field.integer", {}),
    "int_parsing": ("field.integer", {}),
    "uuid": ("field.uuid", {}),
    "uuid_parsing": ("field.uuid", {}),
    "uuid_type": ("field.uuid", {}),
}


def pointer(location: Sequence[object]) -> str:
    """`("body", "names", 0)` as `/body/names/0`, with RFC 6901 escapes."""
    return "".join("/" + str(p).replace("~", "~0").replace("/", "~1") for p in location)


def field_problem(error: Mapping[str, Any]) -> FieldProblem:
    """One pydantic error in our words. Nothing that was sent is repeated, not a field's name."""
    kind = str(error["type"])
    code, wanted = _KINDS.get(
        kind,
        (
            "field.type"
            if kind.endswith("_type") or kind.endswith("_parsing")
            else "field.invalid",
            {},
        ),
    )
    context = error.get("ctx") or {}
    location = error["loc"][:-1] if kind == "extra_forbidden" else error["loc"]
    params = tuple((name, _said(context.get(key, "?"))) for name, key in wanted.items())
    return FieldProblem(pointer(location), code, params)


def _said(value: object) -> object:
    """Pydantic joins the last of several choices by an English word."""
    return value.replace("' or '", "', '") if isinstance(value, str) else value


def invalid(errors: Iterable[Mapping[str, Any]]) -> Refusal:
    """Pydantic's list of errors as one refusal: 400 when the body is no JSON, else 422."""
    listed = list(errors)
    if any(error["type"] == "json_invalid" for error in listed):
        return BadRequest("body.malformed")
    return Invalid("invalid", errors=[field_problem(error) for error in listed[:100]])


def from_http(error: HTTPException) -> Refusal:
    """Starlette's own refusals (unknown path, wrong method) in our words."""
    headers = dict(error.headers or {})
    if error.status_code == 404:
        return NotFound("route.unknown")
    if error.status_code == 400:
        return BadRequest("body.malformed")
    refusal = Refusal("internal" if error.status_code >= 500 else "field.invalid", headers=headers)
    refusal.status = error.status_code
    return refusal


async def on_refusal(request: Request, error: Exception) -> Response:
    """The one handler: every expected exception becomes a refusal, every refusal an answer."""
    match error:
        case Refusal():
            refusal = error
        case RequestValidationError():
            refusal = invalid(error.errors())
        case HTTPException():
            refusal = from_http(error)
        case _:
            log.error("unhandled", exc_info=error)
            refusal = Refusal("internal")
    return response(
        request.app.state.sentences, refusal, request.headers.get("accept-language", "")
    )

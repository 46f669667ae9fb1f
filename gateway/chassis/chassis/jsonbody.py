"""JSON as this house reads it: UTF-8 only, no duplicate keys, no NaN, bounded depth and numbers."""

import json
from typing import Any, NoReturn

from chassis.errors import BadRequest, Invalid

MAX_DEPTH = 32
MAX_DIGITS = 40


class _Duplicate(ValueError):
    pass


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen = dict(pairs)
    if len(seen) != len(pairs):
        raise _Duplicate
    return seen


def _no_constant(_: str) -> NoReturn:
    raise ValueError("NaN and Infinity are not JSON")


def _integer(text: str) -> int:
    # A number of thousands of digits costs quadratic time to read and fits no column anyway.
    if len(text) > MAX_DIGITS:
        raise ValueError("number too long")
    return int(text)


def _float(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("number too large")
    return number


def _depth_ok(raw: bytes) -> bool:
    """Whether brackets nest within bounds, counted outside strings before any parser recurses."""
    depth = 0
    inside = escaped = False
    for byte in raw:
        if inside:
            if escaped:
                escaped = False
            elif byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                inside = False
        elif byte == 0x22:
            inside = True
        elif byte in (0x5B, 0x7B):
            depth += 1
            if depth > MAX_DEPTH:
                return False
        elif byte in (0x5D, 0x7D):
            depth -= 1
    return True


def parse(raw: bytes) -> Any:
    """The value of a body, or a refusal (400 unreadable, 422 for a duplicate key). Never echoes."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise BadRequest("body.encoding") from None
    if raw.count(b"[") + raw.count(b"{") > MAX_DEPTH and not _depth_ok(raw):
        raise BadRequest("body.too_deep", limit=MAX_DEPTH)
    try:
        return json.loads(
            text,
            object_pairs_hook=_pairs,
            parse_constant=_no_constant,
            parse_int=_integer,
            parse_float=_float,
        )
    except _Duplicate:
        raise Invalid("body.duplicate_key") from None
    except (ValueError, RecursionError):
        raise BadRequest("body.malformed") from None

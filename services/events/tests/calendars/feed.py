"""An independent reader of calendar files: a lint of the bytes and a small parser.

It shares nothing with the writer, so that a mistake cannot stand on both sides.
"""

import re
from typing import Any

DURATION = re.compile(r"P(\d+W|(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?)")
LINE = re.compile(r"([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^:;]+)*):(.*)", re.DOTALL)


def lint(body: bytes) -> list[str]:
    """What RFC 5545 forbids on the wire and most programs forgive until one does not."""
    found = []
    if body.count(b"\n") != body.count(b"\r\n") or body.count(b"\r") != body.count(b"\r\n"):
        found.append("a bare line end")
    for number, line in enumerate(body.split(b"\r\n"), 1):
        if len(line) > 75:
            found.append(f"line {number} has {len(line)} octets")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append(f"line {number} splits a character")
    if not body.endswith(b"END:VCALENDAR\r\n"):
        found.append("it does not end with END:VCALENDAR")
    if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", body):
        found.append("a control character")
    text = body.replace(b"\r\n ", b"").decode("utf-8", "replace")
    declared = set(re.findall(r"^TZID:(.+?)\r?$", text, re.M))
    if used := set(re.findall(r"TZID=([^:;]+)", text)) - declared:
        found.append(f"undeclared time zones {used}")
    for line in text.split("\r\n")[:-1]:
        if not LINE.fullmatch(line):
            found.append(f"no content line: {line[:40]!r}")
    for name, value in re.findall(
        r"^(REFRESH-INTERVAL|X-PUBLISHED-TTL)[^:]*:(.*?)\r?$", text, re.M
    ):
        if not DURATION.fullmatch(value):
            found.append(f"{name} is no duration")
    return found


def _text(value: str) -> str:
    plain = {"n": "\n", "N": "\n"}
    return re.sub(r"\\(.)", lambda m: plain.get(m[1], m[1]), value, flags=re.DOTALL)


def parse(body: bytes) -> dict[str, Any]:
    """The calendar as nested dictionaries; a property's parameters stand in its name."""
    root: dict[str, Any] = {"children": []}
    stack = [root]
    for line in body.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]:
        match = LINE.fullmatch(line)
        assert match, line
        name, parameters, value = match.groups()
        if name == "BEGIN":
            child: dict[str, Any] = {"is": value, "children": []}
            stack[-1]["children"].append(child)
            stack.append(child)
        elif name == "END":
            assert stack.pop()["is"] == value
        else:
            assert name + parameters not in stack[-1], f"{name} twice"
            stack[-1][name + parameters] = _text(value)
    assert len(stack) == 1
    assert len(root["children"]) == 1
    calendar: dict[str, Any] = root["children"][0]
    return calendar


def events(body: bytes) -> list[dict[str, Any]]:
    return [child for child in parse(body)["children"] if child["is"] == "VEVENT"]

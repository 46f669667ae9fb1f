"""iCalendar text as RFC 5545 and calendar programs want it. Pure: same event, same bytes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from events.local_time import HERE

MAX_OCTETS = 75
# Part of every UID: a changed UID is a second event in every calendar, so it is no setting.
UID_DOMAIN = "events.nhipcau.vn"

# Viet Nam has had +07 without summer time since 1975.
VTIMEZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)
STATUSES = {
    "planned": "TENTATIVE",
    "confirmed": "CONFIRMED",
    "done": "CONFIRMED",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}
# Several programs hide or ignore STATUS: the title says it too.
PREFIXES = {"cancelled": "[HUỶ] ", "postponed": "[HOÃN] "}
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_LINE_ENDS = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")
# What no calendar program should be sent: controls, lone surrogates, direction overrides.
_NEVER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the feed tells of one event. `whole_days`: the ends are days and not clock times."""

    uid: str
    version: int
    changed: datetime
    status: str
    title: str
    starts_at: datetime
    ends_at: datetime
    whole_days: bool
    location: str | None
    description: str | None


def escape(text: str) -> str:
    """A TEXT value: line ends as `\\n`, the four special characters escaped, controls left out."""
    plain = _NEVER.sub("", _LINE_ENDS.sub("\n", text))
    return "".join(_ESCAPES.get(character, character) for character in plain)


def fold_line(line: str) -> bytes:
    """One content line with its CRLF, folded at 75 octets and never inside a character."""
    raw = line.encode("utf-8")
    parts = []
    room = MAX_OCTETS
    while len(raw) > room:
        cut = room
        while raw[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(raw[:cut])
        raw = raw[cut:]
        room = MAX_OCTETS - 1  # the space that begins a continuation counts
    parts.append(raw)
    return b"\r\n ".join(parts) + b"\r\n"


def _lines(lines: Iterable[str]) -> bytes:
    return b"".join(fold_line(line) for line in lines)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _when(name: str, moment: datetime, whole_days: bool) -> str:
    local = moment.astimezone(HERE)
    if whole_days:
        return f"{name};VALUE=DATE:{local:%Y%m%d}"
    return f"{name};TZID=Asia/Ho_Chi_Minh:{local:%Y%m%dT%H%M%S}"


def vevent(entry: Entry) -> bytes:
    """One event. Its times of change are the record's and not now: polling changes nothing."""
    changed = _instant(entry.changed)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{entry.uid}@{UID_DOMAIN}",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        f"SEQUENCE:{entry.version - 1}",
        _when("DTSTART", entry.starts_at, entry.whole_days),
        _when("DTEND", entry.ends_at, entry.whole_days),
        f"SUMMARY:{escape(PREFIXES.get(entry.status, '') + entry.title)}",
        f"STATUS:{STATUSES[entry.status]}",
    ]
    if entry.location:
        lines.append(f"LOCATION:{escape(entry.location)}")
    if entry.description:
        lines.append(f"DESCRIPTION:{escape(entry.description)}")
    return _lines([*lines, "END:VEVENT"])


def calendar(unit_name: str, events: Iterable[bytes]) -> bytes:
    """The whole feed of one union. Without METHOD, which would ask an ORGANIZER of every event."""
    name = escape(f"Lịch hoạt động – {unit_name}")
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Nhip Cau//Events 1.0//VI",
        "CALSCALE:GREGORIAN",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        *VTIMEZONE,
    )
    return b"".join((_lines(head), *events, b"END:VCALENDAR\r\n"))

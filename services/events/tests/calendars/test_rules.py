"""The text of the feed, without a database."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from events.calendars.rules import PREFIXES, STATUSES, Entry, calendar, escape, fold_line, vevent
from events.events.rules import Status

from .feed import events, lint, parse

MAY = datetime(2027, 5, 4, 1, tzinfo=UTC)
ENTRY = Entry(
    uid="0192f0c1-0000-7000-8000-000000000000",
    version=3,
    changed=datetime(2026, 11, 22, 3, 4, 5, 678, tzinfo=UTC),
    status="confirmed",
    title="Hội nghị tổng kết công tác đối ngoại nhân dân; triển khai nhiệm vụ, phương hướng",
    starts_at=MAY,
    ends_at=MAY + timedelta(hours=3),
    whole_days=False,
    location="31 Lê Duẩn, Phường Sài Gòn",
    description="1) Báo cáo;\n2) Thảo luận\\kiến nghị",
)
NASTY = [
    "a\r\nb\nc\rd\u2028e\u0085f",
    "BEGIN:VEVENT\r\nUID:forged",
    "🎉" * 60,
    "ế" * 200,
    "e\u0302\u0301" * 80,
    "\x00\x07\x1b[31m\x7f",
    "\\;,\\n:\"=^'",
    "a\ud800b\u202ec",
    "x" * 75,
    " đầu và cuối ",
    "",
]


def one(entry: Entry) -> dict[str, str]:
    body = calendar("Liên hiệp", [vevent(entry)])
    assert lint(body) == []
    (found,) = events(body)
    return found


def test_an_event_reads_back_as_it_was_written() -> None:
    found = one(ENTRY)

    assert found["UID"] == f"{ENTRY.uid}@events.nhipcau.vn"
    assert found["DTSTAMP"] == found["LAST-MODIFIED"] == "20261122T030405Z"
    assert found["SEQUENCE"] == "2"
    assert found["DTSTART;TZID=Asia/Ho_Chi_Minh"] == "20270504T080000"
    assert found["DTEND;TZID=Asia/Ho_Chi_Minh"] == "20270504T110000"
    assert found["SUMMARY"] == ENTRY.title
    assert found["LOCATION"] == ENTRY.location
    assert found["DESCRIPTION"] == ENTRY.description
    assert found["STATUS"] == "CONFIRMED"


def test_whole_days_are_dates_and_the_end_is_the_day_after() -> None:
    midnight = datetime(2026, 12, 25, 17, tzinfo=UTC)  # the 26th here

    found = one(
        replace(ENTRY, whole_days=True, starts_at=midnight, ends_at=midnight + timedelta(days=2))
    )

    assert found["DTSTART;VALUE=DATE"] == "20261226"
    assert found["DTEND;VALUE=DATE"] == "20261228"


@pytest.mark.parametrize("status", [status for status in Status if status != Status.DRAFT])
def test_every_announced_status_has_its_word(status: Status) -> None:
    found = one(replace(ENTRY, status=status))

    assert found["STATUS"] == STATUSES[status]
    assert found["SUMMARY"] == PREFIXES.get(status, "") + ENTRY.title
    assert found["SUMMARY"].startswith("[HUỶ] ") is (status == "cancelled")


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_no_text_breaks_out_of_its_property(text: str) -> None:
    body = calendar(text, [vevent(replace(ENTRY, title=text, location=text, description=text))])

    assert lint(body) == []
    (found,) = events(body)
    assert found["UID"].startswith(ENTRY.uid)
    assert body.count(b"\r\nBEGIN:VEVENT") == 1


def test_line_ends_become_one_and_the_rest_of_the_text_stays() -> None:
    assert escape("a\r\nb\rc\nd") == "a\\nb\\nc\\nd"
    assert escape("\\;,") == "\\\\\\;\\,"
    assert escape("tab\tstays") == "tab\tstays"


def test_folding_holds_at_every_length_and_alphabet() -> None:
    chance = random.Random(7)
    for length in range(300):
        line = "".join(chance.choice("aế😀") for _ in range(length))
        raw = fold_line(line)
        assert all(len(part) <= 75 for part in raw.split(b"\r\n")), length
        assert all(part.decode("utf-8") is not None for part in raw.split(b"\r\n"))
        assert raw.replace(b"\r\n ", b"") == line.encode() + b"\r\n"


def test_an_empty_feed_is_a_calendar_all_the_same() -> None:
    body = calendar("Liên hiệp các tổ chức hữu nghị Thành phố Hồ Chí Minh", [])

    assert lint(body) == []
    found = parse(body)
    assert found["VERSION"] == "2.0"
    assert found["X-WR-CALNAME"] == found["NAME"]
    assert found["REFRESH-INTERVAL;VALUE=DURATION"] == "PT1H"
    assert "METHOD" not in found
    (zone,) = found["children"]
    assert (zone["is"], zone["TZID"]) == ("VTIMEZONE", "Asia/Ho_Chi_Minh")
    (standard,) = zone["children"]
    assert standard == {
        "is": "STANDARD",
        "children": [],
        "DTSTART": "19700101T000000",
        "TZOFFSETFROM": "+0700",
        "TZOFFSETTO": "+0700",
        "TZNAME": "+07",
    }


def test_five_thousand_events_pass_the_lint() -> None:
    body = calendar("Liên hiệp", [vevent(replace(ENTRY, uid=str(n))) for n in range(5000)])

    assert lint(body) == []
    assert len(events(body)) == 5000


def test_the_lint_sees_what_it_is_there_for() -> None:
    good = calendar("A", [vevent(ENTRY)])

    assert lint(good.replace(b"\r\n", b"\n"))
    assert lint(good.replace(b"SUMMARY:", b"SUMMARY:" + b"x" * 80))
    assert lint(good.replace(b"TZID:Asia", b"TZID:Africa"))
    assert lint(good.replace(b"PT1H", b"1:00:00"))
    assert lint(good.replace(b"\r\nSTATUS", b"\x07\r\nSTATUS"))
    assert lint(good[:-1])

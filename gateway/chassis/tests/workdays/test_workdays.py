"""Working days of 2021 to 2027, with Tết, 24 November and what was swapped; and how terms end."""

from datetime import date, timedelta

import pytest

from chassis.workdays import Calendar, Moved, plus_months

PLAIN = Calendar()
# What an authority moved and the library does not know: Friday 2 January 2026 for Saturday 10.
SWAPPED = Calendar([Moved(date(2026, 1, 2), True), Moved(date(2026, 1, 10), False)])


def day(text: str) -> date:
    return date.fromisoformat(text)


# The first and last day off around Tết, the weekends left out, as the authorities announced.
TET = {
    2021: ("2021-02-10", "2021-02-16"),
    2022: ("2022-01-31", "2022-02-04"),
    2023: ("2023-01-20", "2023-01-26"),
    2024: ("2024-02-08", "2024-02-14"),
    2025: ("2025-01-27", "2025-01-31"),
    2026: ("2026-02-16", "2026-02-20"),
    2027: ("2027-02-04", "2027-02-10"),
}


@pytest.mark.parametrize("year", TET)
def test_nobody_works_at_tet_and_everybody_does_on_the_weekdays_beside_it(year: int) -> None:
    first, last = map(day, TET[year])
    before, after = PLAIN.after(first, -1), PLAIN.after(last, 1)

    off = [first + timedelta(days=n) for n in range((last - first).days + 1)]

    assert not any(map(PLAIN.is_working, off))
    assert (first - before).days <= 3  # nothing but a weekend between
    assert (after - last).days <= 3


@pytest.mark.parametrize(
    ("on", "works"),
    [
        ("2021-01-01", False), ("2021-04-21", False), ("2021-05-03", False), ("2021-09-03", False),
        ("2022-01-03", False), ("2022-04-11", False), ("2022-05-03", False), ("2022-09-01", False),
        ("2023-01-02", False), ("2023-05-02", False), ("2023-05-03", False), ("2023-09-04", False),
        ("2024-04-18", False), ("2024-04-29", False), ("2024-05-04", True), ("2024-09-03", False),
        ("2025-04-07", False), ("2025-04-26", True), ("2025-05-02", False), ("2025-09-01", False),
        ("2025-11-24", True),  # a Monday; the day of culture is a holiday from 2026
        ("2026-04-26", False), ("2026-04-27", False), ("2026-08-31", False), ("2026-08-22", True),
        ("2026-11-24", False), ("2027-04-16", False), ("2027-05-03", False), ("2027-09-03", False),
        ("2027-11-24", False), ("2027-11-25", True), ("2026-11-22", False), ("2026-11-21", False),
    ],
)  # fmt: skip
def test_who_works_on(on: str, works: bool) -> None:
    assert PLAIN.is_working(day(on)) is works


def test_what_was_moved_comes_before_what_the_library_knows() -> None:
    assert [PLAIN.is_working(day(d)) for d in ("2026-01-02", "2026-01-10")] == [True, False]
    assert [SWAPPED.is_working(day(d)) for d in ("2026-01-02", "2026-01-10")] == [False, True]
    assert Calendar([Moved(day("2026-11-24"), False)]).is_working(day("2026-11-24"))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-11-20", 1, "2026-11-23"),  # a Friday: the next Monday
        ("2026-11-23", 1, "2026-11-25"),  # 24 November is off
        ("2026-11-20", 10, "2026-12-07"),
        ("2026-02-13", 1, "2026-02-23"),  # over Tết
        ("2026-02-13", 30, "2026-04-03"),
        ("2026-08-21", 1, "2026-08-22"),  # a Saturday that is worked for 31 August
        ("2026-08-28", 1, "2026-09-03"),
        ("2024-04-26", 2, "2024-05-03"),
        ("2024-05-03", 1, "2024-05-04"),
        ("2027-02-03", 2, "2027-02-12"),
        ("2026-11-25", -1, "2026-11-23"),
        ("2026-02-23", -1, "2026-02-13"),
        ("2026-11-24", 0, "2026-11-25"),
        ("2026-11-25", 0, "2026-11-25"),
    ],
)
def test_so_many_working_days_after(start: str, days: int, end: str) -> None:
    assert PLAIN.after(day(start), days) == day(end)


def test_a_moved_day_moves_the_end_of_a_term() -> None:
    assert PLAIN.after(day("2025-12-31"), 7) == day("2026-01-12")
    assert SWAPPED.after(day("2025-12-31"), 7) == day("2026-01-12")  # one day off, one made up
    assert SWAPPED.after(day("2025-12-31"), 1) == day("2026-01-05")
    assert SWAPPED.after(day("2026-01-09"), 1) == day("2026-01-10")


def test_counting_there_and_back_agrees_on_every_day_of_seven_years() -> None:
    start = day("2021-01-01")
    while start < day("2027-12-01"):
        end = SWAPPED.after(start, 7)
        assert SWAPPED.between(start, end) == 7
        assert SWAPPED.between(end, start) == -7
        start += timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-11-21", 60, "2027-01-20"),
        ("2026-11-21", 41, "2027-01-04"),  # New Year's Day is a Friday, so Monday
        ("2026-12-08", 60, "2027-02-11"),  # 6 February is in Tết
    ],
)
def test_a_term_of_plain_days_ends_on_a_working_day(start: str, days: int, end: str) -> None:
    assert PLAIN.term(day(start), days) == day(end)


@pytest.mark.parametrize(
    ("due", "safe"), [("2027-02-08", "2027-02-03"), ("2026-11-22", "2026-11-20")]
)
def test_at_least_so_long_before_ends_on_the_working_day_before(due: str, safe: str) -> None:
    assert PLAIN.previous(day(due)) == day(safe)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 36, "2027-02-28"), ("2024-02-29", 48, "2028-02-29"),
        ("2026-11-22", 12, "2027-11-22"), ("2026-12-31", 2, "2027-02-28"),
    ],
)  # fmt: skip
def test_a_term_of_months_ends_on_the_same_numbered_day(start: str, months: int, end: str) -> None:
    assert plus_months(day(start), months) == day(end)


def test_holidays_are_named_in_both_languages() -> None:
    named = {one.day: (one.name_vi, one.name_en) for one in PLAIN.holidays(2026)}

    assert named[day("2026-11-24")] == ("Ngày Văn hóa Việt Nam", "Vietnam Cultural Day")
    assert PLAIN.made_up(2026) == [day("2026-08-22")]

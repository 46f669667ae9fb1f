"""Dates as people in Viet Nam write them: the day first, the year whole, nothing guessed."""

import re
from datetime import date, timedelta

from chassis.fold import fold
from chassis.tables.faults import Fault

# Excel believes in 29 February 1900: serials before 1 March 1900 mean different days to different
# programs.
_FIRST, _LAST = date(1900, 3, 1), date(2199, 12, 31)
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_TIME = r"(?:[t ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{1,4}}){_TIME}", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}})([/.-])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.ASCII)
_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})", re.ASCII)
_INCOMPLETE = re.compile(
    r"\d{4}|\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}|.*\b(thang|quy|nam)\b.*", re.ASCII
)


def from_text(text: str) -> date:
    """dd/mm/yyyy (also with - or .), yyyy-mm-dd, `ngày 5 tháng 2 năm 2026`; raises Fault."""
    folded = fold(text)
    if found := _DAY_FIRST.fullmatch(folded):
        day, _, month, year = found.groups()
        return _calendar_day(year, month, day)
    if found := _YEAR_FIRST.fullmatch(folded):
        year, _, month, day = found.groups()
        return _calendar_day(year, month, day)
    if found := _IN_WORDS.fullmatch(folded):
        day, month, year = found.groups()
        return _calendar_day(year, month, day)
    if _INCOMPLETE.fullmatch(folded):
        raise Fault("tables.cell.date_incomplete")
    raise Fault("tables.cell.not_date")


def _calendar_day(year: str, month: str, day: str) -> date:
    if len(year) < 4:
        raise Fault("tables.cell.date_short_year")
    if int(month) > 12 and int(day) <= 12:
        raise Fault("tables.cell.date_month_first")
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise Fault("tables.cell.date_impossible") from None
    return in_range(found)


def from_serial(serial: float, is_1904: bool) -> date:
    """A day counted from the workbook's epoch; a number that looks like a year is not one."""
    if 1900 <= serial <= 2199 and serial == int(serial):
        raise Fault("tables.cell.date_incomplete")
    if not 0 <= serial < 200_000:
        raise Fault("tables.cell.date_range")
    return in_range(_EPOCHS[is_1904] + timedelta(days=int(serial)))


def in_range(day: date) -> date:
    """`day`, if it lies where records can; raises Fault."""
    if not _FIRST <= day <= _LAST:
        raise Fault("tables.cell.date_range")
    return day

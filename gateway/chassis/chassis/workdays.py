"""Working days and terms: the weekly rest, the public holidays, and what an authority moved.

Terms are counted as the Civil Code of Viet Nam (91/2015, articles 145 to 148) counts them: the
first day is not counted, and a term that ends on a day off ends with the next working day.
"""

from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

DAY = timedelta(days=1)
SATURDAY = 5
# What the library knows completely; outside of it nothing is counted.
FIRST, LAST = date(2000, 1, 1), date(2095, 12, 31)


@dataclass(frozen=True, slots=True)
class Moved:
    """A day that an authority made a day off (`off`), or a day of rest on which people work."""

    day: date
    off: bool


@dataclass(frozen=True, slots=True)
class Holiday:
    """One public holiday with its names."""

    day: date
    name_vi: str
    name_en: str


@lru_cache(maxsize=256)
def _year(country: str, year: int) -> tuple[Mapping[date, Holiday], frozenset[date]]:
    """The public holidays of a year, and the rest days that were made up for a day off."""
    # imported here: a process that never counts days does not load the calendars of 200 countries
    import holidays

    vi = holidays.country_holidays(country, years=year, language="vi")
    en = holidays.country_holidays(country, years=year, language="en_US")
    named = {day: Holiday(day, vi[day], en[day]) for day in sorted(vi) if day.year == year}
    return named, frozenset(day for day in vi.weekend_workdays if day.year == year)


class Calendar:
    """Which days are worked in a country, and what follows for terms."""

    def __init__(self, moved: Collection[Moved] = (), country: str = "VN") -> None:
        self.country = country
        self.moved = {one.day: one.off for one in moved}

    def holidays(self, year: int) -> list[Holiday]:
        """The public holidays of a year as the library knows them, without what was moved."""
        return list(_year(self.country, year)[0].values())

    def made_up(self, year: int) -> list[date]:
        """The rest days of a year that are worked, as far as the library knows."""
        return sorted(_year(self.country, year)[1])

    def is_working(self, day: date) -> bool:
        """Whether people work that day; what an authority moved comes first."""
        if day in self.moved:
            return not self.moved[day]
        off, worked = _year(self.country, day.year)
        return day in worked or (day.weekday() < SATURDAY and day not in off)

    def after(self, start: date, days: int) -> date:
        """The last day of a term of so many working days; negative: counted back from `start`.

        `start` itself is never counted. With 0 days it is `start`, or the next working day.
        """
        step = DAY if days >= 0 else -DAY
        day = start if days else self.next(start)
        for _ in range(abs(days)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def between(self, start: date, end: date) -> int:
        """The working days after `start` up to and including `end`; negative when `end` is past."""
        if end < start:
            return -self.between(end, start)
        return sum(map(self.is_working, _days(start + DAY, end)))

    def next(self, day: date) -> date:
        """`day`, or the first working day after it: where a term ends that runs out on `day`."""
        while not self.is_working(day):
            day += DAY
        return day

    def previous(self, day: date) -> date:
        """`day`, or the last working day before it: the safe day of "at least so long before"."""
        while not self.is_working(day):
            day -= DAY
        return day

    def term(self, start: date, days: int) -> date:
        """The last day of a term of so many plain days; the end moves off a day of rest."""
        return self.next(start + days * DAY)


def plus_months(start: date, months: int) -> date:
    """The same-numbered day so many months on, or that month's last day (article 148.3 and .4)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY

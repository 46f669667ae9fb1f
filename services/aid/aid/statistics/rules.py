"""How periods are cut, amounts converted and sums rounded. Pure, exact, and said in the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from aid.grants.rules import Form
from aid.recipients.rules import LABELS as RECIPIENT_KINDS

DIMENSIONS = ("form", "year", "sector", "province", "donor_country", "donor", "recipient_kind")
SUMMARISED = frozenset({"form", "year"})
# Before the first and after the last day that the wire accepts.
BEGINNING, END = date(1900, 1, 1), date(2199, 12, 31)
DAY = timedelta(days=1)

FORMS = {
    Form.PROGRAMME: ("Chương trình", "Programme"),
    Form.PROJECT: ("Dự án", "Project"),
    Form.NON_PROJECT: ("Phi dự án", "Non-project aid"),
    Form.EMERGENCY_RELIEF: ("Cứu trợ khẩn cấp", "Emergency relief"),
    Form.RECOVERY: ("Khắc phục hậu quả", "Recovery"),
}
REMAINDERS = {"several": ("Nhiều giá trị", "Several"), "unknown": ("Chưa rõ", "Unknown")}
NAMED: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "form": {str(key): names for key, names in FORMS.items()},
    "recipient_kind": {str(key): names for key, names in RECIPIENT_KINDS.items()},
}


@dataclass(frozen=True, slots=True)
class Period:
    """A closed period as whole months `first` <= month < `beyond`, and the days on either side.

    A side without days is a span that ends before it begins.
    """

    head: tuple[date, date]
    first: date
    beyond: date
    tail: tuple[date, date]


_NOTHING = (END, BEGINNING)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def period(start: date | None, end: date | None) -> Period:
    """Cut a period, both ends inclusive, into whole months and what is left of others."""
    start, end = start or BEGINNING, end or END
    first = start if start.day == 1 else _next_month(start)
    beyond = (end + DAY).replace(day=1)
    if first >= beyond:  # not one whole month lies inside
        return Period((start, end), first, first, _NOTHING)
    head = (start, first - DAY) if start < first else _NOTHING
    tail = (beyond, end) if beyond <= end else _NOTHING
    return Period(head, first, beyond, tail)


@dataclass(slots=True)
class Sum:
    """What one row has gathered, exactly; cents are made of it once, at the end."""

    count: int = 0
    dong: Fraction = Fraction(0)
    dollars: Fraction = Fraction(0)

    def add(
        self, count: int, amount: Decimal, currency: str, rate: Decimal | None, usd: Decimal | None
    ) -> list[str]:
        """Add amounts of one currency at one pair of rates; the currencies left unconverted.

        `rate` turns the currency into dong, `usd` dong into dollars, both of the day of approval.
        """
        self.count += count
        original = Fraction(amount)
        dong = original if currency == "VND" else _times(original, rate)
        dollars = original if currency == "USD" else _times(dong, usd and 1 / Fraction(usd))
        self.dong += dong or 0
        self.dollars += dollars or 0
        return [name for name, sum_ in (("VND", dong), ("USD", dollars)) if sum_ is None]


def _times(amount: Fraction | None, rate: Decimal | Fraction | None) -> Fraction | None:
    return None if amount is None or rate is None else amount * Fraction(rate)


ROUNDING = {"method": "largest_remainder", "VND": "1", "USD": "0.01"}


def rounded(exact: Sequence[Fraction], decimals: int) -> list[str]:
    """Each amount to so many decimals, so that they add up to the rounded sum of them all.

    The sum is rounded once, half up; what the rows then lack goes to the largest remainders.
    """
    scale: int = 10**decimals
    units = [amount * scale for amount in exact]
    whole = [int(amount // 1) for amount in units]
    lacking = int((sum(units, Fraction(0)) + Fraction(1, 2)) // 1) - sum(whole)
    by_remainder = sorted(range(len(units)), key=lambda i: (whole[i] - units[i], i))
    for i in by_remainder[:lacking]:
        whole[i] += 1
    return [decimal_text(units_, decimals) for units_ in whole]


def decimal_text(units: int, decimals: int) -> str:
    """So many smallest units as a decimal string: 2584782609 cents are 25847826.09."""
    return f"{Decimal(units).scaleb(-decimals):.{decimals}f}"


def added(texts: Sequence[str], decimals: int) -> str:
    """The sum of decimal strings."""
    return f"{sum(map(Decimal, texts), Decimal(0)):.{decimals}f}"


def place(dimension: str, key: str) -> tuple[int, str]:
    """Where a key stands among its row's neighbours: in its list's order, remainders last."""
    known: Sequence[Any] = tuple(NAMED.get(dimension, ()))
    if key in REMAINDERS:
        return (len(known) + 1, key)
    return (known.index(key) if key in known else len(known), key)


def label(
    keys: Mapping[str, str], names: Mapping[str, Mapping[str, tuple[str, str]]]
) -> dict[str, str]:
    """A row's label in both languages; a key that aid has no name for stands for itself."""
    said = [names.get(d, {}).get(k) or REMAINDERS.get(k) or (k, k) for d, k in keys.items()]
    return {"vi": ", ".join(vi for vi, _ in said), "en": ", ".join(en for _, en in said)}

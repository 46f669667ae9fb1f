"""The decree as dated data: clocks, papers, legal bases and bodies. Pure but for reading its files.

A dossier is held to what was in force on the day it was opened: a later version of a rule is a new
row with its own first day, and never moves the deadline of an older dossier.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

DATA = Path(__file__).parent / "data"
ANY = "any"


@dataclass(frozen=True, slots=True)
class Dated:
    """Where a rule stands, since when it holds, and how far it is trusted."""

    instrument: str
    article: str
    valid_from: date
    valid_to: date | None
    confidence: str
    verified: bool
    source: str

    @property
    def basis(self) -> str:
        """As a paper cites it: “58/2022/NĐ-CP, Điều 11.2”."""
        return f"{self.instrument}, Điều {self.article}"


@dataclass(frozen=True, slots=True)
class Clock(Dated):
    """How long a status may last. `scope`: that status, `overall` from acceptance on, or `expiry`
    counted back from the certificate's last day. `unit`: working_day or calendar_day."""

    code: str
    procedure: str
    certificate_kind: str
    scope: str
    value: int
    unit: str
    actor: str
    note: str


@dataclass(frozen=True, slots=True)
class Paper(Dated):
    """One line of a dossier's checklist."""

    procedure: str
    certificate_kind: str
    code: str
    position: int
    name_vi: str
    name_en: str
    required: bool
    form: str
    note: str


@dataclass(frozen=True, slots=True)
class Basis(Dated):
    """The article under which a step is taken."""

    procedure: str
    certificate_kind: str
    action: str


@dataclass(frozen=True, slots=True)
class Body(Dated):
    """A body whose opinion the decree asks for; a role, filled by whoever holds it that day."""

    code: str
    name_vi: str
    name_en: str
    note: str


@dataclass(frozen=True, slots=True)
class Duty(Dated):
    """What is owed after the grant. `trigger`: a procedure's kind, `change` or `year`; `unit`:
    working_day, calendar_day or fixed_date, the day `due` (month-day) of a year whose data are of
    `window_from` of the year before to `window_to`. `subject`: whose it is."""

    code: str
    subject: str
    trigger: str
    value: int
    unit: str
    due: str
    window_from: str
    window_to: str
    name_vi: str
    name_en: str
    recipient: str
    form: str
    note: str


@dataclass(frozen=True, slots=True)
class Condition(Dated):
    """What an NGO or its office has to be like, or where a dossier goes. `most`: how many there may
    be, where the decree counts; `terms`: the codes among which it must be, `|` between them."""

    code: str
    rule: str
    certificate_kind: str
    most: str
    terms: str
    name_vi: str
    name_en: str
    note: str

    @property
    def limit(self) -> int | None:
        return int(self.most) if self.most else None

    @property
    def among(self) -> list[str]:
        return self.terms.split("|") if self.terms else []


R = TypeVar("R", bound=Dated)


def _value(name: str, text: str) -> Any:
    if name in ("valid_from", "valid_to"):
        return date.fromisoformat(text) if text else None
    if name in ("verified", "required"):
        return text == "true"
    return int(text) if name in ("value", "position") else text


@cache
def _read(name: str, kind: type[R]) -> tuple[R, ...]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            kind(**{field.name: _value(field.name, row[field.name]) for field in fields(kind)})
            for row in csv.DictReader(file)
        )


def _held(rows: Iterable[R], on: date) -> list[R]:
    return [row for row in rows if row.valid_from <= on <= (row.valid_to or date.max)]


class Law:
    """What held on one day for one procedure about one kind of certificate."""

    def __init__(self, procedure: str, certificate_kind: str, on: date) -> None:
        def mine(row: Any) -> bool:
            return row.procedure == procedure and row.certificate_kind in (certificate_kind, ANY)

        self.clocks = {c.scope: c for c in _held(_read("clocks", Clock), on) if mine(c)}
        self.papers = [p for p in _held(_read("papers", Paper), on) if mine(p)]
        self._bases = {b.action: b for b in _held(_read("bases", Basis), on) if mine(b)}

    def basis(self, action: str) -> Basis | None:
        """The article of a step; None where the text is silent or not known."""
        return self._bases.get(action)

    @property
    def required(self) -> list[str]:
        return [paper.code for paper in self.papers if paper.required]


def bodies(on: date) -> list[Body]:
    """The bodies that are consulted, as the decree names them on a day."""
    return _held(_read("bodies", Body), on)


def every_clock(on: date) -> list[Clock]:
    """All clocks that hold on a day, for the list of rules."""
    return _held(_read("clocks", Clock), on)


def every_paper(on: date) -> list[Paper]:
    """All lines of all checklists that hold on a day."""
    return _held(_read("papers", Paper), on)


def duties(on: date) -> list[Duty]:
    """What is owed after the grant, as it holds on a day; one row for each trigger."""
    return _held(_read("duties", Duty), on)


def every_condition(on: date) -> list[Condition]:
    """What the decree asks of an NGO, its office and the intake of its papers, on a day."""
    return _held(_read("conditions", Condition), on)

"""What does not agree with the decree, on the wire."""

from datetime import date

from chassis.strict import Day
from chassis.wire import Out, Params


class FindingOut(Out):
    """One condition that deserves a look. `about`: codes of sectors, or numbers of certificates.

    `name_vi`, `name_en`: what the article says; `confidence`: how far that text is trusted.
    """

    code: str
    rule: str
    about: list[str]
    name_vi: str
    name_en: str
    basis: str
    confidence: str
    verified: bool
    source: str
    note_on_rule: str | None


class ConformityOut(Out):
    """What was found on the day `on`; an empty list says only that nothing is known here."""

    on: date
    items: list[FindingOut]


class ConformityQuery(Params):
    on: Day | None = None

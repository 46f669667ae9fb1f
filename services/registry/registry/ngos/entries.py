"""The further names and the identifiers of an NGO on the wire: part of its record."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from chassis.strict import Day, Name, Short
from chassis.wire import In, Out
from registry.ngos.identifiers import Scheme
from registry.ngos.lines import NameKind

_Language = Annotated[str, Field(pattern="^[a-z]{2}$", strict=True)]


class Spell(In):
    """From a day to a day, both inclusive and open where left out; `source` says who says so."""

    valid_from: Day | None = None
    valid_to: Day | None = None
    source: Name | None = None


class NameIn(Spell):
    """A name beside the record's own three; `language` of ISO 639-1."""

    text: Name
    language: _Language
    kind: NameKind


class IdentifierIn(Spell):
    """A number by which others know the organisation, and who gave it."""

    scheme: Scheme
    value: Short
    issuer: Name | None = None
    issued_on: Day | None = None


class SpellOut(Out):
    valid_from: date | None = None
    valid_to: date | None = None
    source: str | None = None


class NameOut(SpellOut):
    text: str
    language: str
    kind: str


class IdentifierOut(SpellOut):
    scheme: Scheme
    value: str
    issuer: str | None = None
    issued_on: date | None = None


Names = Annotated[list[NameIn], Field(max_length=40)]
Identifiers = Annotated[list[IdentifierIn], Field(max_length=40)]
LISTS = ("names", "identifiers")


def as_json(body: In, values: dict[str, Any]) -> dict[str, Any]:
    """`values` of `body` with its lists as the database keeps them: days as text."""
    given = {name for name in LISTS if values.get(name) is not None}
    return values | body.model_dump(mode="json", include=given)

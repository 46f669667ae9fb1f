"""The provinces of a union on the wire."""

from typing import Any, Literal
from uuid import UUID

from chassis.identity import Actor
from chassis.strict import Day, Flag, Id, Name, Province
from chassis.wire import In, Out, partial
from registry.places.schemas import SourcedOut
from registry.units.models import Unit, UnitProvince

Basis = Literal["own", "former_territory"]


class CoverFields(In):
    """Both days are inclusive; an empty one is open. `basis`: `own` for a province of that day,
    `former_territory` for one that has become part of it."""

    basis: Basis = "own"
    valid_from: Day | None = None
    valid_to: Day | None = None
    source: Name
    verified: Flag = False


class CoverIn(CoverFields):
    """A province that a union covers from now on, or covered."""

    id: Id | None = None
    province_code: Province


@partial
class CoverPatch(CoverFields):
    """A merge patch; another province is another entry."""


class CoverOut(SourcedOut):
    unit_id: UUID
    province_code: str
    basis: str

    @classmethod
    def of(cls, cover: UnitProvince, actor: Actor) -> "CoverOut":
        return cls.model_validate(cover)


class Covers(Out):
    """The provinces a union has covered, oldest first."""

    items: list[CoverOut]


def trusted(*, verified: bool) -> str:
    """How far an entry of staff is trusted: as a text that somebody read, or as inferred."""
    return "QUOTED" if verified else "DERIVED"


def covering(unit: Unit, provinces: list[str]) -> list[UnitProvince]:
    """The provinces a new union covers from its founding on, known from where it is."""
    known: dict[str, Any] = {"source": unit.source, "verified": unit.verified}
    days = {"valid_from": unit.founded, "valid_to": unit.valid_to}
    return [
        UnitProvince(
            unit_id=unit.id, province_code=code, basis="own", confidence=unit.confidence,
            **known, **days,
        )
        for code in dict.fromkeys(provinces)
    ]  # fmt: skip

"""Certificates on the wire."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chassis.days import today
from chassis.identity import Actor
from chassis.imprecise import DayText
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Name, Paragraph, Province, Short
from chassis.wire import In, Out, RecordOut, partial
from registry import roles
from registry.certificates import rules
from registry.certificates.models import Certificate
from registry.certificates.rules import CertificateStatus, Kind, Regime
from registry.ngos.schemas import Sectors
from registry.places.schemas import Boundaries
from registry.procedures.rules import openable

Provinces = Annotated[
    list[Province], Field(min_length=1, max_length=99, json_schema_extra={"uniqueItems": True})
]


class CertificateFields(In):
    """`valid_to` is the last day of validity; provinces are codes in force on `issued_on`."""

    kind: Kind
    number: Short
    issuer: Name
    issued_on: Day
    valid_from: Day
    valid_to: Day | None = None
    ended_on: Day | None = None
    suspended_on: Day | None = None
    provinces: Provinces
    sectors: Sectors = Field(default_factory=list)


class CertificateIn(CertificateFields):
    """A certificate as issued, tracked for one NGO."""

    id: Id | None = None
    ngo_id: Id


@partial
class CertificatePatch(CertificateFields):
    """A merge patch."""


class FormerOut(Out):
    """What the certificate said until an amendment or a reissue; `until`: the last day of that."""

    until: date
    number: str
    issuer: str
    provinces: list[str]
    sectors: list[str]


class FormerIn(In):
    """What the certificate said until the end of the day `until`."""

    until: DayText
    number: Short
    issuer: Name
    provinces: Provinces
    sectors: Sectors = Field(default_factory=list)


class PastIn(In):
    """All that the certificate said before, oldest first, as it should have been written down."""

    former: Annotated[list[FormerIn], Field(max_length=50)]
    reason: Paragraph


class SuspensionOut(Out):
    """A suspension that is over; on `lifted_on` the certificate was active again."""

    since: date
    lifted_on: date


class CertificateRow(RecordOut):
    """A certificate as it is stored. `former` and `suspensions` come from its procedures."""

    ngo_id: UUID
    unit_id: UUID
    kind: Kind
    number: str
    issuer: str
    issued_on: date
    valid_from: date
    valid_to: date | None
    ended_on: date | None
    suspended_on: date | None
    provinces: list[str]
    sectors: list[str]
    suspensions: list[SuspensionOut] = Field(default_factory=list)
    former: list[FormerOut] = Field(default_factory=list)
    demo: bool


class CertificateOut(CertificateRow):
    """`status` is today's, by the dates; `regime` the decree under which it was issued.
    `allowed_actions` are the procedures that this caller may open on it."""

    status: CertificateStatus
    regime: Regime
    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, certificate: CertificateRow | Certificate, actor: Actor) -> "CertificateOut":
        stored = CertificateRow.model_validate(certificate)
        entries = stored.model_dump(mode="json", include={"suspensions", "former"})
        out = cls.model_validate(shown({**stored.model_dump(), **entries}))
        if actor.keeps(out.unit_id) and actor.has(*roles.WRITERS):
            out.allowed_actions = [str(kind) for kind in openable(out.kind, out.status)]
        return out


def shown(values: dict[str, Any], as_of: date | None = None) -> dict[str, Any]:
    """A certificate's columns with what follows from them today, or what it said on a day."""
    day = as_of or today()
    stood = {name: values[name] for name in ("valid_from", "valid_to", "ended_on", "suspended_on")}
    return {
        **values,
        **(rules.said_on(values, as_of) if as_of else {}),
        "status": rules.status_on(day, **stood, suspensions=values["suspensions"]),
        "regime": rules.regime(values["issued_on"]),
    }


class CertificateItem(CertificateOut):
    """A certificate in a list, with its NGO's name."""

    ngo_name_vi: str


class CertificateQuery(PageQuery):
    """`as_of`: valid that day, with what it said and was that day. `expiring_within`: last day
    within so many days from today."""

    by_route = frozenset({"expiring_within", "province", "boundaries"})

    sort: Literal["valid_from", "-valid_from", "valid_to", "-valid_to"] = "-valid_from"
    ngo_id: Id | None = None
    kind: Kind | None = None
    number: Short | None = None
    province: Province | None = None
    boundaries: Boundaries = "then"
    as_of: Day | None = None
    expiring_within: Annotated[int, Field(ge=0, le=3660)] | None = None

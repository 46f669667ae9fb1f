"""Statistics on the wire."""

from typing import Annotated, Any, Literal

from pydantic import Field

from chassis.strict import Country, Day, Province, Slug
from chassis.wire import Out, Params
from registry.members.rules import MemberKind, MemberLevel
from registry.places.schemas import Boundaries
from registry.recognitions.rules import RecipientType, RecognitionKind

By = Literal["region", "country", "sector", "province", "kind", "status"]


class NgoStatisticsQuery(Params):
    """`as_of` (today when not given): NGOs with a certificate valid that day.

    `unit`: covering one of its provinces of that day. `by`: one dimension. `boundaries`: the
    provinces of that day, or with `now` today's, to which every former one belongs.
    """

    by: By = "region"
    as_of: Day | None = None
    unit: Annotated[str, Field(pattern="^[A-Za-z0-9-]{2,40}$")] | None = None
    region: Slug | None = None
    country: Country | None = None
    sector: Slug | None = None
    province: Province | None = None
    boundaries: Boundaries = "then"


class MemberStatisticsQuery(Params):
    """`as_of` (today when not given): members that day; `unit`: of that union."""

    by: Literal["level", "kind", "country"] = "level"
    as_of: Day | None = None
    unit: Annotated[str, Field(pattern="^[A-Za-z0-9-]{2,40}$")] | None = None
    level: MemberLevel | None = None
    kind: MemberKind | None = None


class UnitStatisticsQuery(Params):
    """`as_of` (today when not given): unions that stood that day."""

    by: Literal["level", "founded"] = "level"
    as_of: Day | None = None


class RecognitionStatisticsQuery(Params):
    """`as_of` (today when not given): decided by that day, and not taken back. `unit`: given or
    received by that union; `year`: the last of the achievement."""

    by: Literal["kind", "recipient_type", "level", "year"] = "kind"
    as_of: Day | None = None
    unit: Annotated[str, Field(pattern="^[A-Za-z0-9-]{2,40}$")] | None = None
    year: Annotated[int, Field(ge=1900, le=2199)] | None = None
    kind: RecognitionKind | None = None
    recipient_type: RecipientType | None = None
    level: MemberLevel | None = None


class ReferralStatisticsQuery(Params):
    """Referrals introduced in `year`, each counted once, by the union that introduced. `as_of`
    (today when not given): introduced, and for their credit concluded, by that day."""

    as_of: Day | None = None
    year: Annotated[int, Field(ge=1900, le=2199)] | None = None


class Label(Out):
    vi: str
    en: str


class CountRow(Out):
    key: dict[str, str]
    label: Label
    count: int


class Total(Out):
    count: int


class NgoCounts(Out):
    """`total.count` is the sum of the rows; who has no single key is in the row `other`."""

    rows: list[CountRow]
    total: Total
    filters: dict[str, Any]


class Counts(NgoCounts):
    """`total.count` is the sum of the rows; what has no key is in the row `unknown`."""


class CreditRow(CountRow):
    """`credit`: the union's shares of concluded referrals, in whole ones ("1.5")."""

    credit: str


class CreditTotal(Total):
    credit: str


class CreditCounts(Out):
    """Both columns add up: a referral counts once, and its credit is shared."""

    rows: list[CreditRow]
    total: CreditTotal
    filters: dict[str, Any]

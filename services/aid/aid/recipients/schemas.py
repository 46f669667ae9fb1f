"""Recipients on the wire."""

from typing import Literal
from uuid import UUID

from pydantic import Field

from aid.recipients import rules
from aid.recipients.models import Recipient
from aid.recipients.rules import RecipientKind
from aid.units.schemas import UnitName
from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Id, Name, Province, Search
from chassis.wire import In, RecordOut, partial


class RecipientFields(In):
    """`managing_agency` (cơ quan chủ quản) and `province` are offered to new grants as they are."""

    kind: RecipientKind
    name_vi: Name
    name_en: Name | None = None
    province: Province | None = None
    managing_agency: Name | None = None


class RecipientIn(RecipientFields):
    """A new recipient. A client may propose the record's id."""

    id: Id | None = None


@partial
class RecipientPatch(RecipientFields):
    """A merge patch."""


class RecipientItem(RecordOut):
    """A recipient in a list."""

    unit_id: UUID
    kind: RecipientKind
    name_vi: str
    name_en: str | None
    province: str | None
    managing_agency: str | None
    demo: bool


class RecipientOut(RecipientItem):
    """A recipient's record."""

    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, recipient: Recipient, actor: Actor) -> "RecipientOut":
        out = cls.model_validate(recipient)
        out.allowed_actions = rules.allowed(actor.roles, own=recipient.unit_id == actor.unit_id)
        return out


class RecipientQuery(PageQuery):
    """`unit` (code or id) narrows what national staff see."""

    by_route = frozenset({"unit"})

    sort: Literal["name", "-name"] = "name"
    q: Search = ""
    kind: RecipientKind | None = None
    province: Province | None = None
    unit: UnitName | None = None
    demo: bool | None = None

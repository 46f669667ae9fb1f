"""A union's contacts with NGOs, on the wire."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import Field

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Day, Id, Name, Paragraph, Search
from chassis.wire import In, RecordOut, partial
from registry.contacts.models import Contact
from registry.contacts.rules import Channel
from registry.ngos.rules import may_change


class ContactFields(In):
    """`ours` and `theirs`: who spoke for the union and for the NGO. `next_step`: what is to follow,
    by `next_due_on`; `next_done_on` says that it was done."""

    held_on: Day
    channel: Channel
    ours: Name
    theirs: Name | None = None
    summary: Paragraph
    next_step: Name | None = None
    next_due_on: Day | None = None
    next_done_on: Day | None = None


class NgoContactIn(ContactFields):
    """A contact of the caller's union with an NGO."""

    id: Id | None = None
    ngo_id: Id


@partial
class ContactPatch(ContactFields):
    """A merge patch: what is left out stays, `null` clears."""


class NgoContactShown(RecordOut):
    """The fields of a contact."""

    unit_id: UUID
    ngo_id: UUID
    held_on: date
    channel: Channel
    ours: str
    theirs: str | None
    summary: str
    next_step: str | None
    next_due_on: date | None
    next_done_on: date | None
    demo: bool


class NgoContactItem(NgoContactShown):
    """One in a list, with its organisation's name."""

    ngo_name_vi: str


class NgoContactOut(NgoContactShown):
    """One contact."""

    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, contact: Contact, actor: Actor) -> "NgoContactOut":
        out = cls.model_validate(contact)
        own = may_change(contact.unit_id, actor.unit_id, actor.roles, national=False)
        out.allowed_actions = ["update"] if own else []
        return out


class ContactQuery(PageQuery):
    """`waiting_by`: whose next step is not done and due by that day; `ngo_id`: also of records
    merged into that NGO. `as_of`: held by that day, with what was done by then."""

    by_route = frozenset({"q", "waiting_by"})

    sort: Literal["held_on", "-held_on"] = "-held_on"
    q: Search = ""
    ngo_id: Id | None = None
    channel: Channel | None = None
    held_from: Day | None = None
    held_to: Day | None = None
    waiting_by: Day | None = None
    as_of: Day | None = None

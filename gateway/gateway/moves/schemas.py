"""A move on the wire."""

from uuid import UUID

from chassis.strict import Id, Paragraph
from chassis.wire import In, Out, RecordOut
from gateway.accounts.schemas import UnitCode


class MoveIn(In):
    """From a unit that went into another to its successor, as the registry knows them."""

    from_unit_id: Id
    to_unit_id: Id
    to_unit_code: UnitCode
    reason: Paragraph


class MoveOut(Out):
    """How many followed."""

    from_unit_id: UUID
    to_unit_id: UUID
    to_unit_code: str
    accounts: int
    clients: int
    webhooks: int


class SuccessionOut(RecordOut):
    """Which unit went into which, as the change log tells it."""

    from_unit_id: UUID
    to_unit_id: UUID
    to_unit_code: str

"""What the unions' own records share: all staff read them, one unit keeps each."""

from typing import Any, TypeVar
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.changes.act import Acting
from chassis.errors import NotAllowed
from chassis.identity import Actor
from chassis.records import R, find, named
from chassis.strict import Flag, Id, Name, Paragraph
from chassis.wire import In, RecordOut
from registry.ngos.rules import may_change, require_steward
from registry.units.models import Unit

O = TypeVar("O", bound="KeptOut")  # noqa: E741


class Kept:
    """Columns of a record that `unit_id` keeps, with where it is known from."""

    # every unit reads it, so its changes go to every unit's feed
    is_shared = True

    unit_id: Mapped[UUID]
    source: Mapped[str | None]
    verified: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str | None]
    demo: Mapped[bool] = mapped_column(default=False)
    search: Mapped[str]


class KeptFields(In):
    """`source` says where it is known from; `verified`, that somebody has checked it there."""

    source: Name | None = None
    verified: Flag = False
    note: Paragraph | None = None


class KeptIn(In):
    """`unit_id`: the unit that keeps it, one's own if left out; another's for national staff."""

    id: Id | None = None
    unit_id: Id | None = None


class KeptItem(RecordOut):
    """The shared fields of a record in a list."""

    unit_id: UUID
    source: str | None
    verified: bool
    note: str | None
    demo: bool


class KeptOut(KeptItem):
    """The shared fields of a record."""

    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls: type[O], record: Any, actor: Actor) -> O:
        out = cls.model_validate(record)
        out.allowed_actions = cls.actions(record, actor)
        return out

    @classmethod
    def actions(cls, record: Any, actor: Actor) -> list[str]:
        may = may_change(record.unit_id, actor.unit_id, actor.roles, national=actor.national)
        return ["update"] if may else []


async def keeper(tx: AsyncSession, act: Acting, unit_id: UUID | None) -> UUID:
    """The unit that a new record is for: the caller's, or any that national staff name."""
    if unit_id is None or unit_id == act.actor.unit_id:
        return act.unit_id
    if not act.actor.national:
        raise NotAllowed("registry.not_steward")
    await named(tx, Unit, unit_id, "registry.no_such_unit", "unit_id")
    return unit_id


async def lock_kept(tx: AsyncSession, act: Acting, kind: type[R], record_id: UUID) -> R:
    """The record locked for a change by those who keep it; 403 for everybody else."""
    record: Any = await find(tx, kind, record_id, lock=True)
    require_steward(record.unit_id, act.actor.unit_id, national=act.actor.national)
    return record  # type: ignore[no-any-return]

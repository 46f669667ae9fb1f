"""Numbers kept apart from the records they belong to (docs/adr/0014).

The record, and with it the change log and every feed, shows the last characters only. The number
itself stands in a table of its own and is read by one operation, which the record's history tells.
"""

from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import AfterValidator, Field
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped
from starlette.responses import Response

from chassis.changes.act import Acting
from chassis.db import Record
from chassis.errors import RuleViolation
from chassis.strict import Paragraph
from chassis.wire import In, Out
from registry.kept import KeptOut

HIDDEN, SHOWN, LONG_ENOUGH = "••••", 3, 8
# A merge patch that says nothing of the number; no number is empty.
UNSAID = ""


def compact(number: str) -> str:
    """As it is compared, found and erased: without what people put between the characters."""
    return "".join(c for c in number if c.isalnum()).upper()


def masked(number: str) -> str:
    """Enough to tell two papers apart, too little to use one; nothing of a short number."""
    return HIDDEN + (number[-SHOWN:] if len(number) >= LONG_ENOUGH else "")


SealedNumber = Annotated[
    str, Field(pattern="^[0-9A-Za-z](?:[ .-]?[0-9A-Za-z]){3,39}$"), AfterValidator(compact)
]


class Sealed:
    """Columns of a table that holds the number of one record, beside its key to it."""

    record_id: Mapped[UUID]
    number: Mapped[str]


S = TypeVar("S", bound=Sealed)


class RevealIn(In):
    """Why the number is needed; the reason stays in the record's history."""

    reason: Paragraph


class NumberOut(Out):
    """The whole number, for the one who asked."""

    number: str


def take(values: dict[str, Any], number: str, shown: str) -> str | None:
    """Take the number out of what becomes columns, and put there what is shown of it."""
    taken: str | None = values.pop(number, UNSAID)
    if taken != UNSAID:
        values[shown] = masked(taken) if taken else None
    return taken


async def seal(tx: AsyncSession, table: type[S], record_id: UUID, number: str | None) -> None:
    """Keep this number for the record, or none; what was not said stays."""
    if number == UNSAID:
        return
    kept = await tx.get(table, record_id)
    if kept is not None and number is not None:
        kept.number = number
    elif kept is not None:
        await tx.delete(kept)
    elif number is not None:
        fields: dict[str, Any] = {"record_id": record_id, "number": number}
        tx.add(table(**fields))


async def reveal(
    act: Acting, table: type[S], record: Record, shown: type[KeptOut], reason: str
) -> Response:
    """Give the number out and write down who saw it; the record itself stays at its version."""
    kept = await act.tx.get(table, record.id)
    if kept is None:
        raise RuleViolation("registry.nothing_sealed")
    act.log(record, shown.of(record, act.actor), "reveal", reason=reason)
    out = NumberOut(number=kept.number)
    return Response(out.model_dump_json(), 200, {"Cache-Control": "no-store"}, "application/json")

"""Sets the clocks of a procedure, and sets them again when the calendar changes."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import set_committed_value

from chassis.changes.act import Acting
from chassis.db import now
from chassis.workdays import Calendar
from registry.procedures import clocks, queries
from registry.procedures.law import Law
from registry.procedures.models import Procedure
from registry.procedures.rules import ProcedureKind, ProcedureStatus
from registry.procedures.schemas import ProcedureOut


def wind(procedure: Procedure, calendar: Calendar) -> None:
    """Let those clocks run that belong to the status in which the procedure is now."""
    for name, value in _wound(procedure, calendar).items():
        setattr(procedure, name, value)


def _wound(procedure: Procedure, calendar: Calendar) -> dict[str, Any]:
    found = clocks.running(
        calendar,
        Law(procedure.kind, procedure.certificate_kind, procedure.rules_on),
        ProcedureKind(procedure.kind),
        ProcedureStatus(procedure.status),
        since=procedure.since,
        accepted_on=procedure.accepted_on,
        expires_on=procedure.expires_on,
    )
    step = clocks.due_of(found, "step", clocks.EXPIRY)
    overall = clocks.due_of(found, clocks.OVERALL)
    return {
        "clocks": found,
        "step_due_on": step,
        "overall_due_on": overall,
        "next_due_on": min(filter(None, (step, overall)), default=clocks.NEVER),
    }


async def wind_all(tx: AsyncSession, act: Acting, calendar: Calendar) -> None:
    """After a change of the calendar: move what is due in procedures that are running."""
    rows = []
    for procedure in await queries.running(tx):
        wound = _wound(procedure, calendar)
        if wound["clocks"] == procedure.clocks:
            continue
        stamp = {"version": procedure.version + 1, "updated_at": now()}
        rows.append({"id": procedure.id, **wound, **stamp})
        for name, value in (wound | stamp).items():
            # the session is not to write these one by one: they go in one statement below
            set_committed_value(procedure, name, value)
        act.log(procedure, ProcedureOut.of(procedure, act.actor), "calendar")
    if rows:
        await tx.execute(update(Procedure), rows)

"""What a delivered certificate leaves to be done, and when that is due as the calendar changes."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.db import now
from chassis.ids import new_id
from chassis.workdays import Calendar
from registry.obligations import queries, rules
from registry.obligations.models import Obligation
from registry.obligations.schemas import ObligationOut
from registry.procedures import law
from registry.procedures.models import Procedure


def owe(tx: AsyncSession, act: Acting, procedure: Procedure, on: date, calendar: Calendar) -> None:
    """Write down what the NGO owes from the day on which it received the paper."""
    owed = [duty for duty in law.duties(on) if duty.trigger == procedure.kind]
    begun = now()
    made = [
        Obligation(
            id=new_id(),
            unit_id=procedure.unit_id,
            ngo_id=procedure.ngo_id,
            certificate_id=procedure.certificate_id,
            procedure_id=procedure.id,
            rule=duty.code,
            since=on,
            due_on=rules.due(calendar, duty, on),
            demo=procedure.demo,
            version=1,
            created_at=begun,
            updated_at=begun,
        )
        for duty in owed
    ]
    # written with the rest of the step, so what a flush would set is set here
    tx.add_all(made)
    for one in made:
        act.log(one, ObligationOut.of(one, act.actor), "create")


async def wind_all(tx: AsyncSession, act: Acting, calendar: Calendar) -> None:
    """After a change of the calendar: move the last days of what is still open."""
    for one in await queries.counting(tx):
        duty = next(d for d in law.duties(one.since) if d.code == one.rule)
        due_on = rules.due(calendar, duty, one.since)
        if due_on != one.due_on:
            one.due_on = due_on
            one.touch()
            await tx.flush()
            act.log(one, ObligationOut.of(one, act.actor), "calendar")

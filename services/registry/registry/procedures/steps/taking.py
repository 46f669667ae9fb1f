"""One person recording one step: lock, ask the table, hold to the decree, write it down."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.changes.act import Acting
from chassis.days import today
from chassis.db import now
from chassis.preconditions import Match
from chassis.workdays import Calendar
from registry.procedures import guards, queries
from registry.procedures.documents.queries import require
from registry.procedures.effects import take_effect
from registry.procedures.law import Law
from registry.procedures.models import Procedure
from registry.procedures.rules import (
    CLOSED,
    EFFECTIVE,
    MACHINES,
    ProcedureAction,
    ProcedureKind,
    ProcedureStatus,
)
from registry.procedures.schemas import ProcedureOut
from registry.procedures.steps.schemas import StepIn
from registry.procedures.timing import wind
from registry.working_days.queries import calendar


@dataclass(frozen=True, slots=True)
class Taking:
    """A procedure that is locked and about to take this step."""

    tx: AsyncSession
    act: Acting
    procedure: Procedure
    action: ProcedureAction
    to: ProcedureStatus
    body: StepIn
    on: date
    calendar: Calendar
    law: Law

    @classmethod
    async def begin(
        cls,
        tx: AsyncSession,
        act: Acting,
        match: Match,
        procedure_id: UUID,
        action: ProcedureAction,
        body: StepIn,
    ) -> "Taking":
        """Lock, then ask the table, then compare versions: who comes too late is told so (409)."""
        procedure = await queries.lock(tx, procedure_id, act.actor)
        machine = MACHINES[ProcedureKind(procedure.kind)]
        status = ProcedureStatus(procedure.status)
        to = machine.next(status, action, roles=act.actor.roles)
        match.require(procedure.version)
        guards.require_said(
            action,
            paper=body.paper is not None,
            reason=bool(body.reason),
            needs_reason=machine.needs_reason(status, action),
        )
        on = body.on or today()
        guards.require_day(on, today(), procedure.since)
        law = Law(procedure.kind, procedure.certificate_kind, procedure.rules_on)
        if action is ProcedureAction.ACCEPT:
            guards.require_complete(law.papers, {t["item"] for t in procedure.checklist})
        if body.paper:
            named = body.paper.document_id
            await require(tx, procedure_id, named, "/body/paper/document_id")
        return cls(tx, act, procedure, action, to, body, on, await calendar(tx), law)

    async def end(self) -> Response:
        """Move the procedure, its clocks and, where this step does, the certificate."""
        procedure, on = self.procedure, self.on
        # the certificate first: a completed procedure must name one
        if (ProcedureKind(procedure.kind), self.action) in EFFECTIVE:
            await take_effect(self.tx, self.act, procedure, on, self.calendar)
        procedure.steps = [*procedure.steps, self._written()]
        if self.to != procedure.status:
            procedure.status, procedure.since = self.to, on
        if self.action is ProcedureAction.ACCEPT:
            procedure.accepted_on = on
        if self.to in CLOSED:
            procedure.closed_on = on
        wind(procedure, self.calendar)
        return await self.act.update(procedure, ProcedureOut.of, self.action, self.body.reason)

    def _written(self) -> dict[str, Any]:
        """The step as it is kept."""
        procedure, on = self.procedure, self.on
        basis = self.law.basis(self.action)
        due = procedure.step_due_on
        stopped = procedure.status == ProcedureStatus.SUPPLEMENT_REQUESTED
        late = self.calendar.between(due, on) if due and on > due and not stopped else 0
        moved = self.to != procedure.status
        return {
            "action": str(self.action),
            "status": str(self.to),
            "on": on.isoformat(),
            "at": now().isoformat(),
            "by": str(self.act.actor.id) if self.act.actor.id else None,
            "by_name": self.act.actor.name,
            "due_on": due.isoformat() if due and moved else None,
            "late": late if moved else 0,
            "waited": self.calendar.between(procedure.since, on) if stopped and moved else None,
            "paper": self.body.paper.model_dump(mode="json") if self.body.paper else None,
            "reason": self.body.reason,
            "basis": basis.basis if basis else None,
            "confidence": basis.confidence if basis else None,
            "verified": bool(basis and basis.verified),
        }

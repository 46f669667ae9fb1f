"""`POST /v1/procedures/{id}/<verb>`: each verb is a cell of the tables in `procedures.rules`."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx
from chassis.preconditions import IfMatch
from chassis.routing import Operation
from registry import roles
from registry.procedures import guards
from registry.procedures.clocks import due
from registry.procedures.outcome import require_outcome
from registry.procedures.rules import ProcedureAction as Action
from registry.procedures.rules import ProcedureKind as Kind
from registry.procedures.rules import ProcedureStatus as Status
from registry.procedures.schemas import ProcedureOut
from registry.procedures.steps import opinions
from registry.procedures.steps.schemas import ConsultIn, GrantIn, ReplyIn, StepIn
from registry.procedures.steps.taking import Taking

router = APIRouter(
    prefix="/v1/procedures/{procedure_id}", tags=["procedures"], route_class=Operation
)
_STEP: dict[str, Any] = {
    "response_model": ProcedureOut,
    **allow(*roles.WRITERS, scope="unit", obj="procedure_id"),
}
# The steps that say no more than their day, document and reason.
PLAIN = {
    Action.FILE: "Record that the dossier, a supplement or a notice was handed in.",
    Action.RETURN: "Record that the committee asked for a supplement; the clock stops.",
    Action.ACCEPT: "Record that the dossier is complete; the overall clock begins.",
    Action.MEET: "Record the meeting that was held because opinions differ.",
    Action.FORWARD: "Record that the dossier and the opinions went to the ministry.",
    Action.REFUSE: "Record the ministry's reasoned refusal.",
    Action.DELIVER: "Record that the certificate was handed over: the certificate changes now.",
    Action.NOTIFY: "Record that the organisation was told of the decision.",
    Action.SUSPEND: "Record the decision to suspend: the certificate is suspended now.",
    Action.DISMISS: "Record that there will be no suspension or termination.",
    Action.REPORT: "Record that the organisation reported what it mended.",
    Action.LIFT: "Record that the suspension was lifted: the certificate is active again.",
    Action.REVOKE: "Record the decision to terminate: the certificate ends now.",
    Action.CLOSE: "Record that the organisation has wound up, or has ended its activities.",
    Action.WITHDRAW: "Record that the procedure was given up; it stays on record.",
}


def _plain(action: Action) -> Callable[..., Any]:
    async def take(procedure_id: UUID, body: StepIn, match: IfMatch, tx: Tx, act: Act) -> Response:
        step = await Taking.begin(tx, act, match, procedure_id, action, body)
        if action in (Action.SUSPEND, Action.REVOKE):
            guards.require_agreed(step.procedure.opinions, step.procedure.steps)
        return await step.end()

    return take


for _action, _words in PLAIN.items():
    router.add_api_route(
        f"/{_action}",
        _plain(_action),
        methods=["POST"],
        name=f"{_action}_procedure",
        description=_words,
        **_STEP,
    )


@router.post("/consult", **_STEP)
async def consult_procedure(
    procedure_id: UUID, body: ConsultIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Record which bodies were asked for their opinion; each has its own last day."""
    step = await Taking.begin(tx, act, match, procedure_id, Action.CONSULT, body)
    clock = step.law.clocks.get(Status.CONSULTING)
    last = due(step.calendar, clock, step.on) if clock else None
    step.procedure.opinions = [
        opinions.asked(name, step.on, last) for name in dict.fromkeys(body.bodies)
    ]
    return await step.end()


@router.post("/reply", **_STEP)
async def reply_procedure(
    procedure_id: UUID, body: ReplyIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Record one body's opinion, or that it did not reply in time."""
    step = await Taking.begin(tx, act, match, procedure_id, Action.REPLY, body)
    step.procedure.opinions = opinions.replied(step.procedure.opinions, body, step.on)
    return await step.end()


@router.post("/conclude", **_STEP)
async def conclude_procedure(
    procedure_id: UUID, body: StepIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Close the consultation: every body has replied, or its silence is recorded."""
    step = await Taking.begin(tx, act, match, procedure_id, Action.CONCLUDE, body)
    guards.require_heard(step.procedure.opinions)
    return await step.end()


@router.post("/grant", **_STEP)
async def grant_procedure(
    procedure_id: UUID, body: GrantIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Record the ministry's decision in favour; the certificate changes when it is delivered."""
    step = await Taking.begin(tx, act, match, procedure_id, Action.GRANT, body)
    said = body.outcome.said()
    require_outcome(Kind(step.procedure.kind), said, step.procedure.expires_on)
    step.procedure.outcome = body.outcome.model_dump(mode="json", exclude_none=True)
    return await step.end()


@router.post("/reject", **_STEP)
async def reject_procedure(
    procedure_id: UUID, body: StepIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Record that the remedy was not accepted, or that its time ran out."""
    step = await Taking.begin(tx, act, match, procedure_id, Action.REJECT, body)
    if step.procedure.status == Status.AWAITING_REMEDY:
        guards.require_run_out(step.on, step.procedure.step_due_on)
    return await step.end()

"""A few running procedures on demonstration certificates, plainly fictional.

They are entered through the same steps that an officer takes, on days counted back from today, so
that the board shows something due, something late and something waiting whenever it is looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid5

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.days import today
from chassis.identity import Actor
from chassis.preconditions import Match
from chassis.workdays import Calendar
from registry.certificates.models import Certificate
from registry.certificates.queries import valid_on
from registry.places.load import NAMESPACE
from registry.procedures.law import Law
from registry.procedures.models import Procedure
from registry.procedures.routes import create_procedure, tick_procedure
from registry.procedures.rules import ProcedureAction as Action
from registry.procedures.rules import ProcedureKind as Kind
from registry.procedures.schemas import ProcedureIn, TickIn
from registry.procedures.steps.routes import consult_procedure, reply_procedure
from registry.procedures.steps.schemas import ConsultIn, PaperIn, ReplyIn, StepIn
from registry.procedures.steps.taking import Taking
from registry.store import Change
from registry.units.models import Unit
from registry.working_days.queries import calendar

WHO = Actor(None, "system", "Dữ liệu trình diễn", roles=frozenset({"officer"}), national=True)
POLICE, HOME = "Bộ Công an", "Bộ Nội vụ"


@dataclass(frozen=True, slots=True)
class Plan:
    """One procedure: of which unit, on its n-th certificate, opened and moved so many working days
    ago. `ticks`: how many lines of the checklist are there, None for all."""

    name: str
    unit: str
    nth: int
    kind: Kind
    opened: int
    steps: tuple[tuple[Action, int, Mapping[str, Any]], ...] = ()
    ticks: int | None = None
    ground: str | None = None


_FILE, _ACCEPT = Action.FILE, Action.ACCEPT
PLANS = (
    Plan("extension", "HUFO", 0, Kind.EXTEND, 12, (
        (_FILE, 11, {}), (_ACCEPT, 10, {}), (Action.CONSULT, 9, {"bodies": [POLICE, HOME]}),
        (Action.REPLY, 3, {"body": POLICE, "stance": "agree"}),
    )),
    Plan("drafting", "HUFO", 1, Kind.EXTEND, 3, ticks=2),
    Plan("supplement", "HUFO", 2, Kind.AMEND, 8, ((_FILE, 7, {}), (Action.RETURN, 5, {})), 1),
    Plan("late", "HUFO", 3, Kind.REISSUE, 9, ((_FILE, 8, {}), (_ACCEPT, 7, {}))),
    Plan("suspension", "HUFO", 4, Kind.SUSPEND, 6, (
        (Action.CONSULT, 5, {"bodies": [POLICE]}),
        (Action.REPLY, 2, {"body": POLICE, "stance": "conditional"}),
    ), ground="other_account"),
    Plan("check", "HAIPHONG", 0, Kind.AMEND, 2, ((_FILE, 1, {}),), 2),
)  # fmt: skip


async def enter_procedures(tx: AsyncSession) -> int:
    """Enter what is missing; how many that were."""
    counted, entered = await calendar(tx), 0
    for plan in PLANS:
        record_id = uuid5(NAMESPACE, f"procedure/{plan.name}")
        if await tx.get(Procedure, record_id) is None:
            certificate = await _certificate(tx, plan)
            if certificate is not None:
                await _enter(tx, plan, certificate, counted)
                entered += 1
    return entered


async def _certificate(tx: AsyncSession, plan: Plan) -> Certificate | None:
    """The unit's n-th demonstration certificate that holds today, the first to run out first."""
    found = (
        select(Certificate)
        .join(Unit, Unit.id == Certificate.unit_id)
        .where(
            Unit.code == plan.unit, Certificate.demo, valid_on(today()),
            Certificate.kind == "operation", Certificate.valid_to.is_not(None),
        )
        .order_by(Certificate.valid_to, Certificate.id)
        .offset(plan.nth)
        .limit(1)
    )  # fmt: skip
    certificate: Certificate | None = await tx.scalar(found)
    return certificate


async def _enter(tx: AsyncSession, plan: Plan, certificate: Certificate, counted: Calendar) -> None:
    act = Acting(tx, WHO, Change, "demonstration")
    record_id = uuid5(NAMESPACE, f"procedure/{plan.name}")
    opened = counted.after(today(), -plan.opened)
    about = {"certificate_id": certificate.id, "ground": plan.ground, "opened_on": opened}
    note = "Hồ sơ giả định để trình diễn (demo)"
    body = ProcedureIn(id=record_id, kind=plan.kind, note=note, **about)
    await create_procedure(body, tx, act)
    law = Law(plan.kind, certificate.kind, opened)
    for paper in law.papers[: plan.ticks]:
        said = TickIn(item=paper.code, note="Tủ hồ sơ giả định (demo)")
        await tick_procedure(record_id, said, Match("*"), tx, act)
    for action, ago, more in plan.steps:
        on = counted.after(today(), -ago)
        said_: dict[str, Any] = {"on": on, "paper": _paper(on), **more}
        match action:
            case Action.CONSULT:
                await consult_procedure(record_id, ConsultIn(**said_), Match("*"), tx, act)
            case Action.REPLY:
                await reply_procedure(record_id, ReplyIn(**said_), Match("*"), tx, act)
            case _:
                told = StepIn(**said_, reason="Lý do giả định (demo)")
                taking = await Taking.begin(tx, act, Match("*"), record_id, action, told)
                await taking.end()


def _paper(on: date) -> PaperIn:
    return PaperIn(
        number="00/DEMO", dated=on, issuer="Cơ quan giả định (demo)", summary="Văn bản giả định"
    )

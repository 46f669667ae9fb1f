"""What is owed after the grant: list, record, history, write down, change."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act, Acting
from chassis.changes.history import History, Known, RecordHistory
from chassis.days import today
from chassis.db import Tx
from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.records import assign, named
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.certificates.models import Certificate
from registry.finding import asked
from registry.ngos.models import Ngo
from registry.obligations import queries, rules
from registry.obligations.models import Obligation
from registry.obligations.schemas import (
    ObligationIn,
    ObligationItem,
    ObligationOut,
    ObligationPatch,
    ObligationQuery,
    ruled,
)
from registry.procedures import law
from registry.procedures.queries import scope
from registry.units.models import Unit
from registry.working_days.queries import calendar, calendar_of, marks

router = APIRouter(prefix="/v1/obligations", tags=["obligations"], route_class=Operation)
_ONE = "/{obligation_id}"
_READ = allow(*roles.STAFF, scope="unit", obj="obligation_id")
_WRITE = allow(*roles.WRITERS, scope="unit", obj="obligation_id")


@router.get(
    "", response_model=Page[ObligationItem], responses=BULK, **allow(*roles.STAFF, scope="unit")
)
async def list_obligations(
    query: Annotated[ObligationQuery, Query()], read: Read, actor: CurrentActor, bulk: Bulk
) -> Response:
    """What is owed by those whom the caller's unit follows, by all for national staff."""
    on = query.as_of or today()
    values: dict[str, Any] = await scope(read, actor, query.unit)
    values |= {"q": asked(query.q)} if query.q else {}
    values |= {"status": query.status} if query.status else {}
    values |= {"begun": on} if query.as_of else {}
    values |= {"year": query.year} if query.year else {}
    days = calendar_of(await marks(read))
    writes = actor.has(*roles.WRITERS)

    def told(item: dict[str, Any]) -> dict[str, Any]:
        shown = ruled(item, on)
        is_open = shown["status"] is rules.ObligationStatus.OPEN
        gone = dict.fromkeys(("outcome", "done_on", "evidence")) if is_open else {}
        may = ["update" if item["version"] else "create"]
        return {
            **item,
            **shown,
            **gone,
            "days_left": (item["due_on"] - on).days,
            "working_days_left": days.between(on, item["due_on"]),
            "late": is_open and item["due_on"] < on,
            "allowed_actions": may if writes and actor.keeps(UUID(item["unit_id"])) else [],
        }

    binds = {"on": on, **queries.bound(_periods(on, query.year))}
    return await queries.OBLIGATIONS.page(
        read, query, sort=query.sort, values=values, binds=binds, decorate=told, bulk=bulk
    )


def _periods(on: date, year: int | None) -> list[rules.Period]:
    if year is None:
        return rules.periods(law.duties(on), on)
    yearly = [duty for duty in law.duties(date(year, 12, 1)) if duty.trigger == rules.YEAR]
    return [rules.period(duty, year) for duty in yearly]


@router.get(_ONE, response_model=ObligationOut, **_READ)
async def get_obligation(
    obligation_id: UUID, tx: Tx, actor: CurrentActor, known: Known
) -> Response:
    """What was written down of one duty."""
    one = await queries.get(tx, obligation_id, actor)
    return await known.of(one) or answer(ObligationOut.of(one, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_obligation_history(
    obligation_id: UUID, tx: Tx, read: Read, actor: CurrentActor, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.get(tx, obligation_id, actor)
    return await history.of(read, "obligations", obligation_id)


@router.post(
    "", status_code=201, response_model=ObligationOut, **allow(*roles.WRITERS, scope="own")
)
async def create_obligation(body: ObligationIn, tx: Tx, act: Act) -> Response:
    """Write down that something is owed, or that a year's report has come."""
    duty = _duty(body)
    rules.require_fitting(duty, year=body.year, since=body.since, ngo=body.ngo_id is not None)
    owner = await _owner(tx, act, body)
    if body.year is not None:
        year = rules.period(duty, body.year)
        days = {"since": year.begins, "due_on": year.due_on}
    else:
        assert body.since  # require_fitting has refused anything else
        days = {"since": body.since, "due_on": rules.due(await calendar(tx), duty, body.since)}
    rules.require_told(
        body.outcome, body.done_on, body.evidence, since=days["since"], today=today()
    )
    values = {**body.columns("id"), **owner, **days}
    return await act.create(Obligation(id=body.id or new_id(), **values), ObligationOut.of)


def _duty(body: ObligationIn) -> law.Duty:
    """The rule as it held when this began, or for a year when it was due."""
    on = date(body.year, 12, 1) if body.year else body.since or today()
    found = next((duty for duty in law.duties(on) if duty.code == body.rule), None)
    if found is None:
        code = "registry.obligation_before_law"
        raise RuleViolation(code, errors=[FieldProblem("/body/since", code)])
    return found


async def _owner(tx: AsyncSession, act: Acting, body: ObligationIn) -> dict[str, Any]:
    """Whose it is: the NGO's, in the unit that keeps its record, or a unit's own to follow."""
    ngo = await named(tx, Ngo, body.ngo_id, "registry.unknown_ngo", "ngo_id")
    code = "registry.unknown_certificate"
    certificate = await named(tx, Certificate, body.certificate_id, code, "certificate_id")
    if certificate and certificate.ngo_id != body.ngo_id:
        code = "registry.certificate_of_another"
        raise RuleViolation(code, errors=[FieldProblem("/body/certificate_id", code)])
    unit_id = ngo.unit_id if ngo else body.unit_id or act.unit_id
    await named(tx, Unit, body.unit_id, "registry.no_such_unit", "unit_id")
    if not act.actor.keeps(unit_id):
        raise NotAllowed("registry.not_steward")
    return {"unit_id": unit_id, "demo": bool(ngo and ngo.demo)}


@router.patch(_ONE, response_model=ObligationOut, **_WRITE)
async def update_obligation(
    obligation_id: UUID,
    body: Annotated[ObligationPatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """Say that it came and what shows it, or that there was nothing to send."""
    one = await queries.lock(tx, obligation_id, act.actor)
    match.require(one.version)
    assign(one, body.changes())
    outcome = rules.Outcome(one.outcome) if one.outcome else None
    rules.require_told(outcome, one.done_on, one.evidence, since=one.since, today=today())
    return await act.update(one, ObligationOut.of)

"""Grants: list, dossier, enter, correct, history. The steps are in `steps`."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from aid import roles
from aid.days import today
from aid.grants import queries, rules
from aid.grants.models import Grant
from aid.grants.rules import Action, Deed, Status
from aid.grants.schemas import (
    GrantIn,
    GrantItem,
    GrantOut,
    GrantPatch,
    GrantQuery,
    searched,
    stored,
)
from aid.units.queries import scope
from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, RecordHistory
from chassis.db import Tx
from chassis.fold import like_pattern
from chassis.identity import NOBODY, CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.tenancy import narrowed
from chassis.wire import MERGE_PATCH, Page, answer

router = APIRouter(prefix="/v1/grants", tags=["grants"], route_class=Operation)
_ONE = "/{grant_id}"
_READ = allow(*roles.STAFF, scope="unit", obj="grant_id")


@router.get("", response_model=Page[GrantItem], responses=BULK, **allow(*roles.STAFF, scope="unit"))
async def list_grants(
    query: Annotated[GrantQuery, Query()], read: Read, actor: CurrentActor, bulk: Bulk
) -> Response:
    """Grants of the caller's unit, of every unit for national staff."""
    values: dict[str, Any] = {"q": like_pattern(query.q)} if query.q else {}
    units = await scope(read, actor, query.unit)
    if query.waiting_for_me:
        values |= {"statuses": rules.awaiting(actor.roles), "person_id": actor.id}
        # steps are for the staff of the unit that finishes a dossier
        units = actor.units or (NOBODY,)
        values["finisher"] = actor.unit_id or NOBODY
    values |= narrowed(units)
    return await queries.GRANTS.page(
        read, query, sort=query.sort, values=values, decorate=queries.shown, bulk=bulk
    )


@router.get(_ONE, response_model=GrantOut, **_READ)
async def get_grant(grant_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One dossier, with what this caller may do to it now."""
    grant = await queries.get(tx, grant_id, actor)
    mine = await queries.relations(tx, grant_id, actor.persons(actor.own_roles))
    lent = {one.role: one.person_id for one in actor.stand_ins}
    theirs = await queries.relations(tx, grant_id, actor.persons(lent)) if lent else set()
    return answer(GrantOut.seen(mine, theirs)(grant, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_grant_history(
    grant_id: UUID, tx: Tx, read: Read, actor: CurrentActor, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.get(tx, grant_id, actor)
    return await history.of(read, "grants", grant_id)


@router.post("", status_code=201, response_model=GrantOut, **allow(*roles.WRITERS, scope="own"))
async def create_grant(body: GrantIn, tx: Tx, act: Act) -> Response:
    """Enter a dossier as a draft of the caller's unit."""
    fields = stored(body.columns("id"))
    grant = Grant(id=body.id or new_id(), unit_id=act.unit_id, status=Status.DRAFT, **fields)
    rules.require_consistent(grant.amount, grant.currency, grant.starts_on, grant.ends_on)
    rules.require_sectors_once(grant.sectors)
    await queries.take_names(tx, grant)
    # last of all: the number is locked from here to the commit
    grant.code = await queries.next_code(tx, grant.unit_id, today().year)
    grant.search = searched(grant)
    answered = await act.create(grant, GrantOut.seen({rules.RELATION[Deed.EDIT]}))
    await queries.mark(tx, grant.id, act.actor.persons(roles.WRITERS), Deed.EDIT)
    return answered


@router.patch(
    _ONE,
    response_model=GrantOut,
    **allow(*roles.WRITERS, scope="own", obj="grant_id", sod=rules.FOUR_EYES),
)
async def update_grant(
    grant_id: UUID, body: Annotated[GrantPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Correct a draft, or supplement a dossier that was returned."""
    grant = await queries.lock_own(tx, grant_id, act.unit_id)
    persons = act.actor.persons(roles.WRITERS)
    mine = await queries.relations(tx, grant_id, persons)
    rules.MOVES.next(Status(grant.status), Action.UPDATE, roles=act.actor.roles, relations=mine)
    match.require(grant.version)
    await queries.mark(tx, grant_id, persons, Deed.EDIT)
    for name, value in stored(body.changes()).items():
        setattr(grant, name, value)
    rules.require_consistent(grant.amount, grant.currency, grant.starts_on, grant.ends_on)
    rules.require_sectors_once(grant.sectors)
    await queries.take_names(tx, grant)
    grant.search = searched(grant)
    return await act.update(grant, GrantOut.seen(mine | {rules.RELATION[Deed.EDIT]}))

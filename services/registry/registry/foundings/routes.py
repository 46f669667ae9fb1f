"""Unions being founded: list, record, history, open, and the steps to a union."""

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act, Acting
from chassis.changes.history import History, Known, RecordHistory
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch, Match
from chassis.reader import Read
from chassis.records import assign, find
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.finding import asked
from registry.foundings import queries
from registry.foundings.models import Founding
from registry.foundings.rules import MOVES, FoundingAction, FoundingStatus
from registry.foundings.schemas import (
    FileIn,
    FoundIn,
    FoundingIn,
    FoundingItem,
    FoundingOut,
    FoundingPatch,
    FoundingQuery,
    StopIn,
)
from registry.kept import keeper, lock_kept
from registry.places.queries import within
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/foundings", tags=["foundings"], route_class=Operation)
_ONE = "/{founding_id}"
_READ = allow(*roles.STAFF, scope="national", obj="founding_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="founding_id")


@router.get(
    "", response_model=Page[FoundingItem], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_foundings(
    query: Annotated[FoundingQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """Cases by province; `as_of`: those in progress that day."""
    values: dict[str, Any] = await resolve(read, query.unit)
    values |= {"q": asked(query.q)} if query.q else {}
    values |= await within(read, query.province, query.boundaries)
    return await queries.FOUNDINGS.page(read, query, sort=query.sort, values=values, bulk=bulk)


@router.get(_ONE, response_model=FoundingOut, **_READ)
async def get_founding(founding_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One case with its steps."""
    founding = await find(tx, Founding, founding_id)
    return await known.of(founding) or answer(FoundingOut.of(founding, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_founding_history(
    founding_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await find(tx, Founding, founding_id)
    return await history.of(read, "foundings", founding_id)


@router.post("", status_code=201, response_model=FoundingOut, **allow(*roles.WRITERS, scope="own"))
async def create_founding(body: FoundingIn, tx: Tx, act: Act) -> Response:
    """Open a case: a province is guided towards its union."""
    unit_id = await keeper(tx, act, body.unit_id)
    fields = body.columns("id", "unit_id")
    founding = Founding(
        id=body.id or new_id(), unit_id=unit_id, status=FoundingStatus.GUIDED, **fields
    )
    await queries.settle(tx, founding)
    return await act.create(founding, FoundingOut.of)


@router.patch(_ONE, response_model=FoundingOut, **_KEEP)
async def update_founding(
    founding_id: UUID, body: Annotated[FoundingPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Correct a case; its steps have addresses of their own."""
    founding = await lock_kept(tx, act, Founding, founding_id)
    return await _step(founding, FoundingAction.UPDATE, body.changes(), match, tx, act)


@router.post(_ONE + "/file", response_model=FoundingOut, **_KEEP)
async def file_founding(
    founding_id: UUID, body: FileIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """The dossier was filed."""
    founding = await lock_kept(tx, act, Founding, founding_id)
    return await _step(founding, FoundingAction.FILE, body.columns(), match, tx, act)


@router.post(_ONE + "/found", response_model=FoundingOut, **_KEEP)
async def found_founding(
    founding_id: UUID, body: FoundIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """The founding congress was held."""
    founding = await lock_kept(tx, act, Founding, founding_id)
    return await _step(founding, FoundingAction.FOUND, body.changes(), match, tx, act)


@router.post(_ONE + "/stop", response_model=FoundingOut, **_KEEP)
async def stop_founding(
    founding_id: UUID, body: StopIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """The case ended without a union."""
    founding = await lock_kept(tx, act, Founding, founding_id)
    values = {"stopped_on": body.stopped_on, "reason": body.reason}
    return await _step(founding, FoundingAction.STOP, values, match, tx, act, reason=body.reason)


async def _step(
    founding: Founding,
    action: FoundingAction,
    values: Mapping[str, Any],
    match: Match,
    tx: AsyncSession,
    act: Acting,
    reason: str | None = None,
) -> Response:
    """Take one step of the table on a locked case."""
    following = MOVES.next(FoundingStatus(founding.status), action, roles=act.actor.roles)
    match.require(founding.version)
    assign(founding, {**values, "status": following})
    await queries.settle(tx, founding)
    return await act.update(founding, FoundingOut.of, action, reason)

"""Foreign NGOs: list, record, create, change, history."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, RecordHistory
from chassis.days import today
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.ngos import changing, queries, rules
from registry.ngos.duplicates.confirming import Confirmed
from registry.ngos.duplicates.routes import require_new
from registry.ngos.models import Ngo
from registry.ngos.narrowing import narrow
from registry.ngos.schemas import (
    KnownAt,
    NgoIn,
    NgoItem,
    NgoOut,
    NgoPatch,
    NgoQuery,
    NgoRef,
    derived,
)
from registry.places.queries import require_country, require_sectors

router = APIRouter(prefix="/v1/ngos", tags=["ngos"], route_class=Operation)


@router.get(
    "", response_model=Page[NgoItem], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_ngos(query: Annotated[NgoQuery, Query()], read: Read, bulk: Bulk) -> Response:
    """NGOs by name; with `unit`, those whose certificate of that day covers its provinces."""
    values, binds = await narrow(query, read)
    sort = query.sort or ("relevance" if query.q else "name")
    if sort == "relevance" and not query.q:
        sort = "name"
    return await queries.NGOS.page(read, query, sort=sort, values=values, binds=binds, bulk=bulk)


@router.get(
    "/{ngo_id}", response_model=NgoOut, **allow(*roles.STAFF, scope="national", obj="ngo_id")
)
async def get_ngo(
    ngo_id: NgoRef,
    query: Annotated[KnownAt, Query()],
    tx: Tx,
    read: Read,
    actor: CurrentActor,
    history: RecordHistory,
) -> Response:
    """One NGO by its id or `INGO-…`, or with `known_at` as written down at that moment."""
    found = await queries.resolve(read, ngo_id)
    if query.known_at:
        return await history.at(read, "ngos", found, query.known_at)
    return answer(NgoOut.of(await queries.get(tx, found), actor))


@router.get(
    "/{ngo_id}/history",
    response_model=History,
    **allow(*roles.STAFF, scope="national", obj="ngo_id"),
)
async def get_ngo_history(ngo_id: UUID, tx: Tx, read: Read, history: RecordHistory) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.get(tx, ngo_id)
    return await history.of(read, "ngos", ngo_id)


@router.post("", status_code=201, response_model=NgoOut, **allow(*roles.WRITERS, scope="own"))
async def create_ngo(body: NgoIn, tx: Tx, act: Act, confirmed: Confirmed) -> Response:
    """Record an NGO; the caller's unit becomes its steward.

    When records like it are there, 409 `registry.possible_duplicates` names them with the reasons;
    the same body with its `confirmation` in the header `Confirmation` creates all the same.
    """
    await require_country(tx, body.home_country)
    await require_sectors(tx, body.sectors, today())
    fields = body.columns("id")
    rules.require_entries(fields)
    await require_new(tx, body, fields, confirmed)
    fields |= {"public_id": (await queries.public_ids(tx))[0]}
    ngo = Ngo(id=body.id or new_id(), unit_id=act.unit_id, **fields, **derived(fields))
    return await act.create(ngo, NgoOut.of)


@router.patch(
    "/{ngo_id}", response_model=NgoOut, **allow(*roles.WRITERS, scope="steward", obj="ngo_id")
)
async def update_ngo(
    ngo_id: UUID, body: Annotated[NgoPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Change an NGO's record; its steward or the national union only."""
    ngo = await queries.lock(tx, ngo_id)
    rules.require_steward(ngo.unit_id, act.actor.unit_id, national=act.actor.national)
    match.require(ngo.version)
    changes = body.changes()
    await changing.require_sound(tx, ngo, changes)
    changing.put(ngo, changes)
    return await act.update(ngo, NgoOut.of)

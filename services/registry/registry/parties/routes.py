"""Parties beyond NGOs: list, record, history, enter, change."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, Known, RecordHistory
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.records import assign, find
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.finding import asked, ranked
from registry.kept import keeper, lock_kept
from registry.parties import queries
from registry.parties.models import Party
from registry.parties.schemas import ContactIn, PartyIn, PartyItem, PartyOut, PartyPatch, PartyQuery
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/parties", tags=["parties"], route_class=Operation)
_ONE = "/{party_id}"
_READ = allow(*roles.STAFF, scope="national", obj="party_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="party_id")


@router.get(
    "", response_model=Page[PartyItem], responses=BULK, **allow(*roles.STAFF, scope="national")
)
async def list_parties(query: Annotated[PartyQuery, Query()], read: Read, bulk: Bulk) -> Response:
    """Consulates, people's organisations, firms and others by name."""
    values = await resolve(read, query.unit) | ({"q": asked(query.q)} if query.q else {})
    sort, binds = ranked(query.sort, "name", query.q)
    return await queries.PARTIES.page(read, query, sort=sort, values=values, binds=binds, bulk=bulk)


@router.get(_ONE, response_model=PartyOut, **_READ)
async def get_party(party_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One party with its contact log."""
    party = await find(tx, Party, party_id)
    return await known.of(party) or answer(PartyOut.of(party, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_party_history(party_id: UUID, tx: Tx, read: Read, history: RecordHistory) -> Response:
    """Who changed what, when and why; newest first."""
    await find(tx, Party, party_id)
    return await history.of(read, "parties", party_id)


@router.post("", status_code=201, response_model=PartyOut, **allow(*roles.WRITERS, scope="own"))
async def create_party(body: PartyIn, tx: Tx, act: Act) -> Response:
    """Enter a party that one's union deals with."""
    unit_id = await keeper(tx, act, body.unit_id)
    party = Party(id=body.id or new_id(), unit_id=unit_id, **body.columns("id", "unit_id"))
    await queries.settle(tx, party)
    return await act.create(party, PartyOut.of)


@router.patch(_ONE, response_model=PartyOut, **_KEEP)
async def update_party(
    party_id: UUID, body: Annotated[PartyPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Correct a party's record."""
    party = await lock_kept(tx, act, Party, party_id)
    match.require(party.version)
    assign(party, body.changes())
    await queries.settle(tx, party)
    return await act.update(party, PartyOut.of)


@router.post(
    _ONE + "/contacts",
    response_model=PartyOut,
    **allow(*roles.WRITERS, scope="national", obj="party_id"),
)
async def add_party_contact(
    party_id: UUID, body: ContactIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Write a contact into the log; any union may have called on a party that another keeps."""
    party = await find(tx, Party, party_id, lock=True)
    match.require(party.version)
    party.contacts = [*party.contacts, {**body.columns(), "unit_id": str(act.unit_id)}]
    return await act.update(party, PartyOut.of, "contact")

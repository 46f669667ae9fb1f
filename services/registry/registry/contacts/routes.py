"""A union's log of its contacts with NGOs: list, record, history, enter, change."""

from functools import partial
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
from chassis.records import assign
from chassis.routing import Operation
from chassis.tenancy import narrowed
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.contacts import queries, rules
from registry.contacts.models import Contact
from registry.contacts.schemas import (
    ContactPatch,
    ContactQuery,
    NgoContactIn,
    NgoContactItem,
    NgoContactOut,
)
from registry.finding import asked

router = APIRouter(prefix="/v1/contacts", tags=["contacts"], route_class=Operation)
_ONE = "/{contact_id}"
_MAKE = allow(*roles.WRITERS, scope="own")
_READ = allow(*roles.STAFF, scope="unit", obj="contact_id")


@router.get(
    "", response_model=Page[NgoContactItem], responses=BULK, **allow(*roles.STAFF, scope="unit")
)
async def list_contacts(
    query: Annotated[ContactQuery, Query()], read: Read, actor: CurrentActor, bulk: Bulk
) -> Response:
    """Contacts of one's own union, newest first; national staff see those of all."""
    values = narrowed(actor.reach)
    if query.q:
        values["q"] = asked(query.q)
    if query.waiting_by:
        values["waiting_then" if query.as_of else "waiting_by"] = query.waiting_by
    then = partial(rules.told_on, day=query.as_of) if query.as_of else None
    return await queries.CONTACTS.page(
        read, query, sort=query.sort, values=values, decorate=then, bulk=bulk
    )


@router.get(_ONE, response_model=NgoContactOut, **_READ)
async def get_contact(contact_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One contact."""
    contact = await queries.seen(tx, actor, contact_id)
    return await known.of(contact) or answer(NgoContactOut.of(contact, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_contact_history(
    contact_id: UUID, tx: Tx, read: Read, actor: CurrentActor, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.seen(tx, actor, contact_id)
    return await history.of(read, "contacts", contact_id)


@router.post(
    "", status_code=201, response_model=NgoContactOut, **allow(*roles.WRITERS, scope="own")
)
async def create_contact(body: NgoContactIn, tx: Tx, act: Act) -> Response:
    """Write down that one's union was in touch with an NGO."""
    contact = Contact(id=body.id or new_id(), unit_id=act.unit_id, **body.columns("id"))
    await queries.settle(tx, contact)
    return await act.create(contact, NgoContactOut.of)


@router.patch(
    _ONE, response_model=NgoContactOut, **allow(*roles.WRITERS, scope="own", obj="contact_id")
)
async def update_contact(
    contact_id: UUID,
    body: Annotated[ContactPatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """Correct a contact, or say that its next step was done."""
    contact = await queries.lock_own(tx, act.actor, contact_id)
    match.require(contact.version)
    assign(contact, body.changes())
    await queries.settle(tx, contact)
    return await act.update(contact, NgoContactOut.of)

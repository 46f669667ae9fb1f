"""Recipients: list, record, enter, correct, remove, history."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from aid import roles
from aid.names import derived
from aid.recipients import queries
from aid.recipients.models import Recipient
from aid.recipients.schemas import (
    RecipientIn,
    RecipientItem,
    RecipientOut,
    RecipientPatch,
    RecipientQuery,
)
from aid.units.queries import scope
from chassis.authz import allow
from chassis.changes.act import Act
from chassis.changes.history import History, RecordHistory
from chassis.db import Tx
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.tenancy import narrowed
from chassis.wire import MERGE_PATCH, Page, answer

router = APIRouter(prefix="/v1/recipients", tags=["recipients"], route_class=Operation)
_ONE = "/{recipient_id}"
_READ = allow(*roles.STAFF, scope="unit", obj="recipient_id")
_WRITE = allow(*roles.WRITERS, scope="own", obj="recipient_id")


@router.get("", response_model=Page[RecipientItem], **allow(*roles.STAFF, scope="unit"))
async def list_recipients(
    query: Annotated[RecipientQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Recipients by name: those of the caller's unit, of every unit for national staff."""
    values: dict[str, Any] = {"q": like_pattern(query.q)} if query.q else {}
    values |= narrowed(await scope(read, actor, query.unit))
    return await queries.RECIPIENTS.page(read, query, sort=query.sort, values=values)


@router.get(_ONE, response_model=RecipientOut, **_READ)
async def get_recipient(recipient_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One recipient."""
    return answer(RecipientOut.of(await queries.get(tx, recipient_id, actor), actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_recipient_history(
    recipient_id: UUID, tx: Tx, read: Read, actor: CurrentActor, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.get(tx, recipient_id, actor)
    return await history.of(read, "recipients", recipient_id)


@router.post("", status_code=201, response_model=RecipientOut, **allow(*roles.WRITERS, scope="own"))
async def create_recipient(body: RecipientIn, tx: Tx, act: Act) -> Response:
    """Record a body that may receive aid through the caller's unit."""
    fields = body.columns("id") | derived(body.name_vi, body.name_en)
    recipient = Recipient(id=body.id or new_id(), unit_id=act.unit_id, **fields)
    return await act.create(recipient, RecipientOut.of)


@router.patch(_ONE, response_model=RecipientOut, **_WRITE)
async def update_recipient(
    recipient_id: UUID,
    body: Annotated[RecipientPatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """Correct a recipient's entry; grants keep the name under which they were submitted."""
    recipient = await queries.lock_own(tx, recipient_id, act.unit_id)
    match.require(recipient.version)
    for name, value in body.changes().items():
        setattr(recipient, name, value)
    for name, value in derived(recipient.name_vi, recipient.name_en).items():
        setattr(recipient, name, value)
    return await act.update(recipient, RecipientOut.of)


@router.delete(_ONE, status_code=204, response_class=Response, **_WRITE)
async def delete_recipient(recipient_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    """Remove a recipient that no grant names."""
    recipient = await queries.lock_own(tx, recipient_id, act.unit_id)
    match.require(recipient.version)
    return await act.delete(recipient)

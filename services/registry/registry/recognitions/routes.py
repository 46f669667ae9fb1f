"""Recognitions: list, record, history, enter, change."""

from functools import partial
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from chassis.authz import PUBLIC, allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, Known, RecordHistory
from chassis.days import today
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.records import assign, find, in_order
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.finding import asked
from registry.kept import keeper, lock_kept
from registry.recognitions import queries, rules
from registry.recognitions.models import Recognition
from registry.recognitions.rules import RecognitionStatus
from registry.recognitions.schemas import (
    RecognitionIn,
    RecognitionItem,
    RecognitionOut,
    RecognitionPatch,
    RecognitionQuery,
    RevokeIn,
    VerifiedOut,
)
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/recognitions", tags=["recognitions"], route_class=Operation)
_ONE = "/{recognition_id}"
Code = Annotated[str, Path(pattern="^[A-Za-z0-9-]{2,40}$")]
_READ = allow(*roles.STAFF, scope="national", obj="recognition_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="recognition_id")


@router.get(
    "",
    response_model=Page[RecognitionItem],
    responses=BULK,
    **allow(*roles.STAFF, scope="national"),
)
async def list_recognitions(
    query: Annotated[RecognitionQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """Recognitions, newest first; `unit`: given or received by that union."""
    values: dict[str, Any] = await resolve(read, query.unit)
    values |= {"q": asked(query.q)} if query.q else {}
    if query.status:
        values["status_then" if query.as_of else "status"] = query.status
    then = partial(rules.told_on, day=query.as_of) if query.as_of else None
    return await queries.RECOGNITIONS.page(
        read, query, sort=query.sort, values=values, decorate=then, bulk=bulk
    )


@router.get(_ONE, response_model=RecognitionOut, **_READ)
async def get_recognition(
    recognition_id: UUID, tx: Tx, actor: CurrentActor, known: Known
) -> Response:
    """One recognition."""
    recognition = await find(tx, Recognition, recognition_id)
    return await known.of(recognition) or answer(RecognitionOut.of(recognition, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_recognition_history(
    recognition_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await find(tx, Recognition, recognition_id)
    return await history.of(read, "recognitions", recognition_id)


@router.post(
    "", status_code=201, response_model=RecognitionOut, **allow(*roles.WRITERS, scope="own")
)
async def create_recognition(body: RecognitionIn, tx: Tx, act: Act) -> Response:
    """Enter a recognition that was decided."""
    unit_id = await keeper(tx, act, body.unit_id)
    fields = body.columns("id", "unit_id")
    fixed = {"status": RecognitionStatus.GRANTED, "code": rules.new_code()}
    recognition = Recognition(id=body.id or new_id(), unit_id=unit_id, **fixed, **fields)
    await queries.settle(tx, recognition)
    return await act.create(recognition, RecognitionOut.of)


@router.patch(_ONE, response_model=RecognitionOut, **_KEEP)
async def update_recognition(
    recognition_id: UUID,
    body: Annotated[RecognitionPatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """Correct a recognition's entry."""
    recognition = await lock_kept(tx, act, Recognition, recognition_id)
    rules.require_granted(recognition.status)
    match.require(recognition.version)
    assign(recognition, body.changes())
    await queries.settle(tx, recognition)
    return await act.update(recognition, RecognitionOut.of)


@router.post(_ONE + "/revoke", response_model=RecognitionOut, **_KEEP)
async def revoke_recognition(
    recognition_id: UUID, body: RevokeIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Take a recognition back, and say why; its certificate then verifies as revoked."""
    recognition = await lock_kept(tx, act, Recognition, recognition_id)
    rules.require_granted(recognition.status)
    match.require(recognition.version)
    recognition.status, recognition.reason = RecognitionStatus.REVOKED, body.reason
    # what is decided for a day to come is taken back on that day, unless a day is given
    recognition.revoked_on = body.revoked_on or max(today(), recognition.decided_on)
    decided = {"decided": recognition.decided_on, "revoked_on": recognition.revoked_on}
    in_order("registry.dates_out_of_order", **decided)
    return await act.update(recognition, RecognitionOut.of, "revoke", body.reason)


@router.get(
    "/verify/{code}", response_model=VerifiedOut, **allow(PUBLIC, scope="public", obj="code")
)
async def verify_recognition(code: Code, read: Read) -> VerifiedOut:
    """Whether a certificate is genuine: for whoever holds its code, without signing in."""
    return VerifiedOut.model_validate(dict(await queries.verified(read, code)))

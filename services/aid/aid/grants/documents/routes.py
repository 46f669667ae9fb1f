"""Documents of a dossier: list, record, hand in, take out, download."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from aid import roles
from aid.grants import queries as grants
from aid.grants.documents import queries, rules
from aid.grants.documents.models import Document
from aid.grants.documents.rules import DocumentKind
from aid.grants.documents.schemas import DocumentOut, DocumentPage
from aid.grants.rules import FOUR_EYES, MOVES, Action, Deed, Status
from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.changes.noting import note_download
from chassis.db import Tx
from chassis.files.room import Keep
from chassis.files.upload import Files, download, require_parts
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.listing import PageQuery
from chassis.preconditions import IfMatch, IfNoneMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.strict import Name
from chassis.wire import answer

router = APIRouter(prefix="/v1/grants/{grant_id}/documents", tags=["grants"], route_class=Operation)
_ONE = "/{document_id}"
_READ = allow(*roles.STAFF, scope="unit", obj="grant_id")
_WRITE = allow(*roles.WRITERS, scope="own", obj="grant_id", sod=FOUR_EYES)


@router.get("", response_model=DocumentPage, **_READ)
async def list_documents(
    grant_id: UUID,
    query: Annotated[PageQuery, Query()],
    tx: Tx,
    read: Read,
    actor: CurrentActor,
    keep: Keep,
) -> Response:
    """The papers of a dossier, oldest first; `room`: how much its unit has in all dossiers."""
    grant = await grants.get(tx, grant_id, actor)
    room = await keep.room(grant.unit_id)
    return await queries.DOCUMENTS.page(
        read,
        query,
        sort="created_at",
        values={"grant_id": grant_id},
        beside={"room": room.model_dump()},
    )


@router.get(_ONE, response_model=DocumentOut, **_READ)
async def get_document(grant_id: UUID, document_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One paper, without its content."""
    await grants.get(tx, grant_id, actor)
    return answer(DocumentOut.of(await queries.get(tx, grant_id, document_id), actor))


@router.post("", status_code=201, response_model=DocumentOut, **_WRITE)
async def add_document(
    request: Request,
    grant_id: UUID,
    file: Annotated[UploadFile, File(description="At most 20 MiB; its content must be its type.")],
    kind: Annotated[DocumentKind, Form()],
    tx: Tx,
    act: Act,
    keep: Keep,
    title: Annotated[Name | None, Form()] = None,
) -> Response:
    """Hand a paper in, while the dossier is a draft or was returned; who does is its editor."""
    await require_parts(request, rules.PARTS)
    # first the file, then its row: what breaks in between leaves a file that nothing names
    kept = await keep.put(file, act.unit_id, rules.MOST_BYTES)
    await _edit(tx, act, grant_id)
    await keep.count(tx, act.unit_id, kept.size)
    document = Document(
        id=new_id(),
        unit_id=act.unit_id,
        grant_id=grant_id,
        kind=kind,
        title=title or kept.name,
        file_name=kept.name,
        file_key=kept.key,
        media_type=kept.media_type,
        size=kept.size,
        sha256=kept.sha256,
        uploaded_by=act.actor.id,
    )
    return await act.create(document, DocumentOut.of)


@router.delete(_ONE, status_code=204, response_class=Response, **_WRITE)
async def delete_document(
    grant_id: UUID, document_id: UUID, match: IfMatch, tx: Tx, act: Act, keep: Keep
) -> Response:
    """Take a paper out, while the dossier is a draft or was returned; history remembers it."""
    await _edit(tx, act, grant_id)
    document = await queries.get(tx, grant_id, document_id)
    match.require(document.version)
    await keep.uncount(tx, document.unit_id, document.size)
    return await act.delete(document)


@router.get(
    _ONE + "/content",
    response_class=Response,
    responses={200: {"content": {"*/*": {}}}, 304: {"description": "Same."}},
    **_READ,
)
async def get_document_content(
    grant_id: UUID,
    document_id: UUID,
    tx: Tx,
    actor: CurrentActor,
    files: Files,
    request: Request,
    if_none_match: IfNoneMatch = "",
) -> Response:
    """The content, as an attachment that no browser renders. Who takes it stands in the log."""
    await grants.get(tx, grant_id, actor)
    document = await queries.get(tx, grant_id, document_id)
    content = await download(
        files,
        document.file_key,
        name=document.file_name,
        media_type=document.media_type,
        size=document.size,
        sha256=document.sha256,
        known=if_none_match,
    )
    if content.status_code == 200:
        note_download(tx, request, document, DocumentOut.of(document, actor))
    return content


async def _edit(tx: AsyncSession, act: Acting, grant_id: UUID) -> None:
    """Lock a dossier that this person may change, and remember that he did."""
    grant = await grants.lock_own(tx, grant_id, act.unit_id)
    persons = act.actor.persons(roles.WRITERS)
    mine = await grants.relations(tx, grant_id, persons)
    MOVES.next(Status(grant.status), Action.UPDATE, roles=act.actor.roles, relations=mine)
    await grants.mark(tx, grant_id, persons, Deed.EDIT)

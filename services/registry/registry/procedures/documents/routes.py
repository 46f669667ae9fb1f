"""Documents of a procedure: list, record, hand in, take out, download."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.changes.noting import note_download
from chassis.db import Tx
from chassis.errors import RuleViolation
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
from registry import roles
from registry.procedures import queries as procedures
from registry.procedures.documents import queries
from registry.procedures.documents.models import ProcedureDocument
from registry.procedures.documents.schemas import ProcedureDocumentOut, ProcedureDocumentPage
from registry.procedures.models import Procedure
from registry.procedures.rules import MACHINES, ProcedureAction, ProcedureKind, ProcedureStatus

router = APIRouter(
    prefix="/v1/procedures/{procedure_id}/documents", tags=["procedures"], route_class=Operation
)
_ONE = "/{document_id}"
_READ = allow(*roles.STAFF, scope="unit", obj="procedure_id")
_WRITE = allow(*roles.WRITERS, scope="unit", obj="procedure_id")
MOST_BYTES = 20 * 1024 * 1024


@router.get("", response_model=ProcedureDocumentPage, **_READ)
async def list_procedure_documents(
    procedure_id: UUID,
    query: Annotated[PageQuery, Query()],
    tx: Tx,
    read: Read,
    actor: CurrentActor,
    keep: Keep,
) -> Response:
    """The files of a dossier, oldest first; `room`: how much its unit has in all dossiers."""
    procedure = await procedures.get(tx, procedure_id, actor)
    room = await keep.room(procedure.unit_id)
    return await queries.DOCUMENTS.page(
        read,
        query,
        sort="created_at",
        values={"procedure_id": procedure_id},
        beside={"room": room.model_dump()},
    )


@router.get(_ONE, response_model=ProcedureDocumentOut, **_READ)
async def get_procedure_document(
    procedure_id: UUID, document_id: UUID, tx: Tx, actor: CurrentActor
) -> Response:
    """One file, without its content."""
    await procedures.get(tx, procedure_id, actor)
    return answer(ProcedureDocumentOut.of(await queries.get(tx, procedure_id, document_id), actor))


@router.post("", status_code=201, response_model=ProcedureDocumentOut, **_WRITE)
async def add_procedure_document(
    request: Request,
    procedure_id: UUID,
    file: Annotated[UploadFile, File(description="At most 20 MiB; its content must be its type.")],
    tx: Tx,
    act: Act,
    read: Read,
    keep: Keep,
    title: Annotated[Name | None, Form()] = None,
) -> Response:
    """Hand a file in, as long as the procedure is open; steps and the checklist then name it."""
    await require_parts(request, ("file", "title"))
    # first the file, then its row: what breaks in between leaves a file that nothing names
    unit_id = await procedures.unit_of(read, procedure_id, act.actor)
    kept = await keep.put(file, unit_id, MOST_BYTES)
    procedure = await _attach(tx, act, procedure_id)
    await keep.count(tx, procedure.unit_id, kept.size)
    document = ProcedureDocument(
        id=new_id(),
        unit_id=procedure.unit_id,
        procedure_id=procedure_id,
        title=title or kept.name,
        file_name=kept.name,
        file_key=kept.key,
        media_type=kept.media_type,
        size=kept.size,
        sha256=kept.sha256,
        uploaded_by=act.actor.id,
    )
    return await act.create(document, ProcedureDocumentOut.of)


@router.delete(_ONE, status_code=204, response_class=Response, **_WRITE)
async def delete_procedure_document(
    procedure_id: UUID, document_id: UUID, match: IfMatch, tx: Tx, act: Act, keep: Keep
) -> Response:
    """Take a file out that nothing refers to; history remembers it."""
    procedure = await _attach(tx, act, procedure_id)
    document = await queries.get(tx, procedure_id, document_id)
    match.require(document.version)
    if str(document_id) in procedures.named_documents(procedure):
        raise RuleViolation("registry.document_in_use")
    await keep.uncount(tx, document.unit_id, document.size)
    return await act.delete(document)


@router.get(
    _ONE + "/content",
    response_class=Response,
    responses={200: {"content": {"*/*": {}}}, 304: {"description": "Same."}},
    **_READ,
)
async def get_procedure_document_content(
    procedure_id: UUID,
    document_id: UUID,
    tx: Tx,
    actor: CurrentActor,
    files: Files,
    request: Request,
    if_none_match: IfNoneMatch = "",
) -> Response:
    """The content, as an attachment that no browser renders. Who takes it stands in the log."""
    await procedures.get(tx, procedure_id, actor)
    document = await queries.get(tx, procedure_id, document_id)
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
        note_download(tx, request, document, ProcedureDocumentOut.of(document, actor))
    return content


async def _attach(tx: AsyncSession, act: Acting, procedure_id: UUID) -> Procedure:
    """Lock a procedure to which this person may add papers."""
    procedure = await procedures.lock(tx, procedure_id, act.actor)
    machine = MACHINES[ProcedureKind(procedure.kind)]
    machine.next(ProcedureStatus(procedure.status), ProcedureAction.ATTACH, roles=act.actor.roles)
    return procedure

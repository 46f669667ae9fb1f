"""Every SELECT on documents."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, NotFound, RuleViolation
from chassis.listing import Listing, Order
from registry.procedures.documents.models import ProcedureDocument as Document

DOCUMENTS = Listing(
    select(*[c for c in Document.__table__.columns if c.name != "file_key"]),
    record=Document.id,
    orders={"created_at": Order(Document.created_at, datetime)},
    filters={"procedure_id": Document.procedure_id == bindparam("procedure_id")},
)


async def find(tx: AsyncSession, procedure_id: UUID, document_id: UUID) -> Document | None:
    here = (Document.id == document_id) & (Document.procedure_id == procedure_id)
    found: Document | None = await tx.scalar(select(Document).where(here))
    return found


async def get(tx: AsyncSession, procedure_id: UUID, document_id: UUID) -> Document:
    """One file of one dossier; under another dossier's address it is not there."""
    document = await find(tx, procedure_id, document_id)
    if document is None:
        raise NotFound
    return document


async def require(
    tx: AsyncSession, procedure_id: UUID, document_id: UUID | None, pointer: str
) -> None:
    """Refuse to name a file that is not one of this dossier."""
    if document_id is not None and await find(tx, procedure_id, document_id) is None:
        code = "registry.unknown_document"
        raise RuleViolation(code, errors=[FieldProblem(pointer, code)])

"""Every SELECT on documents."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from aid.grants.documents.models import Document
from chassis.listing import Listing, Order
from chassis.records import find

DOCUMENTS = Listing(
    select(*[c for c in Document.__table__.columns if c.name != "file_key"]),
    record=Document.id,
    orders={"created_at": Order(Document.created_at, datetime)},
    filters={"grant_id": Document.grant_id == bindparam("grant_id")},
)


async def get(tx: AsyncSession, grant_id: UUID, document_id: UUID) -> Document:
    """One paper of one dossier; under another dossier's address it is not there."""
    return await find(tx, Document, document_id, Document.grant_id == grant_id)

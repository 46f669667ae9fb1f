"""Every SELECT on documents, and where their content is."""

from collections.abc import AsyncIterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request, UploadFile
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from aid.grants.documents.models import Document
from chassis.errors import NotFound
from chassis.files.store import FileStore
from chassis.listing import Listing, Order

_CHUNK = 256 * 1024

DOCUMENTS = Listing(
    select(*[c for c in Document.__table__.columns if c.name != "file_key"]),
    record=Document.id,
    orders={"created_at": Order(Document.created_at, datetime)},
    filters={"grant_id": Document.grant_id == bindparam("grant_id")},
)


async def get(tx: AsyncSession, grant_id: UUID, document_id: UUID) -> Document:
    """One paper of one dossier; under another dossier's address it is not there."""
    here = (Document.id == document_id) & (Document.grant_id == grant_id)
    document = await tx.scalar(select(Document).where(here))
    if document is None:
        raise NotFound
    return document


async def chunks(upload: UploadFile) -> AsyncIterator[bytes]:
    """What was uploaded, piece by piece."""
    while piece := await upload.read(_CHUNK):
        yield piece


@cache
def _store(url: str, data_dir: Path) -> FileStore:
    return FileStore.at(url, data_dir)


def files(request: Request) -> FileStore:
    settings = request.app.state.settings
    return _store(settings.files_url, settings.data_dir)


Files = Annotated[FileStore, Depends(files)]

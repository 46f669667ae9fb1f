"""Documents on the wire."""

from uuid import UUID

from aid.grants.documents.models import Document
from aid.grants.documents.rules import DocumentKind
from chassis.files.room import RoomOut
from chassis.identity import Actor
from chassis.wire import Page, RecordOut


class DocumentOut(RecordOut):
    """A paper of a dossier. `sha256` is the hash of its content, and the ETag of `…/content`."""

    unit_id: UUID
    grant_id: UUID
    kind: DocumentKind
    title: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    uploaded_by: UUID | None

    @classmethod
    def of(cls, document: Document, actor: Actor) -> "DocumentOut":
        return cls.model_validate(document)


class DocumentPage(Page[DocumentOut]):
    """The papers of a dossier, and how much room its unit has used."""

    room: RoomOut

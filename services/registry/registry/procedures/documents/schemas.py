"""Documents on the wire."""

from uuid import UUID

from chassis.files.room import RoomOut
from chassis.identity import Actor
from chassis.wire import Page, RecordOut
from registry.procedures.documents.models import ProcedureDocument


class ProcedureDocumentOut(RecordOut):
    """A file of a dossier. `sha256` is the hash of its content, and the ETag of `…/content`."""

    unit_id: UUID
    procedure_id: UUID
    title: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    uploaded_by: UUID | None

    @classmethod
    def of(cls, document: ProcedureDocument, actor: Actor) -> "ProcedureDocumentOut":
        return cls.model_validate(document)


class ProcedureDocumentPage(Page[ProcedureDocumentOut]):
    """The files of a dossier, and how much room its unit has used."""

    room: RoomOut

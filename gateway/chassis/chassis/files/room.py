"""How much of a unit's files is kept: a sum beside their rows, never a walk over the store.

The sum is raised in the transaction of the file's row, by one statement that refuses what would go
beyond: of two uploads at once the second waits for the first and is counted after it.
"""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request, UploadFile
from sqlalchemy import Uuid, bindparam, column, select, table, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.errors import RuleViolation
from chassis.files.store import FileStore, Stored
from chassis.files.upload import Files, chunks
from chassis.reader import Read, Reader, Statement
from chassis.wire import Out

MIB = 1 << 20
_TOTALS = table("file_totals", column("unit_id", Uuid), column("size"))
_USED = Statement(select(_TOTALS.c.size).where(_TOTALS.c.unit_id == bindparam("unit_id")))
_TAKE = text(
    "INSERT INTO file_totals AS t (unit_id, size)"
    " SELECT CAST(:unit_id AS uuid), CAST(:size AS bigint)"
    " WHERE CAST(:size AS bigint) <= CAST(:allowed AS bigint)"
    " ON CONFLICT (unit_id) DO UPDATE SET size = t.size + excluded.size"
    " WHERE t.size + excluded.size <= CAST(:allowed AS bigint) RETURNING size"
)
_GIVE_BACK = text("UPDATE file_totals SET size = size - :size WHERE unit_id = :unit_id")


class FileTotalRow:
    """`class FileTotal(FileTotalRow, Base)` in the `store.py` of a service that keeps files."""

    __tablename__ = "file_totals"

    unit_id: Mapped[UUID] = mapped_column(primary_key=True)
    size: Mapped[int]


class RoomOut(Out):
    """How many bytes of files a unit has in this service, and how many it may have."""

    used: int
    allowed: int


async def give_back(tx: AsyncSession, unit_id: UUID, size: int) -> None:
    """Give the room of a file back that is taken out."""
    await tx.execute(_GIVE_BACK, {"unit_id": unit_id, "size": size})


class Keeping:
    """The store of this process, and the room of each unit in it."""

    def __init__(self, store: FileStore, read: Reader, allowed: int) -> None:
        self.store, self.read, self.allowed = store, read, allowed

    async def room(self, unit_id: UUID | None) -> RoomOut:
        used = await self.read.value(_USED, {"unit_id": unit_id}) if unit_id else 0
        return RoomOut(used=used or 0, allowed=self.allowed)

    async def put(self, upload: UploadFile, unit_id: UUID | None, max_bytes: int) -> Stored:
        """Keep an upload, unless its unit has no room: asked before anything reaches the store."""
        room, size = await self.room(unit_id), upload.size or 0
        if size <= max_bytes and room.used + size > self.allowed:
            raise _full(room, size)
        return await self.store.put(
            chunks(upload),
            declared_name=upload.filename or "",
            declared_type=upload.content_type or "",
            max_bytes=max_bytes,
        )

    async def count(self, tx: AsyncSession, unit_id: UUID, size: int) -> None:
        """Add a file to its unit's sum, or refuse it: what came meanwhile counts, too."""
        values = {"unit_id": unit_id, "size": size, "allowed": self.allowed}
        if await tx.scalar(_TAKE, values) is None:
            raise _full(await self.room(unit_id), size)

    async def uncount(self, tx: AsyncSession, unit_id: UUID, size: int) -> None:
        await give_back(tx, unit_id, size)


def _full(room: RoomOut, size: int) -> RuleViolation:
    return RuleViolation(
        "files.no_room",
        extra={"room": room.model_dump()},
        used=_mb(room.used),
        allowed=_mb(room.allowed),
        size=_mb(size),
    )


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f}"


async def keeping(request: Request, files: Files, read: Read) -> Keeping:
    return Keeping(files, read, request.app.state.settings.files_mib * MIB)


Keep = Annotated[Keeping, Depends(keeping)]

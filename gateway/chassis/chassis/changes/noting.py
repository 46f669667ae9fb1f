"""What changed no record and still belongs in the log: a list taken as a file, a refused try.

Such an entry has version 0, and a record's first version is 1: people read it in
`/v1/changes/entries`; the feed and the digest, which tell programs what a record is, leave it out.
"""

from typing import Any

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.changes.table import ChangeRow
from chassis.db import Record
from chassis.ids import new_id
from chassis.wire import RecordOut

NO_RECORD = 0


def address_of(request: Request) -> str:
    """The network address that the gateway saw; it lets no other `X-Forwarded-For` through."""
    return request.headers.get("x-forwarded-for", "unknown")[:64]


def told(acting: Acting, resource: str, action: str, after: dict[str, Any]) -> ChangeRow:
    """One entry about something done, under the unit of who did it."""
    unit_id = acting.actor.unit_id
    entry = acting.entry(resource, new_id(), NO_RECORD, action, None, unit_id=unit_id)
    return acting.change(**entry | {"after": after})


def export(tx: AsyncSession, request: Request, form: str) -> None:
    """One entry about a file that was made for this caller.

    Of a free search only that there was one is kept: it may be a person's name.
    """
    filters = {name: value[:200] for name, value in request.query_params.items()}
    if "q" in filters:
        filters["q"] = "…"
    after = {
        "path": request.scope["path"],
        "form": form,
        "filters": filters,
        "address": address_of(request),
    }
    state = request.state
    acting = Acting(tx, state.actor, request.app.state.change, state.operation)
    tx.add(told(acting, "exports", "export", after))


def note_download(tx: AsyncSession, request: Request, record: Record, out: RecordOut) -> None:
    """One entry about the content of a record that leaves: who took it, when and from where."""
    state = request.state
    acting = Acting(tx, state.actor, request.app.state.change, state.operation)
    resource: str = record.__tablename__  # type: ignore[attr-defined]
    unit_id = getattr(record, "unit_id", None)
    entry = acting.entry(resource, record.id, NO_RECORD, "download", out, unit_id=unit_id)
    tx.add(acting.change(**entry))


async def note_export(request: Request, form: str) -> None:
    """The same for a list that is read outside a transaction, before its first row leaves. What is
    public may be taken by anybody, untold."""
    if request.state.actor.kind == "anonymous":
        return
    async with request.app.state.sessions.begin() as tx:
        export(tx, request, form)

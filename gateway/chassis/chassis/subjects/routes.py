"""`/v1/subjects`: what this service knows of one person, and the end of it (docs/adr/0012)."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act, Acting
from chassis.changes.noting import told
from chassis.errors import NotAllowed, NotFound, RuleViolation
from chassis.files.store import FileStore
from chassis.files.upload import Files
from chassis.routing import Operation
from chassis.subjects import queries
from chassis.subjects.forgetting import Subject, blank, spellings
from chassis.subjects.ledger import Ledger, Noted
from chassis.subjects.papers import naming
from chassis.subjects.schemas import ActsOut, ErasureIn, ErasureOut, FindIn, FoundRecord, SubjectOut


def _subject(body: ErasureIn) -> Subject:
    named = [(one.resource, one.id) for one in body.records]
    return Subject(body.account_id, spellings(body.texts), named)


async def forget(act: Acting, body: ErasureIn, ledger: Ledger) -> ErasureOut:
    """Blank one subject in this service; noted outside it first, for when a backup comes back."""
    # No fingerprint of a body that holds what is to be forgotten.
    act.key = None
    subject = _subject(body)
    out = await blank(act, body.id, subject, body.reason)
    await act.tx.flush()
    unit, papers = act.actor.unit_id, await queries.gone_papers(act.tx, subject.records)
    await ledger.write(body.id, unit, subject.account, subject.records, papers, subject.texts)
    return out


async def look(act: Acting, body: FindIn, service: str, kept: FileStore) -> SubjectOut:
    """What this service knows of a person, and an entry that it was asked."""
    tx, unit, national = act.tx, act.actor.unit_id, act.actor.national
    texts = spellings(body.texts)
    after = (body.after.resource, body.after.id) if body.after else queries.NOWHERE
    rows = await queries.found(tx, texts, unit, national=national, after=after)
    acts: list[dict[str, Any]] = []
    if body.account_id is not None:
        acts = await queries.acts(tx, body.account_id, unit, national=national)
    out = SubjectOut(
        service=service,
        records=[FoundRecord(**row) for row in rows[: queries.SHOWN]],
        acts=[ActsOut(**row) for row in acts],
        is_whole=len(rows) <= queries.SHOWN,
    )
    if body.with_files:
        papers = await queries.papers(tx, unit, national=national)
        out.files, out.unread = await naming(kept, papers, texts)
    counts = {"records": len(out.records), "files": len(out.files), "with_files": body.with_files}
    tx.add(told(act, "subjects", "find", counts))
    return out


async def _may(act: Acting, body: ErasureIn) -> None:
    """404 for a record that the caller does not reach, as if there were none."""
    national = act.actor.national
    if body.account_id is not None and not national:
        raise NotAllowed("subjects.national")
    subject, unit = _subject(body), act.actor.unit_id
    reached = await queries.reached(act.tx, subject.named(), subject.texts, unit, national)
    if reached != len(body.records):
        raise NotFound
    if any(one.casefold() in body.reason.casefold() for one in body.texts):
        raise RuleViolation("subjects.reason_names")


def subjects_router(roles: tuple[str, ...]) -> APIRouter:
    """Both operations, for the roles that answer people."""
    router = APIRouter(prefix="/v1/subjects", tags=["subjects"], route_class=Operation)

    @router.post(
        "/find",
        response_model=SubjectOut,
        **allow(*roles, scope="unit", action="decide", step_up=True),
    )
    async def find_subject(body: FindIn, request: Request, act: Act, kept: Files) -> Response:
        """Everything here in which these texts stand, now or in its history: one part of an
        export. The log tells who asked, and not about whom."""
        out = await look(act, body, request.app.state.name, kept)
        return Response(out.model_dump_json(), media_type="application/json")

    @router.post(
        "/erase",
        response_model=ErasureOut,
        responses={404: {"description": "A record named is not there, or not the caller's."}},
        **allow(*roles, scope="unit", action="decide", step_up=True),
    )
    async def erase_subject(body: ErasureIn, act: Act, ledger: Noted) -> Response:
        """Put a mark where these texts stand in the records named, and in all their history. A
        paper that was taken out for the person's sake is named, too: it is taken out again when a
        backup brings it back."""
        await _may(act, body)
        out = await forget(act, body, ledger)
        return Response(out.model_dump_json(), media_type="application/json")

    return router

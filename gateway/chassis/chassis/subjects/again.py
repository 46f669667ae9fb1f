"""Erasures done again after an older backup was restored: `python -m chassis.subjects NAME`.

Beside a running service or before it starts. An erasure that the database knows of is left alone,
so that repeating this is harmless. One whose spellings were digested with a secret that is not set
is named and left: its FILES_SECRET_BEFORE is wanted. A paper that was taken out for the person and
came back is taken out again; its content goes when the store is swept (`chassis.files.sweep`).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.changes.act import Acting
from chassis.changes.table import ChangeRow
from chassis.files.room import give_back
from chassis.identity import Actor
from chassis.subjects import queries
from chassis.subjects.forgetting import Subject, blank, mark_of
from chassis.subjects.ledger import Ledger, Line
from chassis.subjects.traces import known_again, texts_in

REASON = "Xoá lại sau khi khôi phục bản sao lưu"
Closing = Callable[[AsyncSession, UUID], Awaitable[None]]


@dataclass
class Done:
    """What was done to one database."""

    again: int = 0
    already: int = 0
    gone: int = 0  # nothing of the person is in this database
    papers: int = 0  # taken out again
    unreadable: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.again} erasures done again, {self.already} were, {self.gone} had nothing left,"
            f" {self.papers} papers taken out again, {len(self.unreadable)} unreadable"
        )


async def reapply(
    sessions: async_sessionmaker[AsyncSession],
    change: type[ChangeRow],
    ledger: Ledger,
    closing: Closing | None = None,
) -> Done:
    """`closing`: what a service does besides to an account that it keeps."""
    done = Done()
    async for line in ledger.lines():
        key = ledger.keys.get(line.key)
        if key is None:
            done.unreadable.append(str(line.erasure))
            continue
        async with sessions.begin() as tx:
            if await queries.is_done(tx, line.erasure):
                done.already += 1
                continue
            actor = Actor(None, "system", "Khôi phục", unit_id=line.unit)
            act = Acting(tx, actor, change, "reapply_erasures")
            papers = await _again(act, line, key, closing)
        if papers is None:
            done.gone += 1
        else:
            done.again += 1
            done.papers += papers
    return done


async def _again(act: Acting, line: Line, key: bytes, closing: Closing | None) -> int | None:
    """How many papers were taken out again; None when nothing of the person is here."""
    rows = await queries.rows_of(act.tx, line.records, line.account)
    texts = known_again((text for row in rows for text in texts_in(row)), line.traces, key)
    papers = await _take_out(act, line)
    if not (papers or (rows and (texts or line.account))):
        return None
    if closing is not None and line.account is not None:
        await closing(act.tx, line.account)
    # A pattern of no text would be none: the mark stands for itself.
    subject = Subject(line.account, texts or [mark_of(line.erasure)], line.records)
    await blank(act, line.erasure, subject, REASON)
    return papers


async def _take_out(act: Acting, line: Line) -> int:
    """Remove the papers that came back, as their own operation did: room, and a tombstone."""
    taken = await queries.take_out(act.tx, line.papers)
    for paper in taken:
        await give_back(act.tx, paper["unit_id"], paper["size"])
        named, version = (paper["resource"], paper["id"]), paper["version"] + 1
        entry = act.entry(*named, version, "delete", None, unit_id=paper["told_to"], reason=REASON)
        act.tx.add(act.change(**entry))
    await act.tx.flush()
    return len(taken)

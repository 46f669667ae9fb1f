"""Erasures done again after an older backup was restored: `python -m chassis.subjects NAME`.

Beside a running service or before it starts. An erasure that the database knows of is left alone,
so that repeating this is harmless. One whose spellings were digested with a secret that is not set
is named and left: its FILES_SECRET_BEFORE is wanted.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.changes.act import Acting
from chassis.changes.table import ChangeRow
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
    unreadable: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.again} erasures done again, {self.already} were, {self.gone} had nothing left,"
            f" {len(self.unreadable)} unreadable"
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
            elif await _again(tx, change, line, key, closing):
                done.again += 1
            else:
                done.gone += 1
    return done


async def _again(
    tx: AsyncSession, change: type[ChangeRow], line: Line, key: bytes, closing: Closing | None
) -> bool:
    rows = await queries.rows_of(tx, line.records, line.account)
    texts = known_again((text for row in rows for text in texts_in(row)), line.traces, key)
    if not rows or not (texts or line.account):
        return False
    if closing is not None and line.account is not None:
        await closing(tx, line.account)
    mark = mark_of(line.erasure)
    # A pattern of no text would be none: the mark stands for itself.
    subject = Subject(line.account, texts or [mark], line.records)
    actor = Actor(None, "system", "Khôi phục", unit_id=line.unit)
    await blank(Acting(tx, actor, change, "reapply_erasures"), line.erasure, subject, REASON)
    return True

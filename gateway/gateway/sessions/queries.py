"""Every look at sessions and failed tries."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.accounts.models import Account
from gateway.sessions import rules
from gateway.sessions.models import LoginTries, Session


async def find(tx: AsyncSession, digest: bytes) -> tuple[Session, Account] | None:
    """A session with its account, unless that is closed."""
    statement = (
        select(Session, Account)
        .join(Account, Account.id == Session.account_id)
        .where(Session.digest == digest, Account.disabled_at.is_(None))
    )
    row = (await tx.execute(statement)).first()
    return (row[0], row[1]) if row else None


async def touch(tx: AsyncSession, digest: bytes, now: datetime) -> None:
    await tx.execute(update(Session).where(Session.digest == digest).values(seen_at=now))


async def end(tx: AsyncSession, digest: bytes) -> None:
    await tx.execute(delete(Session).where(Session.digest == digest))


async def end_all(tx: AsyncSession, account_id: UUID) -> None:
    await tx.execute(delete(Session).where(Session.account_id == account_id))


async def begin(tx: AsyncSession, session: Session, account: Account) -> None:
    """A new session; of the account's others the nine used last stay, and none that is dead."""
    kept = (
        select(Session.digest)
        .where(Session.account_id == account.id)
        .order_by(Session.seen_at.desc())
        .limit(rules.PER_ACCOUNT - 1)
    )
    of_account = Session.account_id == account.id
    # Two sign-ins of one account at once count one after the other.
    await tx.execute(select(Account.id).where(Account.id == account.id).with_for_update())
    await tx.execute(delete(Session).where(of_account, Session.digest.not_in(kept)))
    dead = Session.created_at <= session.created_at - rules.ABSOLUTE
    await tx.execute(delete(Session).where(of_account, dead))
    tx.add(session)


async def tries(tx: AsyncSession, name: bytes, *, lock: bool = False) -> rules.Tries | None:
    """The failures of a name; with `lock`, nobody else counts for it until the transaction ends."""
    if lock:
        # Not a row lock: the first failure of a name has no row yet.
        await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name.hex(), 0))))
    found = await tx.scalar(select(LoginTries).where(LoginTries.name_digest == name))
    if found is None:
        return None
    return rules.Tries(
        found.failures, found.since, found.closed_until, found.pauses, found.consecutive
    )


async def put_tries(tx: AsyncSession, name: bytes, state: rules.Tries) -> None:
    values = {
        "failures": state.failures,
        "since": state.since,
        "closed_until": state.closed_until,
        "pauses": state.pauses,
        "consecutive": state.consecutive,
    }
    statement = insert(LoginTries).values(name_digest=name, **values)
    await tx.execute(
        statement.on_conflict_do_update(index_elements=[LoginTries.name_digest], set_=values)
    )


async def clear_tries(tx: AsyncSession, name: bytes) -> None:
    await tx.execute(delete(LoginTries).where(LoginTries.name_digest == name))

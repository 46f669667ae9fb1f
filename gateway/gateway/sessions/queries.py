"""Every look at sessions and failed tries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.db import now
from chassis.errors import NotFound
from gateway.accounts.models import Account
from gateway.sessions import rules, tokens
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


async def end_one(tx: AsyncSession, session_id: UUID, account_id: UUID) -> bytes:
    """End one session of this account and give its digest; 404 when it has none of that name."""
    ended: bytes | None = await tx.scalar(
        delete(Session)
        .where(Session.id == session_id, Session.account_id == account_id)
        .returning(Session.digest)
    )
    if ended is None:
        raise NotFound
    return ended


async def end_others(tx: AsyncSession, account_id: UUID, kept: bytes) -> None:
    await tx.execute(
        delete(Session).where(Session.account_id == account_id, Session.digest != kept)
    )


async def alive(tx: AsyncSession, account_id: UUID, now: datetime) -> Sequence[Session]:
    """The living sessions of an account, the one used last first."""
    statement = (
        select(Session)
        .where(
            Session.account_id == account_id,
            Session.created_at > now - rules.ABSOLUTE,
            Session.seen_at > now - rules.IDLE,
        )
        .order_by(Session.seen_at.desc(), Session.id)
    )
    return (await tx.scalars(statement)).all()


async def end_all(tx: AsyncSession, account_id: UUID) -> None:
    await tx.execute(delete(Session).where(Session.account_id == account_id))


async def begin(
    tx: AsyncSession,
    account: Account,
    agent: str,
    *,
    has_otp: bool,
    created_at: datetime | None = None,
    authenticated_at: datetime | None = None,
) -> tuple[str, Session, Account]:
    """A new session; of the account's others the nine used last stay, and none that is dead."""
    token, moment = tokens.new_token(), now()
    session = Session(
        digest=tokens.digest(token),
        id=uuid4(),
        account_id=account.id,
        created_at=created_at or moment,
        seen_at=moment,
        authenticated_at=authenticated_at or moment,
        has_otp=has_otp,
        agent=agent,
    )
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
    dead = Session.created_at <= moment - rules.ABSOLUTE
    await tx.execute(delete(Session).where(of_account, dead))
    tx.add(session)
    return token, session, account


async def renew(
    tx: AsyncSession, previous: bytes, account: Account, *, has_otp: bool
) -> tuple[str, Session, Account]:
    """This session under a new token and name, just proved; 404 when it has ended meanwhile."""
    ended: Any = (
        await tx.execute(
            delete(Session)
            .where(Session.digest == previous, Session.account_id == account.id)
            .returning(Session.created_at, Session.agent)
        )
    ).first()
    if ended is None:
        raise NotFound
    return await begin(tx, account, ended.agent, has_otp=has_otp, created_at=ended.created_at)


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

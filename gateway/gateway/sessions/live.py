"""The sessions that this process has seen lately: kept five seconds, gone at sign-out."""

import asyncio
import base64
import hmac
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.days import today
from chassis.db import now
from chassis.errors import Unavailable
from gateway.accounts.models import Account
from gateway.accounts.rules import roles_on
from gateway.delegations import queries as delegations
from gateway.delegations.rules import Lent
from gateway.edge.caller import Caller
from gateway.sessions import queries, rules
from gateway.sessions.models import Session
from gateway.sessions.tokens import digest

FRESH_SECONDS = 5.0
# While the database is away, what was known a minute ago may still read, and nothing may write.
STALE_SECONDS = 60.0
REMEMBERED = 20_000


def caller(session: Session, account: Account, lent: Lent) -> Caller:
    """Who a session speaks for; `lent`: the roles that colleagues have handed over for today."""
    own = roles_on(account.roles, account.role_periods, today())
    extra = tuple(one for one in lent if one[0] not in own)
    return Caller(
        key=session.digest.hex(),
        kind="person",
        id=account.id,
        name=account.name,
        roles=(*own, *dict.fromkeys(role for role, _ in extra)),
        stand_ins=extra,
        unit_id=account.unit_id,
        unit_code=account.unit_code,
        national=account.national,
        sid=session.id,
        authenticated_at=session.authenticated_at,
        has_otp=session.has_otp,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """One living session as this process knows it."""

    digest: bytes
    id: UUID
    caller: Caller
    username: str
    expires_at: datetime
    authenticated_at: datetime
    csrf: str
    # what it would be by the secret before, while that is being replaced
    csrf_before: tuple[str, ...]
    read_at: float

    def proves(self, csrf: str) -> bool:
        """Whether this is the session's CSRF token, compared in constant time."""
        said = csrf.encode("latin-1", "replace")
        good = (self.csrf, *self.csrf_before)
        return any(hmac.compare_digest(said, one.encode()) for one in good)


class LiveSessions:
    """Finds sessions by their cookie, asking the database at most every five seconds for each."""

    sessions: async_sessionmaker[AsyncSession]

    def __init__(self, *csrf_keys: bytes) -> None:
        self.csrf_keys = csrf_keys
        self.known: OrderedDict[bytes, Found] = OrderedDict()
        self.asking: dict[bytes, asyncio.Task[Found | None]] = {}

    def csrf(self, session: bytes) -> list[str]:
        """The CSRF token of a session: derived, so that there is nothing to store or to steal."""
        macs = [hmac.digest(key, session, "sha256") for key in self.csrf_keys]
        return [base64.urlsafe_b64encode(mac).rstrip(b"=").decode("ascii") for mac in macs]

    async def find(self, token: str, *, is_safe: bool) -> Found | None:
        """The living session of this cookie. `is_safe`: it is only read with, so that a session
        known a minute ago will do while the database is away; else 503."""
        key = digest(token)
        kept = self.known.get(key)
        clock = time.monotonic()
        if kept and clock - kept.read_at < FRESH_SECONDS:
            return kept if now() < kept.expires_at else None
        try:
            return await self._ask(key)
        except (SQLAlchemyError, OSError) as error:
            if kept and is_safe and clock - kept.read_at < STALE_SECONDS:
                return kept
            raise Unavailable("busy") from error

    async def _ask(self, key: bytes) -> Found | None:
        """One question per session at a time, however many requests wait for its answer."""
        task = self.asking.get(key)
        if task is None:
            task = self.asking[key] = asyncio.create_task(self._read(key))
            task.add_done_callback(lambda done: self._asked(key, done))
        return await asyncio.shield(task)

    def _asked(self, key: bytes, task: "asyncio.Task[Found | None]") -> None:
        del self.asking[key]
        if not task.cancelled():
            task.exception()  # looked at, also when every asker has left

    async def _read(self, key: bytes) -> Found | None:
        moment = now()
        async with self.sessions.begin() as tx:
            row = await queries.find(tx, key)
            if row is None or not rules.is_alive(row[0].created_at, row[0].seen_at, moment):
                self.known.pop(key, None)
                return None
            session, account = row
            if moment - session.seen_at >= rules.TOUCHED_EVERY:
                await queries.touch(tx, key, moment)
            lent = await delegations.lent(tx, account, today())
        return self.remember(session, account, lent)

    async def admit(self, session: Session, account: Account) -> Found:
        """A session that has just begun, with what colleagues have handed over for today."""
        async with self.sessions.begin() as tx:
            lent = await delegations.lent(tx, account, today())
        return self.remember(session, account, lent)

    def remember(self, session: Session, account: Account, lent: Lent) -> Found:
        csrf, *csrf_before = self.csrf(session.digest)
        found = Found(
            digest=session.digest,
            id=session.id,
            caller=caller(session, account, lent),
            username=account.username,
            expires_at=session.created_at + rules.ABSOLUTE,
            authenticated_at=session.authenticated_at,
            csrf=csrf,
            csrf_before=tuple(csrf_before),
            read_at=time.monotonic(),
        )
        self.known[session.digest] = found
        if len(self.known) > REMEMBERED:
            self.known.popitem(last=False)
        return found

    def forget(self, key: bytes) -> None:
        self.known.pop(key, None)

    def forget_account(self, account: UUID) -> None:
        for key in [key for key, found in self.known.items() if found.caller.id == account]:
            del self.known[key]

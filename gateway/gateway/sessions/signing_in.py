"""Signing in: the same work and answer whether the name, the password or both are wrong."""

import hashlib

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.db import now
from chassis.errors import NotAuthenticated
from gateway.accounts import queries as accounts
from gateway.accounts.models import Account
from gateway.accounts.passwords import NOBODY, Passwords
from gateway.accounts.rules import LONGEST_BYTES, password_bytes
from gateway.accounts.rules import username as spelled
from gateway.edge.errors import TooManyTries
from gateway.sessions import queries, rules
from gateway.sessions.live import digest, new_token
from gateway.sessions.models import Session


async def sign_in(
    sessions: async_sessionmaker[AsyncSession],
    passwords: Passwords,
    username: str,
    password: str,
    previous: bytes | None,
) -> tuple[str, Session, Account]:
    """A new session: its token (said once), its row and its account. Ends the `previous` one.

    Raises 401, 429 while the name is closed, 503 when too many wait for the hasher. No transaction
    is open while a password is hashed: forty people signing in must not hold the connections.
    """
    name = spelled(username)
    key = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    async with passwords.slot():
        # Inside the queue, so that no more tries slip past the count than there are cores.
        async with sessions() as tx:
            _open(await queries.tries(tx, key))
            account = await accounts.by_username(tx, name)
        usable = account is not None and account.disabled_at is None
        # a longer one cannot have been set; it costs its sender the same time as any other
        stored = account.password_hash if account is not None and usable else NOBODY
        tried = password if len(password_bytes(password)) <= LONGEST_BYTES else ""
        fits = await passwords.fits(stored, tried)
        renewed = await passwords.renewed(stored, tried) if fits else None
    async with sessions.begin() as tx:
        tries = await queries.tries(tx, key, lock=True)
        # Closed meanwhile by others: the right password gets no better answer than a wrong one.
        _open(tries)
        if fits and account is not None:
            await _forget_past(tx, key, tries, previous)
            if renewed is not None:
                await accounts.renew_hash(tx, account.id, renewed)
            return await _begin(tx, account)
        await queries.put_tries(tx, key, rules.after_failure(tries, now()))
    raise NotAuthenticated("sessions.wrong")


def _open(tries: rules.Tries | None) -> None:
    seconds = rules.wait(tries, now())
    if seconds:
        raise TooManyTries("sessions.too_many_tries", seconds)


async def _forget_past(
    tx: AsyncSession, key: bytes, tries: rules.Tries | None, previous: bytes | None
) -> None:
    if tries is not None:
        await queries.clear_tries(tx, key)
    if previous is not None:
        await queries.end(tx, previous)


async def _begin(tx: AsyncSession, account: Account) -> tuple[str, Session, Account]:
    token, moment = new_token(), now()
    session = Session(
        digest=digest(token), account_id=account.id, created_at=moment, seen_at=moment
    )
    await queries.begin(tx, session, account)
    return token, session, account

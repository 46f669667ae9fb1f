"""Signing in: the same work and answer whether the name, the password or both are wrong."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.db import now
from chassis.errors import NotAuthenticated, Refusal
from gateway.accounts import queries as accounts
from gateway.accounts.models import Account
from gateway.accounts.passwords import NOBODY, Passwords
from gateway.accounts.rules import username as spelled
from gateway.edge.errors import TooManyTries
from gateway.sessions import queries, rules
from gateway.sessions.live import digest, new_token
from gateway.sessions.models import Session
from gateway.throttles import queries as throttles
from gateway.throttles.rules import Bucket, of_address, of_all

if TYPE_CHECKING:
    from gateway.settings import GatewaySettings

T = TypeVar("T")
Then = Callable[[AsyncSession, Account], Awaitable[T]]


@dataclass(frozen=True, slots=True)
class Tried:
    """What somebody says of themselves, and the network address they say it from."""

    username: str
    password: str
    address: str


class Proving:
    """Checks who somebody is, and counts failures by name, by address and in all."""

    sessions: async_sessionmaker[AsyncSession]

    def __init__(self, passwords: Passwords, settings: "GatewaySettings") -> None:
        self.passwords, self.per_name = passwords, settings.tries_per_name
        self.per_address = settings.tries_per_address
        self.all = of_all(settings.tries_in_all)

    async def prove(self, tried: Tried, then: Then[T]) -> T:
        """What `then` does for the account, in the transaction that found the proof good.

        Raises 401, 429 while the name or the address is closed, 503 when too many wait for the
        hasher. No transaction is open while a password is hashed: forty people signing in must not
        hold the connections.
        """
        name = spelled(tried.username)
        key = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
        buckets = (of_address(tried.address, self.per_address), self.all)
        async with self.passwords.slot():
            # Inside the queue, so that no more tries slip past the count than there are cores.
            async with self.sessions() as tx:
                _open(await _wait(tx, await queries.tries(tx, key), buckets))
                account = await accounts.by_username(tx, name)
            usable = account is not None and account.disabled_at is None
            stored = account.password_hash if account is not None and usable else NOBODY
            fits = await self.passwords.fits(stored, tried.password)
            renewed = await self.passwords.renewed(stored, tried.password) if fits else None
        async with self.sessions.begin() as tx:
            tries = await queries.tries(tx, key, lock=True)
            await throttles.lock(tx, buckets[0])
            # Closed meanwhile by others: the right password gets no better answer than a wrong one.
            _open(await _wait(tx, tries, buckets))
            if fits and account is not None:
                if tries is not None:
                    await queries.clear_tries(tx, key)
                if renewed is not None:
                    await accounts.renew_hash(tx, account.id, renewed)
                return await then(tx, account)
            await queries.put_tries(tx, key, rules.after_failure(tries, now(), self.per_name))
            await throttles.count(tx, buckets, now())
            refusal: Refusal = NotAuthenticated("sessions.wrong")
        raise refusal

    async def sign_in(self, tried: Tried, previous: bytes | None) -> tuple[str, Session, Account]:
        """A new session: its token (said once), its row and its account. Ends the `previous`."""

        async def begin(tx: AsyncSession, account: Account) -> tuple[str, Session, Account]:
            if previous is not None:
                await queries.end(tx, previous)
            token, moment = new_token(), now()
            session = Session(
                digest=digest(token), account_id=account.id, created_at=moment, seen_at=moment
            )
            await queries.begin(tx, session, account)
            return token, session, account

        return await self.prove(tried, begin)


async def _wait(tx: AsyncSession, tries: rules.Tries | None, buckets: tuple[Bucket, ...]) -> int:
    return max(rules.wait(tries, now()), await throttles.wait(tx, buckets, now()))


def _open(seconds: int) -> None:
    if seconds:
        raise TooManyTries("sessions.too_many_tries", seconds)

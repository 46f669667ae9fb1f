"""Signing in: the same work and answer whether the name, the password or both are wrong."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.db import now
from chassis.errors import NotAuthenticated, Refusal
from gateway.accounts import queries as accounts
from gateway.accounts.models import Account
from gateway.accounts.passwords import NO_PASSWORD, NOBODY, Passwords
from gateway.accounts.rules import name_digest
from gateway.accounts.rules import username as spelled
from gateway.authenticators import queries as authenticators
from gateway.authenticators.passkeys import queries as passkeys
from gateway.edge.errors import TooManyTries
from gateway.sealing.sealer import Sealer
from gateway.sessions import noting, queries, rules
from gateway.sessions.models import Session
from gateway.sessions.schemas import ProofIn, SessionIn
from gateway.throttles import queries as throttles
from gateway.throttles.rules import Bucket, of_address, of_all, of_codes

if TYPE_CHECKING:
    from gateway.settings import GatewaySettings

T = TypeVar("T")
# What is done for an account that was proved; the last argument: by two factors.
Then = Callable[[AsyncSession, Account, bool], Awaitable[T]]
New = tuple[str, Session, Account]
LONGEST_AGENT = 200


@dataclass(frozen=True, slots=True)
class Tried:
    """What somebody says of themselves, and the network address they say it from."""

    username: str
    password: str
    otp: str | None
    address: str
    agent: str = ""
    operation: str = ""
    by_passkey: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """Where a try comes from."""

    address: str
    agent: str
    operation: str

    @property
    def told(self) -> dict[str, object]:
        return {"address": self.address, "agent": self.agent}


def where(request: Request) -> Where:
    """The address is the other end of the connection: what a header claims, anybody can write."""
    address = request.client.host if request.client else "unknown"
    agent = request.headers.get("user-agent", "")[:LONGEST_AGENT]
    readable = "".join(c for c in agent if c.isprintable())
    return Where(address, readable, request.state.operation)


def tried(
    username: str, body: SessionIn | ProofIn, request: Request, *, by_passkey: bool = False
) -> Tried:
    """`by_passkey`: this session was opened with one, which stands for the second factor."""
    at = where(request)
    said = username, body.password, body.otp
    return Tried(*said, at.address, at.agent, at.operation, by_passkey)


def _note(
    tx: AsyncSession, account: Account | None, said: Tried, action: str, **more: object
) -> None:
    where = {"address": said.address, "agent": said.agent}
    noting.note(tx, account, action, said.operation, **where, **more)


class Proving:
    """Checks who somebody is, and counts failures by name, by address and in all."""

    sessions: async_sessionmaker[AsyncSession]

    def __init__(self, passwords: Passwords, sealer: Sealer, settings: "GatewaySettings") -> None:
        self.passwords, self.sealer = passwords, sealer
        self.per_name, self.per_address = settings.tries_per_name, settings.tries_per_address
        self.all = of_all(settings.tries_in_all)

    async def prove(self, said: Tried, then: Then[T]) -> T:
        """What `then` does for the account, in the transaction that found the proof good.

        Raises 401, 429 while the name or the address is closed, 503 when too many wait for the
        hasher. No transaction is open while a password is hashed: forty people signing in must not
        hold the connections.
        """
        name = spelled(said.username)
        key = name_digest(name)
        buckets = (of_address(said.address, self.per_address), self.all)
        async with self.passwords.slot():
            # Inside the queue, so that no more tries slip past the count than there are cores.
            async with self.sessions() as tx:
                _open(await _wait(tx, await queries.tries(tx, key), buckets))
                account = await accounts.by_username(tx, name)
            stored = NOBODY
            if account is not None and account.disabled_at is None:
                stored = account.password_hash
            stored = NOBODY if stored == NO_PASSWORD else stored
            fits = await self.passwords.fits(stored, said.password)
            renewed = await self.passwords.renewed(stored, said.password) if fits else None
        async with self.sessions.begin() as tx:
            tries = await queries.tries(tx, key, lock=True)
            await throttles.lock(tx, buckets[0])
            # Closed meanwhile by others: the right password gets no better answer than a wrong one.
            _open(await _wait(tx, tries, buckets))
            if fits and account is not None:
                if renewed is not None:
                    await accounts.renew_hash(tx, account.id, renewed)
                refusal, has_otp = await self.second(tx, account, said, buckets)
                if refusal is None:
                    if tries is not None:
                        await queries.clear_tries(tx, key)
                    return await then(tx, account, has_otp)
            else:
                await queries.put_tries(tx, key, rules.after_failure(tries, now(), self.per_name))
                await throttles.count(tx, buckets, now())
                refusal = NotAuthenticated("sessions.wrong")
            if refusal.code in noting.FAILURES:
                _note(tx, account, said, noting.REFUSED)
        raise refusal  # after the transaction: the failure stays counted

    async def second(
        self, tx: AsyncSession, account: Account, said: Tried, buckets: tuple[Bucket, ...]
    ) -> tuple[Refusal | None, bool]:
        """The second factor, where the account has one: a refusal, or whether it was proved."""
        held = await authenticators.confirmed(tx, account.id)
        if held is None:
            if said.by_passkey or not await passkeys.count(tx, account.id):
                return None, said.by_passkey
            return NotAuthenticated("sessions.otp_required"), False
        if said.otp is None:
            return NotAuthenticated("sessions.otp_required"), False
        codes = of_codes(str(account.id))
        if seconds := await throttles.wait(tx, (codes,), now()):
            return TooManyTries("sessions.too_many_tries", seconds), False
        if await authenticators.takes(tx, self.sealer, held, said.otp, now()):
            return None, True
        await throttles.count(tx, (codes, *buckets), now())
        return NotAuthenticated("sessions.otp_wrong"), False

    async def sign_in(self, said: Tried, previous: bytes | None) -> New:
        """A new session: its token (said once), its row and its account. Ends the `previous`."""

        async def begin(tx: AsyncSession, account: Account, has_otp: bool) -> New:
            if previous is not None:
                await queries.end(tx, previous)
            _note(tx, account, said, noting.SIGNED_IN, has_otp=has_otp)
            return await queries.begin(tx, account, said.agent, has_otp=has_otp)

        return await self.prove(said, begin)

    async def renew(self, said: Tried, previous: bytes) -> New:
        """The same session under a new token; it ends no later for that."""

        async def begin(tx: AsyncSession, account: Account, has_otp: bool) -> New:
            _note(tx, account, said, noting.CONFIRMED, has_otp=has_otp)
            return await queries.renew(tx, previous, account, has_otp=has_otp)

        return await self.prove(said, begin)


async def _wait(tx: AsyncSession, tries: rules.Tries | None, buckets: tuple[Bucket, ...]) -> int:
    return max(rules.wait(tries, now()), await throttles.wait(tx, buckets, now()))


def _open(seconds: int) -> None:
    if seconds:
        raise TooManyTries("sessions.too_many_tries", seconds)

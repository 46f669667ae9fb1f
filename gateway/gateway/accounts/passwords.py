"""Hashing with argon2id, off the event loop and with one core left to everything else."""

import asyncio
import base64
import os
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from chassis.errors import Unavailable
from gateway.accounts.rules import password_bytes

# OWASP's second row; raising a number makes every password move up at its next sign-in.
HASHER = PasswordHasher(time_cost=2, memory_cost=47104, parallelism=1)
WAIT_SECONDS = 2.0
BEHIND = 10  # the scheduler's nice


def make(password: str) -> str:
    """The stored form of a password. About 100 ms of one core and 46 MiB."""
    return HASHER.hash(password_bytes(password))


def fits(stored: str, password: str) -> bool:
    try:
        return HASHER.verify(stored, password_bytes(password))
    except (VerificationError, InvalidHashError):
        return False


def _digits(size: int) -> str:
    return base64.b64encode(os.urandom(size)).rstrip(b"=").decode("ascii")


# Verified against for a name that nobody has, so that an unknown name costs what a known one does.
# Random digits in the form of a hash: there is no password for it.
NOBODY = f"$argon2id$v=19$m=47104,t=2,p=1${_digits(16)}${_digits(32)}"


# The account of somebody who was invited and has set no password yet. It is looked at, never tried:
# who signs in with it waits as long as with any other name.
NO_PASSWORD = "$argon2id$none"


def _step_back() -> None:
    """A hash takes a core for a tenth of a second: whatever else has work to do goes first."""
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), BEHIND)


class Passwords:
    """The queue before the hasher: at most two seconds, then 503."""

    def __init__(self) -> None:
        # With a hash on each core, others wait three times as long beside fifty sign-ins as alone;
        # with one core free, less than twice (`python -m tests.timing`).
        at_once = max(1, (os.cpu_count() or 1) - 1)
        self.threads = ThreadPoolExecutor(
            at_once, thread_name_prefix="argon2", initializer=_step_back
        )
        self.turn = asyncio.Semaphore(at_once)

    @asynccontextmanager
    async def slot(self) -> AsyncIterator["Passwords"]:
        """A place at the hasher. What must be decided right before hashing is decided inside."""
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await self.turn.acquire()
        except TimeoutError:
            raise Unavailable("sessions.crowded", retry_after=2) from None
        try:
            yield self
        finally:
            self.turn.release()

    async def fits(self, stored: str, password: str) -> bool:
        """Whether this is the password; only inside a `slot`."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, fits, stored, password)

    async def renewed(self, stored: str, password: str) -> str | None:
        """The password hashed anew when the parameters have risen since; only inside a `slot`."""
        if not HASHER.check_needs_rehash(stored):
            return None
        return await asyncio.get_running_loop().run_in_executor(self.threads, make, password)

    async def make(self, password: str) -> str:
        """The stored form of a new password, in its turn."""
        async with self.slot():
            return await asyncio.get_running_loop().run_in_executor(self.threads, make, password)

    def close(self) -> None:
        self.threads.shutdown(wait=False, cancel_futures=True)

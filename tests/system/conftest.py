"""The running house and those who call it."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.contract.callers import Callers, house


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def callers() -> AsyncIterator[Callers]:
    found = house()
    yield found
    await found.close()

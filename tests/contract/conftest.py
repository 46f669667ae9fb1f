"""The house, its contract and a tour of it, once for all tests."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from tests.contract.callers import Callers, house
from tests.contract.operations import Document, Operation, operations
from tests.contract.tour import Tour

SAID: list[str] = []


@pytest.fixture(scope="session")
def said() -> list[str]:
    """Lines that the run ends with, so that its size can be read."""
    return SAID


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The fuzz last: it works as Cần Thơ, and ends sessions and accounts that others still need."""
    items.sort(key=lambda item: item.path.name == "test_fuzz.py")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for line in SAID:
        terminalreporter.write_line(line)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def callers() -> AsyncIterator[Callers]:
    found = house()
    yield found
    await found.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def contract(callers: Callers) -> Document:
    answer = await callers.nobody.get("/api/openapi.json")
    assert answer.status_code == 200, answer.text
    document: Document = answer.json()
    return document


@pytest.fixture(scope="session")
def known(contract: Document) -> dict[str, Operation]:
    return operations(contract)


@pytest.fixture(scope="session")
def tour(callers: Callers, known: dict[str, Operation]) -> Tour:
    return Tour(callers, known)

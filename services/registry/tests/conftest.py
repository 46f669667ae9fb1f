"""The registry under test: its own database, callers by role."""

import pytest

pytest_plugins = ["chassis.testing"]


@pytest.fixture(scope="session")
def service() -> str:
    return "registry"

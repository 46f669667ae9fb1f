"""The chassis is tested through the smallest service that uses it, `specimen`."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "specimen"))

pytest_plugins = ["chassis.testing"]


@pytest.fixture(scope="session")
def service() -> str:
    return "specimen"

"""A provider on loopback, and a house that is told of it."""

from collections.abc import Iterator

import pytest

from gateway.testing_oidc import Provider


@pytest.fixture(scope="session")
def one_provider() -> Iterator[Provider]:
    server = Provider()
    server.start()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def provider(one_provider: Provider, monkeypatch: pytest.MonkeyPatch) -> Provider:
    """Named in the settings before the house starts; it tells the truth until a test bends it."""
    one_provider.forget()
    for name, value in one_provider.settings().items():
        monkeypatch.setenv(name, value)
    return one_provider

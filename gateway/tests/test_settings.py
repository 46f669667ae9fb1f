"""The gateway's secret and address."""

import secrets

import pytest

from gateway.settings import GatewaySettings


@pytest.mark.parametrize(
    "secret",
    ["", "short", "example" * 10, "changeme" * 8, "A" * 64, secrets.token_urlsafe(31), "không!"],
)
def test_a_secret_that_is_none_stops_the_start(secret: str) -> None:
    with pytest.raises(SystemExit):
        GatewaySettings(gateway_secret=secret).secrets()


def test_each_purpose_has_a_key_of_its_own() -> None:
    settings = GatewaySettings(gateway_secret=secrets.token_urlsafe(48))

    assert settings.derived("csrf") != settings.derived("signing-keys")
    assert settings.derived("csrf") == settings.derived("csrf")


def test_the_secret_before_is_held_to_the_same_and_neither_is_in_a_printed_line() -> None:
    new, old = secrets.token_urlsafe(48), secrets.token_urlsafe(48)
    settings = GatewaySettings(gateway_secret=new, gateway_secret_before=old)

    assert len(settings.each_derived("csrf")) == 2
    assert not [one for one in (new, old) if one in repr(settings)]
    with pytest.raises(SystemExit):
        GatewaySettings(gateway_secret=new, gateway_secret_before="short").secrets()


def test_the_origin_is_the_public_one_and_else_our_own() -> None:
    assert GatewaySettings(gateway_url="http://127.0.0.1:1/").origin == "http://127.0.0.1:1"
    assert GatewaySettings(public_origin="https://a.example/").origin == "https://a.example"

"""Secrets and scopes of machine clients."""

import pytest

from gateway.clients import rules

MINE = ("registry:ngos:read", "aid:grants:read")


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (None, MINE),
        ("", MINE),
        ("  ", MINE),
        ("aid:grants:read", ("aid:grants:read",)),
        ("aid:grants:read aid:grants:read", ("aid:grants:read",)),
        ("aid:grants:write", None),
        ("aid:grants:read aid:grants:write", None),
        ("aid", None),
    ],
)
def test_a_token_gets_what_is_asked_for_within_what_is_allowed(
    asked: str | None, given: tuple[str, ...] | None
) -> None:
    assert rules.granted(asked, MINE) == given


@pytest.mark.parametrize("scope", ["registry:ngos:read", "events:working-days:decide"])
def test_a_scope_is_service_resource_action(scope: str) -> None:
    assert rules.SCOPE.fullmatch(scope)


@pytest.mark.parametrize("scope", ["*", "registry:*:read", "registry:ngos", "a:b:own", "A:b:read"])
def test_anything_else_is_no_scope(scope: str) -> None:
    assert not rules.SCOPE.fullmatch(scope)


def test_a_secret_is_256_bits_behind_a_prefix_and_stored_as_a_digest() -> None:
    secret = rules.new_secret()

    assert secret.startswith("ncs_")
    assert len(secret) == 4 + 43
    assert rules.new_secret() != secret
    assert len(rules.digest(secret)) == 32

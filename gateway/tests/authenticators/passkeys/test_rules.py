"""Challenges, and the one origin on whose pages a passkey works."""

from datetime import UTC, datetime, timedelta

import pytest

from gateway.authenticators.passkeys.rules import (
    LIFE,
    RANDOM_BYTES,
    decoded,
    encoded,
    is_good,
    new_challenge,
    relying_party,
    spelled,
)

KEY = b"k" * 32
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_a_challenge_is_of_128_random_bits_for_one_purpose_and_five_minutes() -> None:
    made = new_challenge(KEY, "sign-in", NOW)

    assert RANDOM_BYTES * 8 >= 128
    assert timedelta(minutes=5) >= LIFE
    assert new_challenge(KEY, "sign-in", NOW)[:RANDOM_BYTES] != made[:RANDOM_BYTES]
    assert is_good(KEY, "sign-in", made, NOW + LIFE - timedelta(seconds=1))
    assert not is_good(KEY, "sign-in", made, NOW + LIFE)
    assert not is_good(KEY, "register 7", made, NOW)
    assert not is_good(b"x" * 32, "sign-in", made, NOW)


@pytest.mark.parametrize("place", [0, 15, 16, 23, 24, 39])
def test_a_changed_challenge_is_none_of_ours(place: int) -> None:
    made = bytearray(new_challenge(KEY, "sign-in", NOW))
    made[place] ^= 1

    assert not is_good(KEY, "sign-in", bytes(made), NOW)


@pytest.mark.parametrize("said", [b"", b"\0" * 40, b"\0" * 41])
def test_what_has_another_form_is_none_of_ours(said: bytes) -> None:
    assert not is_good(KEY, "sign-in", said, NOW)


@pytest.mark.parametrize(
    ("origin", "page", "party"),
    [
        ("https://nhipcau.example.vn", "https://nhipcau.example.vn", "nhipcau.example.vn"),
        (
            "https://nhipcau.example.vn:8443",
            "https://nhipcau.example.vn:8443",
            "nhipcau.example.vn",
        ),
        ("http://127.0.0.1:8000", "http://localhost:8000", "localhost"),
    ],
)
def test_a_passkey_belongs_to_one_origin(origin: str, page: str, party: str) -> None:
    assert (spelled(origin), relying_party(origin)) == (page, party)


def test_bytes_travel_as_base64url() -> None:
    assert decoded(encoded(b"\xfb\xff\x00")) == b"\xfb\xff\x00"
    assert decoded("a") == b""

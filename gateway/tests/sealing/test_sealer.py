"""Small secrets at rest: which key opens what, in the form of today and in the one before."""

import os

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from chassis.files.sealing import Unreadable
from gateway.sealing.sealer import Sealer

OLD, NEW, STRANGE = (bytes([n]) * 32 for n in (1, 2, 3))
PLAIN = b"GEZDGNBVGY3TQOJQ"


def headless(key: bytes, bound: bytes, plain: bytes) -> bytes:
    """As secrets were sealed before they said by which key."""
    nonce = os.urandom(12)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def test_what_is_sealed_says_by_which_key_and_nothing_of_the_secret() -> None:
    sealed = Sealer(NEW, OLD).seal(b"row", PLAIN)

    assert Sealer(NEW).is_current(sealed)
    assert not Sealer(OLD, NEW).is_current(sealed)
    assert PLAIN not in sealed
    assert sealed != Sealer(NEW).seal(b"row", PLAIN), "a nonce is never used twice"


@pytest.mark.parametrize("form", [lambda key: Sealer(key).seal(b"row", PLAIN),
                                  lambda key: headless(key, b"row", PLAIN)])  # fmt: skip
def test_either_secret_opens_while_one_is_replaced_and_one_alone_afterwards(form) -> None:
    sealed = form(OLD)

    assert Sealer(NEW, OLD).open(b"row", sealed) == PLAIN
    assert Sealer(OLD).open(b"row", sealed) == PLAIN
    assert not Sealer(NEW, OLD).is_current(sealed)
    for one in (Sealer(NEW), Sealer(STRANGE, NEW)):
        with pytest.raises(Unreadable):
            one.open(b"row", sealed)


@pytest.mark.parametrize("place", [0, 8, 16, 28, -1])
def test_a_changed_byte_or_another_row_is_not_opened(place: int) -> None:
    sealed = bytearray(Sealer(NEW).seal(b"row", PLAIN))

    with pytest.raises(Unreadable):
        Sealer(NEW).open(b"another", bytes(sealed))
    sealed[place] ^= 1
    with pytest.raises(Unreadable):
        Sealer(NEW).open(b"row", bytes(sealed))

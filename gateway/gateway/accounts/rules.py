"""What a username and a password must be. Pure."""

import unicodedata
from collections.abc import Iterable

SHORTEST = 15  # characters; a password is the only factor
LONGEST_BYTES = 1024
# Words that everybody here would try first; a password may not consist of them alone.
CONTEXT_WORDS = ("nhipcau", "hufo", "vufo", "huunghi", "lienhiep", "matkhau", "password")


def username(text: str) -> str:
    """The one spelling of a username: NFKC, case folded, trimmed."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).strip()


def password_bytes(text: str) -> bytes:
    """What is hashed. NFKC, so that a Vietnamese keyboard's NFD types the same; nothing else."""
    return unicodedata.normalize("NFKC", text).encode("utf-8", "surrogatepass")


def password_problem(text: str, personal: Iterable[str] = ()) -> str | None:
    """The code of what is wrong with a new password; None when it may be used.

    personal: words of this account (username, unit code) that it may not be made of.
    """
    if len(password_bytes(text)) > LONGEST_BYTES:
        return "accounts.password_too_long"
    if len(unicodedata.normalize("NFKC", text)) < SHORTEST:
        return "accounts.password_too_short"
    rest = "".join(c for c in _plain(text) if c.isalpha())
    for word in sorted((*CONTEXT_WORDS, *map(_plain, personal)), key=len, reverse=True):
        if len(word) >= 4:
            rest = rest.replace(word, "")
    if len(set(_plain(text))) < 6 or (len(rest) < 4 and len(set(rest)) < 4):
        return "accounts.password_guessable"
    return None


def _plain(text: str) -> str:
    """Folded for comparison: no case, no marks, no spaces or punctuation."""
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in spread.replace("đ", "d") if c.isalnum())

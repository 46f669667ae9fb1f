"""What a username and a password must be. Pure."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gateway.accounts import blocklist
from gateway.roles import ADMIN, APPROVER

SHORTEST = 15  # characters, while a password is the only factor
SHORTEST_WITH_OTP = 12
# Characters; four bytes each at most, so that no password is longer than 1,024 bytes.
LONGEST = 256
# Signs that stand for letters: a word so disguised is the same word to who guesses.
LEET = str.maketrans("@40135$!7", "aaoiessit")


def username(text: str) -> str:
    """The one spelling of a username: NFKC, case folded, trimmed."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).strip()


def name_digest(name: str) -> bytes:
    """How failed tries of this name are found; `name` as `username` spells it."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()


# One role's `starts_on` and `ends_on`, both included, as ISO dates; an end that is None is open.
Period = Mapping[str, str | None]


def roles_on(roles: Sequence[str], periods: Sequence[Period], day: date) -> tuple[str, ...]:
    """The roles that hold on this day; a role without a period always does."""
    at = day.isoformat()
    out = {
        period["role"]
        for period in periods
        if (period["starts_on"] or "") > at or (period["ends_on"] or "9999") < at
    }
    return tuple(role for role in roles if role not in out)


def periods_problem(roles: Sequence[str], periods: Sequence[Period]) -> str | None:
    """The code of what is wrong: a role not held or named twice, an end before a start."""
    named = [period["role"] for period in periods]
    if len(set(named)) < len(named) or not set(named) <= set(roles):
        return "accounts.period_of_no_role"
    if any((p["starts_on"] or "") > (p["ends_on"] or "9999") for p in periods):
        return "accounts.period_ends_before_it_starts"
    return None


def window(role: str, periods: Sequence[Period]) -> tuple[str, str]:
    """The first and the last day of a role, as ISO dates that sort; open ends sort outermost."""
    for period in periods:
        if period["role"] == role:
            return period["starts_on"] or "", period["ends_on"] or "9999"
    return "", "9999"


def added(
    before: Sequence[str],
    before_periods: Sequence[Period],
    after: Sequence[str],
    after_periods: Sequence[Period],
) -> set[str]:
    """The roles that hold on some day on which they did not."""
    found = set()
    for role in after:
        start, end = window(role, after_periods)
        held_from, held_to = window(role, before_periods)
        if role not in before or start < held_from or end > held_to:
            found.add(role)
    return found


def is_dangerous(role: str, *, national: bool) -> bool:
    """Whether a second administrator must agree: who decides, and who rules the whole house."""
    return role == APPROVER or (role == ADMIN and national)


def is_guarded(
    roles: Sequence[str], periods: Sequence[Period], *, national: bool, today: date
) -> bool:
    """Whether it takes two: the account holds, or will hold, a role that two people give."""
    return any(
        is_dangerous(role, national=national) and window(role, periods)[1] >= today.isoformat()
        for role in roles
    )


def allowed_actions(is_disabled: bool, *, is_own: bool, is_guarded: bool) -> list[str]:
    """What an administrator may do about an account; about their own, another one does it."""
    if is_own:
        return ["sign_out"]
    if is_disabled:
        return ["update", "enable"]
    if is_guarded:
        return ["update", "propose_role", "request_access", "sign_out", "disable"]
    return ["update", "propose_role", "reset", "sign_out", "remove_otp", "disable"]


def password_bytes(text: str) -> bytes:
    """What is hashed. NFKC, so that a Vietnamese keyboard's NFD types the same; nothing else."""
    return unicodedata.normalize("NFKC", text).encode("utf-8", "surrogatepass")


def password_problem(
    text: str, personal: Iterable[str] = (), *, has_otp: bool = False
) -> str | None:
    """The code of what is wrong with a new password; None when it may be used.

    personal: words of this account (username, name, unit code) that it may not be made of.
    has_otp: a second factor is asked for as well.
    """
    shortest = SHORTEST_WITH_OTP if has_otp else SHORTEST
    if len(unicodedata.normalize("NFKC", text)) < shortest:
        return "accounts.password_too_short_with_otp" if has_otp else "accounts.password_too_short"
    known = [word for word in blocklist.WORDS if len(word) >= 4]
    known += [part for word in personal for part in map(plain, _parts(word)) if len(part) >= 3]
    known.sort(key=len, reverse=True)
    spellings = (plain(text), plain(text.translate(LEET)))
    return "accounts.password_guessable" if any(_is_known(s, known) for s in spellings) else None


def _is_known(folded: str, words: list[str]) -> bool:
    """Whether it is common, of few characters, or made of these words and digits."""
    if blocklist.is_common(folded) or len(set(folded)) < 6:
        return True
    rest = "".join(c for c in folded if c.isalpha())
    for word in words:
        rest = rest.replace(word, "")
    return len(rest) < 4 and len(set(rest)) < 4


def _parts(word: str) -> list[str]:
    """A name whole and in its words: both are what a stranger would try."""
    return [word, *word.replace(".", " ").split()]


def plain(text: str) -> str:
    """Folded for comparison: no case, no marks, no spaces or punctuation."""
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in spread.replace("đ", "d") if c.isalnum())

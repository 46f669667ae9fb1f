"""Who came in and who was kept out, in the change log: what an auditor asks for first."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.identity import Actor
from chassis.ids import new_id
from gateway.accounts.models import Account
from gateway.store import Change

SIGNED_IN, CONFIRMED, REFUSED = "sign_in", "sign_in_again", "sign_in_refused"
# Not asked for a second factor yet is the first half of signing in, no failure.
FAILURES = frozenset({"sessions.wrong", "sessions.otp_wrong"})
# A name that no account has belongs to no union: its tries are shown to national staff.
NO_UNIT = UUID(int=0)
_STRANGER = Actor(None, "anonymous", "")


def note(
    tx: AsyncSession, account: Account | None, action: str, operation: str, **more: object
) -> None:
    """One entry. Who was refused proved nothing: the account is named as tried, not as the actor.

    The name that was typed is not kept: it may be a password in the wrong field.
    """
    actor = _STRANGER if account is None or action == REFUSED else _person(account)
    unit_id = (account.unit_id if account else None) or NO_UNIT
    entry = Acting(tx, actor, Change, operation).entry(
        "sessions", new_id(), 1, action, None, unit_id=unit_id
    )
    told = {"account_id": str(account.id) if account else None, **more}
    tx.add(Change(**entry | {"after": told}))


def _person(account: Account) -> Actor:
    return Actor(account.id, "person", account.name, roles=frozenset(account.roles))

"""Nothing is left to sign in with: of an account that is erased, also when that is done again."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chassis.db import now
from gateway.accounts import rules
from gateway.accounts.models import Account
from gateway.accounts.passwords import NO_PASSWORD
from gateway.authenticators import queries as authenticators
from gateway.authenticators.oidc import queries as identities
from gateway.invitations import queries as invitations
from gateway.sessions import queries as sessions


async def close(tx: AsyncSession, account: Account) -> None:
    account.disabled_at = account.disabled_at or now()
    account.password_hash = NO_PASSWORD
    await sessions.end_all(tx, account.id)
    await sessions.clear_tries(tx, rules.name_digest(account.username))
    await authenticators.remove_all(tx, account.id)
    await identities.remove_all(tx, account.id)
    await invitations.drop(tx, account.id)
    await tx.flush()


async def close_again(tx: AsyncSession, account_id: UUID) -> None:
    """The same after a backup came back, if the account came back with it."""
    account = await tx.get(Account, account_id, with_for_update=True)
    if account is not None:
        await close(tx, account)

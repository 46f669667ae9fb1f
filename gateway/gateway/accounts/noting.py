"""Writing down what a person did to the own account, outside the ordinary way of a record."""

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.identity import Actor
from gateway.accounts.models import Account
from gateway.accounts.schemas import AccountOut
from gateway.store import Change


def note(tx: AsyncSession, request: Request, account: Account, action: str) -> None:
    """One row of the change log: the account as it is, without any of its proofs."""
    actor: Actor = request.state.actor
    _log(tx, actor, request.state.operation, account, action)


def note_for(tx: AsyncSession, account: Account, action: str) -> None:
    """The same for what somebody does with a one-time link: as the person whose account it is."""
    actor = Actor(account.id, "person", account.name, unit_id=account.unit_id)
    _log(tx, actor, "accept_invitation", account, action)


def _log(tx: AsyncSession, actor: Actor, operation: str, account: Account, action: str) -> None:
    account.touch()
    Acting(tx, actor, Change, operation).log(account, AccountOut.of(account), action)

"""What a move does, whether one administrator makes it or two agree to it."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.errors import FieldProblem, NotAllowed, RuleViolation
from chassis.identity import Actor
from chassis.ids import new_id
from chassis.wire import RecordOut
from gateway.accounts.models import Account
from gateway.accounts.rules import is_dangerous
from gateway.accounts.schemas import AccountOut
from gateway.clients.models import Client
from gateway.clients.schemas import ClientOut
from gateway.moves import queries
from gateway.moves.models import Succession
from gateway.moves.schemas import SuccessionOut
from gateway.running import Running
from gateway.webhooks.models import Webhook
from gateway.webhooks.schemas import WebhookOut


class Merger(Protocol):
    """Which unit goes into which."""

    from_unit_id: UUID
    to_unit_id: UUID
    to_unit_code: str


@dataclass(frozen=True, slots=True)
class Moving:
    """Everybody and everything that signs in or listens for a unit, locked."""

    accounts: list[Account]
    clients: list[Client]
    webhooks: list[Webhook]

    @property
    def all(self) -> list[Account | Client | Webhook]:
        return [*self.accounts, *self.clients, *self.webhooks]

    @property
    def code(self) -> str | None:
        """Under which code the unit is known here; none where only a webhook listens."""
        return next((one.unit_code for one in self.all if one.unit_code), None)

    @property
    def has_deciders(self) -> bool:
        """Closed accounts count: whoever opens one again opens it with its role."""
        held = {role for account in self.accounts for role in account.roles}
        return any(is_dangerous(role, national=False) for role in held)


def require_national(actor: Actor) -> None:
    if not actor.national:
        raise NotAllowed("moves.national")


async def gather(tx: AsyncSession, merger: Merger) -> Moving:
    """Whom a move takes along; 409 when it contradicts itself or takes nobody."""
    if merger.from_unit_id == merger.to_unit_id:
        code = "moves.same_unit"
        raise RuleViolation(code, errors=[FieldProblem("/body/to_unit_id", code)])
    if await queries.codes_of(tx, merger.to_unit_id) - {merger.to_unit_code}:
        code = "moves.other_code"
        raise RuleViolation(code, errors=[FieldProblem("/body/to_unit_code", code)])
    moving = Moving(
        list(await queries.accounts_of(tx, merger.from_unit_id)),
        list(await queries.clients_of(tx, merger.from_unit_id)),
        list(await queries.webhooks_of(tx, merger.from_unit_id)),
    )
    if not moving.all:
        raise RuleViolation("moves.nobody")
    return moving


async def carry_out(
    tx: AsyncSession, act: Acting, here: Running, merger: Merger, moving: Moving, reason: str
) -> None:
    """Everybody follows, in one transaction; people sign in again, and the successor sees the
    records of the unit that is gone."""
    for one in moving.all:
        one.unit_id, one.unit_code = merger.to_unit_id, merger.to_unit_code
        one.touch()
    await queries.end_sessions(tx, moving.accounts)
    await _succeed(tx, act, merger, reason)
    await tx.flush()
    for one in moving.all:
        act.log(one, _shown(one), "move", reason=reason)
    await tx.flush()
    here.lineage.forget()
    for account in moving.accounts:
        here.live_sessions.forget_account(account.id)
    for client in moving.clients:
        here.live_clients.forget(client.id)


async def _succeed(tx: AsyncSession, act: Acting, merger: Merger, reason: str) -> None:
    """Write down who comes after whom. A unit that takes others in is there (again)."""
    revived = await queries.succession_of(tx, merger.to_unit_id)
    if revived is not None:
        await act.delete(revived, reason)
    found = await queries.succession_of(tx, merger.from_unit_id)
    if found is None:
        found = Succession(
            id=new_id(),
            from_unit_id=merger.from_unit_id,
            to_unit_id=merger.to_unit_id,
            to_unit_code=merger.to_unit_code,
        )
        tx.add(found)
        await tx.flush()
    else:
        found.to_unit_id, found.to_unit_code = merger.to_unit_id, merger.to_unit_code
        found.touch()
    act.log(found, SuccessionOut.model_validate(found), "move", reason=reason)


def _shown(one: Account | Client | Webhook) -> RecordOut:
    if isinstance(one, Account):
        return AccountOut.of(one)
    return ClientOut.of(one) if isinstance(one, Client) else WebhookOut.of(one)

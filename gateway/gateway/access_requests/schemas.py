"""Requests about a way in, on the wire. A link is in one answer and nowhere else."""

from datetime import datetime
from uuid import UUID

from chassis.identity import Actor
from chassis.listing import PageQuery
from chassis.strict import Id, Paragraph, Search
from chassis.wire import In, LivingOut
from gateway.access_requests.models import AccessRequest
from gateway.access_requests.rules import Kind, Status, allowed
from gateway.accounts.models import Account


class AccessRequestIn(In):
    """`reset`: a link for a new password. `remove_otp`: every second factor goes."""

    id: Id | None = None
    account_id: Id
    kind: Kind
    reason: Paragraph


class RefusedIn(In):
    reason: Paragraph


class AccessRequestOut(LivingOut):
    account_id: UUID
    account_name: str
    username: str
    unit_id: UUID | None
    unit_code: str | None
    kind: Kind
    reason: str
    proposed_by: UUID
    proposed_name: str
    decided_by: UUID | None
    decided_name: str | None
    decided_at: datetime | None


class ConfirmedOut(AccessRequestOut):
    """`link`: for a new password, to be handed to the person; shown this once."""

    link: str | None = None
    link_expires_at: datetime | None = None


def shown(request: AccessRequest, account: Account, actor: Actor) -> AccessRequestOut:
    """A request with the name of the person it is about, and what this caller may do."""
    values = {name: getattr(request, name, None) for name in AccessRequestOut.model_fields}
    values |= {"account_name": account.name, "username": account.username}
    values |= {"unit_code": account.unit_code, "allowed_actions": []}
    out = AccessRequestOut.model_validate(values)
    out.allowed_actions = actions(out.status, out.proposed_by, out.account_id, actor)
    return out


def actions(status: str, proposer: UUID | str, owner: UUID | str, actor: Actor) -> list[str]:
    both = {"proposer": UUID(str(proposer)), "owner": UUID(str(owner))}
    return [str(one) for one in allowed(Status(status), actor.id, actor.own_roles, **both)]


class AccessRequestQuery(PageQuery):
    """`mine`: only those about the caller's own account."""

    by_route = frozenset({"mine"})

    q: Search | None = None
    status: Status | None = None
    mine: bool = False

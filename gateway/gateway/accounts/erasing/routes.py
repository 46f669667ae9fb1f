"""Whoever signed in here can be forgotten: the account stays as a mark, its acts stay whole."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx
from chassis.errors import RuleViolation
from chassis.preconditions import IfMatch
from chassis.routing import Operation
from chassis.strict import Id, Paragraph
from chassis.subjects.ledger import Noted
from chassis.subjects.routes import forget
from chassis.subjects.schemas import ErasureIn, ErasureOut, NamedRecord, Trace
from chassis.wire import In
from gateway import roles
from gateway.accounts import queries
from gateway.accounts.erasing.closing import close
from gateway.accounts.giving import reach
from gateway.running import Here

router = APIRouter(prefix="/v1/accounts/{account_id}", tags=["accounts"], route_class=Operation)


class AccountErasureIn(In):
    """`id`: the id of the erasure, the same for every service. `texts`: other spellings of the
    person; name and username are always among them."""

    id: Id
    texts: Annotated[list[Trace], Field(max_length=18)] = Field(default_factory=list)
    reason: Paragraph


@router.post(
    "/erase",
    response_model=ErasureOut,
    **allow(roles.ADMIN, scope="unit", obj="account_id", step_up=True),
)
async def erase_account(
    account_id: UUID,
    body: AccountErasureIn,
    match: IfMatch,
    tx: Tx,
    act: Act,
    here: Here,
    ledger: Noted,
) -> Response:
    """Close an account for good: a mark instead of the name, here and in all its history; nothing
    is left to sign in with. The other services forget it by `/v1/subjects/erase`."""
    account = await queries.lock(tx, account_id, reach(act.actor))
    match.require(account.version)
    if account.id == act.actor.id:
        raise RuleViolation("accounts.own")
    known = [account.name, account.username]
    if any(one.casefold() in body.reason.casefold() for one in (*known, *body.texts)):
        raise RuleViolation("subjects.reason_names")
    await close(tx, account)
    named = NamedRecord(resource="accounts", id=account.id)
    # Not read again: a username may be shorter than what a caller may ask for.
    subject = ErasureIn.model_construct(
        id=body.id,
        texts=[*known, *body.texts],
        account_id=account.id,
        records=[named],
        reason=body.reason,
    )
    out = await forget(act, subject, ledger)
    here.live_sessions.forget_account(account.id)
    return Response(out.model_dump_json(), media_type="application/json")

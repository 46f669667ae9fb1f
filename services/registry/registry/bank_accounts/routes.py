"""Accounts notified: list, record, history, enter, change, and the sight of the whole number."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, Known, RecordHistory
from chassis.db import Tx
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.records import assign, find
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.bank_accounts import queries
from registry.bank_accounts.models import BankAccount, BankAccountNumber
from registry.bank_accounts.schemas import (
    BankAccountIn,
    BankAccountItem,
    BankAccountOut,
    BankAccountPatch,
    BankAccountQuery,
)
from registry.finding import asked
from registry.kept import keeper, lock_kept
from registry.sealed import NumberOut, RevealIn, reveal, seal, take
from registry.units.queries import resolve

router = APIRouter(prefix="/v1/bank-accounts", tags=["bank-accounts"], route_class=Operation)
_ONE = "/{account_id}"
_READ = allow(*roles.STAFF, scope="national", obj="account_id")
_KEEP = allow(*roles.WRITERS, scope="steward", obj="account_id")
# A program never needs it: what it entered it knows.
_SEE = allow(roles.OFFICER, scope="steward", obj="account_id", action="decide", step_up=True)


@router.get(
    "",
    response_model=Page[BankAccountItem],
    responses=BULK,
    **allow(*roles.STAFF, scope="national"),
)
async def list_bank_accounts(
    query: Annotated[BankAccountQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """Accounts that NGOs told of; `as_of`: in use that day. Numbers are masked, in files too."""
    values = await resolve(read, query.unit) | ({"q": asked(query.q)} if query.q else {})
    return await queries.BANK_ACCOUNTS.page(read, query, sort=query.sort, values=values, bulk=bulk)


@router.get(_ONE, response_model=BankAccountOut, **_READ)
async def get_bank_account(account_id: UUID, tx: Tx, actor: CurrentActor, known: Known) -> Response:
    """One account of an NGO."""
    one = await find(tx, BankAccount, account_id)
    return await known.of(one) or answer(BankAccountOut.of(one, actor))


@router.get(_ONE + "/history", response_model=History, **_READ)
async def get_bank_account_history(
    account_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, and who saw the number, when and why; newest first."""
    await find(tx, BankAccount, account_id)
    return await history.of(read, "bank_accounts", account_id)


@router.post(
    "", status_code=201, response_model=BankAccountOut, **allow(*roles.WRITERS, scope="own")
)
async def create_bank_account(body: BankAccountIn, tx: Tx, act: Act) -> Response:
    """Write down an account that an NGO has told of."""
    unit_id = await keeper(tx, act, body.unit_id)
    values = body.columns("id", "unit_id")
    number = take(values, "number", "number_masked")
    one = BankAccount(id=body.id or new_id(), unit_id=unit_id, **values)
    await queries.settle(tx, one)
    made = await act.create(one, BankAccountOut.of)
    await seal(tx, BankAccountNumber, one.id, number)
    return made


@router.patch(_ONE, response_model=BankAccountOut, **_KEEP)
async def update_bank_account(
    account_id: UUID,
    body: Annotated[BankAccountPatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """Correct an account, or say until when it was used."""
    one = await lock_kept(tx, act, BankAccount, account_id)
    match.require(one.version)
    values = body.changes()
    number = take(values, "number", "number_masked")
    assign(one, values)
    await queries.settle(tx, one)
    await seal(tx, BankAccountNumber, one.id, number)
    return await act.update(one, BankAccountOut.of)


@router.post(_ONE + "/reveal", response_model=NumberOut, **_SEE)
async def reveal_bank_account(account_id: UUID, body: RevealIn, tx: Tx, act: Act) -> Response:
    """The whole number. Who saw it, when and why stands in the record's history."""
    one = await lock_kept(tx, act, BankAccount, account_id)
    return await reveal(act, BankAccountNumber, one, BankAccountOut, body.reason)

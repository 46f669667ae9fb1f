"""Administrators invite; whoever has the link sets a password that nobody else ever sees."""

from datetime import timedelta

from fastapi import APIRouter
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx, now
from chassis.errors import FieldProblem, NotFound, RuleViolation
from chassis.ids import new_id
from chassis.routing import Operation
from gateway import roles
from gateway.accounts import rules as accounts
from gateway.accounts.giving import giving, refuse_dangerous
from gateway.accounts.models import Account
from gateway.accounts.noting import note_for
from gateway.accounts.passwords import NO_PASSWORD
from gateway.accounts.schemas import AccountOut
from gateway.authenticators import queries as authenticators
from gateway.authenticators.oidc import queries as identities
from gateway.invitations import queries, rules
from gateway.invitations.schemas import AcceptIn, InvitationIn, InvitedOut, LinkOut, TokenIn
from gateway.running import Here
from gateway.sessions import queries as sessions

router = APIRouter(prefix="/v1/invitations", tags=["invitations"], route_class=Operation)
_BY_LINK = allow(
    roles.PUBLIC,
    scope="public",
    responses={404: {"description": "No such link: unknown, used or too old."}},
)


@router.post(
    "",
    status_code=201,
    response_model=LinkOut,
    **allow(roles.ADMIN, scope="unit", step_up=True),
)
async def create_invitation(body: InvitationIn, tx: Tx, act: Act, here: Here) -> Response:
    """Add an account without a password, and a link with which its owner sets one."""
    given = giving(act.actor, body)
    # The link is not kept, so the answer cannot be repeated: a repeat meets the unique username.
    act.key = None
    account = Account(
        id=body.id or new_id(),
        username=accounts.username(body.username),
        password_hash=NO_PASSWORD,
        **given,
    )
    await refuse_dangerous(tx, act.actor, account, (), [])
    await act.create(account, AccountOut.of, "invite")
    life = timedelta(hours=body.hours)
    token, ends = await queries.make(tx, account.id, "invitation", now(), life)
    out = LinkOut(
        account_id=account.id,
        username=account.username,
        link=rules.link(here.settings.origin, token),
        expires_at=ends,
    )
    headers = {"Location": f"/api/gateway/v1/accounts/{account.id}"}
    return Response(out.model_dump_json(), 201, headers, "application/json")


@router.post("/read", response_model=InvitedOut, **_BY_LINK)
async def read_invitation(body: TokenIn, tx: Tx) -> InvitedOut:
    """Whom this link is for; 404 when it is unknown, used or too old."""
    link, account = await queries.of(tx, body.token, now())
    has_otp = await authenticators.confirmed(tx, account.id) is not None
    return InvitedOut(
        kind=link.kind,
        username=account.username,
        name=account.name,
        expires_at=link.expires_at,
        shortest_password=accounts.SHORTEST_WITH_OTP if has_otp else accounts.SHORTEST,
    )


@router.post("/accept", status_code=204, **_BY_LINK)
async def accept_invitation(body: AcceptIn, here: Here) -> Response:
    """Set the password. The link is used up, every session of the account ends, accounts
    elsewhere are linked no more, and a second factor that was set up is asked for as before."""
    async with here.sessions.begin() as tx:
        _, account = await queries.of(tx, body.token, now())
        has_otp = await authenticators.confirmed(tx, account.id) is not None
    personal = (account.username, account.name, account.unit_code or "")
    problem = accounts.password_problem(body.password, personal, has_otp=has_otp)
    if problem:
        raise RuleViolation(problem, errors=[FieldProblem("/body/password", problem)])
    stored = await here.passwords.make(body.password)
    async with here.sessions.begin() as tx:
        link, account = await queries.of(tx, body.token, now())
        if link.kind == "bootstrap" and await queries.has_admin(tx):
            raise NotFound
        await queries.use(tx, body.token, now())
        account.password_hash = stored
        # who had come in by an account elsewhere does not stay in by it
        await identities.remove_all(tx, account.id)
        await sessions.end_all(tx, account.id)
        await sessions.clear_tries(tx, accounts.name_digest(account.username))
        note_for(tx, account, link.kind)
    here.live_sessions.forget_account(account.id)
    return Response(status_code=204)

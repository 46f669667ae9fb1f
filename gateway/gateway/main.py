"""The gateway's process: `uvicorn gateway.main:app`."""

from chassis.app import create
from gateway import roles
from gateway.access_requests import routes as access_requests
from gateway.access_requests.schemas import AccessRequestOut
from gateway.accounts import routes as accounts
from gateway.accounts.access import routes as access
from gateway.accounts.erasing import routes as erasing
from gateway.authenticators import routes as authenticators
from gateway.authenticators.oidc import routes as identities
from gateway.authenticators.oidc import signing_in as oidc_sessions
from gateway.authenticators.passkeys import routes as passkeys
from gateway.authenticators.passkeys import signing_in as passkey_sessions
from gateway.clients import routes as clients
from gateway.clients import token
from gateway.contract import routes as contract
from gateway.delegations import routes as delegations
from gateway.delegations.schemas import DelegationOut
from gateway.edge import readiness
from gateway.edge.door import Door
from gateway.invitations import routes as invitations
from gateway.keys import routes as keys
from gateway.move_requests import routes as move_requests
from gateway.moves import routes as moves
from gateway.moves.schemas import SuccessionOut
from gateway.overview import routes as overview
from gateway.refusals import CONSTRAINTS, REFUSALS
from gateway.role_grants import routes as role_grants
from gateway.running import install
from gateway.sandboxes import routes as sandboxes
from gateway.sessions import routes as sessions
from gateway.store import Change
from gateway.subject_exports import routes as subject_exports
from gateway.subject_requests import routes as subject_requests
from gateway.webhooks import routes as webhooks

own = create(
    "gateway",
    Change,
    REFUSALS,
    readiness.router,
    contract.router,
    keys.router,
    token.router,
    sessions.router,
    authenticators.router,
    passkeys.router,
    passkey_sessions.router,
    identities.router,
    oidc_sessions.router,
    accounts.router,
    access.router,
    erasing.router,
    invitations.router,
    role_grants.router,
    access_requests.router,
    delegations.router,
    clients.router,
    moves.router,
    move_requests.router,
    overview.router,
    webhooks.router,
    subject_exports.router,
    sandboxes.router,
    subject_requests.router,
    readers=(roles.ADMIN, roles.AUDITOR),
    auditors=(roles.ADMIN, roles.AUDITOR),
    constraints=CONSTRAINTS,
    keepers=(roles.ADMIN,),
    told={
        "access_requests": AccessRequestOut,
        "delegations": DelegationOut,
        "successions": SuccessionOut,
    },
    # whose role or secret has ended is a matter of the real day
    test_clock=False,
)
install(own)
app = Door(own)

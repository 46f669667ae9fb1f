"""`make bootstrap-admin`: the one-time link for the first administrator of a new house."""

import asyncio
import os
import sys

from sqlalchemy.ext.asyncio import AsyncSession

from chassis import db, settings
from chassis.db import now
from chassis.ids import new_id
from gateway import roles
from gateway.accounts import queries as accounts
from gateway.accounts.models import Account
from gateway.accounts.noting import note_for
from gateway.accounts.passwords import NO_PASSWORD
from gateway.accounts.rules import username
from gateway.invitations import queries, rules
from gateway.settings import GatewaySettings


async def link(tx: AsyncSession, origin: str, name: str, shown: str) -> str | None:
    """A link that makes `name` administrator of the whole house; None when there is one."""
    if await queries.has_admin(tx):
        return None
    account = await accounts.by_username(tx, username(name))
    if account is None:
        account = Account(
            id=new_id(),
            username=username(name),
            name=shown,
            password_hash=NO_PASSWORD,
            national=True,
            roles=[roles.ADMIN],
            role_periods=[],
            version=0,
        )
        tx.add(account)
        await tx.flush()
        note_for(tx, account, "invite")
    elif account.password_hash != NO_PASSWORD or roles.ADMIN not in account.roles:
        raise SystemExit(f"The account {account.username} is somebody else's: choose another name.")
    token, _ = await queries.make(tx, account.id, "bootstrap", now(), rules.BOOTSTRAP)
    return rules.link(origin, token)


async def main() -> int:
    config, own = settings.load("gateway"), GatewaySettings()
    engine = db.connect(config.database_url, 1, "gateway-bootstrap")
    name, shown = (
        os.environ.get("ADMIN", "admin"),
        os.environ.get("ADMIN_NAME", "Quản trị hệ thống"),
    )
    try:
        async with db.sessions(engine).begin() as tx:
            made = await link(tx, own.origin, name, shown)
    finally:
        await engine.dispose()
    if made is None:
        sys.stderr.write("There is an administrator already: new ones are invited in the app.\n")
        return 1
    sys.stdout.write(f"{made}\nGood for one hour, once. Account: {username(name)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

"""The house's own clients: with them aid and events read the registry's feed through this gateway.

They are stated again at every start from the environment, which is also how their secret changes.
"""

from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.db import now
from gateway.clients import rules
from gateway.clients.models import Client
from gateway.settings import internal_clients

# What a service may know of another: the registry's changes, of the whole country.
SCOPES = ["registry:changes:read"]


async def refuse_demonstration(tx: AsyncSession) -> None:
    """Production does not start beside demonstration clients: their secrets lie in a file."""
    found = await tx.scalar(select(Client.client_id).where(Client.client_id.startswith("demo-")))
    if found is not None:
        raise SystemExit("MODE=production, but this database holds demonstration accounts.")


async def ensure(tx: AsyncSession) -> list[str]:
    """Make or renew each client that the environment names; their client ids."""
    named = internal_clients()
    for service, client_id, secret in named:
        values = {
            "name": f"Dịch vụ nội bộ: {service}",
            "secret_digest": rules.digest(secret),
            # stated anew with every start: what the environment says is good
            "secret_expires_at": now() + timedelta(days=rules.LONGEST_DAYS),
            "national": True,
            "scopes": SCOPES,
            "disabled_at": None,
        }
        record = uuid5(NAMESPACE_URL, f"nhip-cau/client/{service}")
        statement = insert(Client).values(id=record, client_id=client_id, **values)
        await tx.execute(
            statement.on_conflict_do_update(
                index_elements=[Client.id], set_=values | {"client_id": client_id}
            )
        )
    return [client_id for _, client_id, _ in named]

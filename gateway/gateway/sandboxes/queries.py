"""How many sandboxes are open."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.clients.models import Client
from gateway.sandboxes.rules import PREFIX


async def count(tx: AsyncSession, now: datetime) -> int:
    is_open = Client.client_id.startswith(PREFIX), Client.secret_expires_at > now
    found = await tx.scalar(select(func.count()).select_from(Client).where(*is_open))
    return int(found or 0)

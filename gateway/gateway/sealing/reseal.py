"""Every secret in the database sealed with GATEWAY_SECRET: `python -m gateway.sealing`.

Beside running gateways that know both secrets: each row is held while it changes, and either form
opens. What no secret opens is left as it is and named.
"""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from chassis.files.sealing import Unreadable
from gateway.sealing import queries
from gateway.sealing.queries import KEPT, Kept
from gateway.sealing.sealer import Sealer
from gateway.settings import GatewaySettings


@dataclass
class Resealed:
    """What was done to a database."""

    anew: int = 0
    already: int = 0
    damaged: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.anew} secrets sealed anew, {self.already} were, {len(self.damaged)} damaged"


async def reseal(sessions: async_sessionmaker[AsyncSession], settings: GatewaySettings) -> Resealed:
    """Seal what is in the old form, or under an earlier secret."""
    done = Resealed()
    for kept in KEPT:
        sealer = settings.sealer(kept.purpose)
        async with sessions.begin() as tx:
            keys = await queries.keys(tx, kept)
        for key in keys:
            async with sessions.begin() as tx:
                await _row(tx, kept, key, sealer, done)
    return done


async def _row(tx: AsyncSession, kept: Kept, key: Any, sealer: Sealer, done: Resealed) -> None:
    fresh: dict[str, Any] = {}
    for name, sealed in (await queries.held(tx, kept, key)).items():
        if sealer.is_current(sealed):
            done.already += 1
            continue
        try:
            plain = sealer.open(kept.bound(key), sealed)
        except Unreadable:
            done.damaged.append(f"{kept.key.class_.__tablename__} {key} {name}")
            continue
        fresh[name] = sealer.seal(kept.bound(key), plain)
        done.anew += 1
    if fresh and kept.names_key:
        fresh[kept.names_key] = sealer.current.hex()
    if fresh:
        await queries.put(tx, kept, key, fresh)

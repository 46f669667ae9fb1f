"""The table of checkpoints in the one database that keeps them for all."""

from datetime import datetime

import asyncpg

from chassis.audit.checkpoints import Checkpoint


async def read(connection: asyncpg.Connection) -> list[Checkpoint]:
    rows = await connection.fetch(
        "SELECT service, pos, encode(hash, 'hex') AS hash, key_id,"
        " to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS at,"
        " translate(encode(signature, 'base64'), E'\\n', '') AS signature"
        " FROM checkpoints ORDER BY id"
    )
    return [Checkpoint(**dict(row)) for row in rows]


async def add(connection: asyncpg.Connection, said: Checkpoint) -> None:
    await connection.execute(
        "INSERT INTO checkpoints (service, pos, hash, at, key_id, signature)"
        " VALUES ($1, $2, decode($3, 'hex'), $4, $5, decode($6, 'base64'))",
        said.service,
        said.pos,
        said.hash,
        datetime.fromisoformat(said.at),
        said.key_id,
        said.signature,
    )

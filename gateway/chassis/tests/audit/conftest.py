"""A change log of mean texts, sequenced and signed in three checkpoints."""

from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest

from chassis.audit.checkpoints import Signer
from chassis.audit.keep import Keeper
from chassis.audit.verify import Report, verify
from chassis.testing import PASSWORD, ROLE, with_database

MEAN = 'tab\t quote " back\\slash \\N newline\n end\x7f \u2028 Đặng Thị Bé 🙂'
ROWS = """
INSERT INTO changes (resource, record_id, version, action, operation, unit_id, actor_id, actor_kind,
  actor_name, acting_as, reason, request_id, after, key, digest, address)
SELECT 'things', gen_random_uuid(), n, 'create', 'create_thing',
  CASE WHEN n % 3 > 0 THEN gen_random_uuid() END, CASE WHEN n % 4 > 0 THEN gen_random_uuid() END,
  'person', $2::text, ARRAY['officer', $2::text], CASE n % 3 WHEN 0 THEN $2::text
  WHEN 1 THEN '' END, 'r' || n,
  CASE WHEN n % 5 > 0 THEN jsonb_build_object('name', $2::text, $2::text, n, 'amount', 1.50,
    'list', jsonb_build_array(1, NULL, true, $2::text)) END,
  CASE WHEN n % 2 > 0 THEN '\\N' END, CASE WHEN n % 2 > 0 THEN decode('00ff5c', 'hex') END,
  CASE n % 3 WHEN 0 THEN '2001:db8::7' WHEN 1 THEN $2::text END
FROM generate_series(1, $1::int) AS n"""


@dataclass
class Log:
    """One change log under watch; `owner` may do to it whatever its database's owner may."""

    owner: asyncpg.Connection
    url: str
    folder: Path

    async def write(self, rows: int = 40) -> None:
        await self.owner.execute(ROWS, rows, MEAN)
        while await self.owner.fetchval("SELECT sequence_changes(1000)"):
            pass

    async def sign(self) -> None:
        signer = Signer(self.folder)
        assert await Keeper("specimen", self.url, self.url, self.folder, signer).look()

    async def report(self) -> Report:
        (found,) = await verify({"specimen": self.url}, self.folder, "specimen")
        return found

    async def rehash(self, since: int) -> None:
        """What somebody does who owns the database and knows how the chain is made."""
        await self.owner.execute(
            "UPDATE changes SET pos = NULL, hash = NULL WHERE pos >= $1", since
        )
        while await self.owner.fetchval("SELECT sequence_changes(1000)"):
            pass


@pytest.fixture
async def log(db: asyncpg.Connection, cluster: str, database: str, tmp_path: Path) -> Log:
    """120 entries: signed up to 40, 80 and 120."""
    name = database.rsplit("/", 1)[1]
    made = Log(db, with_database(cluster, name, ROLE, PASSWORD), tmp_path / "audit")
    for _ in range(3):
        await made.write()
        await made.sign()
    return made

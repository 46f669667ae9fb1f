"""Migrations of one service: `python -m chassis.migrate registry [upgrade|check|revision "words"]`.

They run as the database's owner. The application role then gets exactly what serving needs: rows of
every table, but of the change log only INSERT and SELECT.
"""

import asyncio
import importlib
import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from alembic import command, context
from alembic.config import Config
from sqlalchemy import Connection, MetaData, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from chassis.changes.table import APPEND_ONLY, SEQUENCER_SQL
from chassis.settings import asyncpg_url
from chassis.subjects.sql import REDACT_SIGNATURE

TIMEOUTS = {"lock_timeout": "5000", "timezone": "UTC"}


def urls(name: str) -> tuple[str, str]:
    """The owner's and the application's URL of this service's database."""
    application = os.environ[f"DATABASE_URL_{name.upper()}"]
    return os.environ.get(f"DATABASE_OWNER_URL_{name.upper()}") or application, application


def config(name: str, owner_url: str) -> Config:
    """Alembic's configuration for the package `name`, without an ini file."""
    package = importlib.import_module(name)
    where = Path(str(package.__file__)).parent / "migrations"
    settings = Config()
    settings.set_main_option("script_location", str(where).replace("%", "%%"))
    settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    settings.attributes["url"] = asyncpg_url(owner_url)
    settings.attributes["name"] = name
    return settings


def run(metadata: MetaData) -> None:
    """Called by each service's `migrations/env.py`."""
    url = context.config.attributes["url"]

    def migrate(connection: Connection) -> None:
        # Two runners at once: the second waits here and then finds nothing to do.
        connection.execute(text("SELECT pg_advisory_lock(hashtextextended('migrate', 0))"))
        connection.commit()
        context.configure(
            connection=connection,
            target_metadata=metadata,
            compare_type=True,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()

    async def online() -> None:
        engine = create_async_engine(
            url, poolclass=pool.NullPool, connect_args={"server_settings": TIMEOUTS}
        )
        async with engine.connect() as connection:
            await connection.run_sync(migrate)
        await engine.dispose()

    asyncio.run(online())


def install_change_log(op: Any) -> None:
    """The sequencer's functions; called in a service's first migration."""
    for statement in SEQUENCER_SQL:
        op.execute(statement)


def remove_change_log(op: Any) -> None:
    """The reverse; called before the table goes."""
    op.execute("DROP FUNCTION sequence_changes(integer)")
    op.execute("DROP FUNCTION change_canonical(changes)")


def grants(role: str) -> list[str]:
    """What the application role may do, stated again after every upgrade."""
    quoted = '"' + role.replace('"', '""') + '"'
    return [
        f"GRANT USAGE ON SCHEMA public TO {quoted}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quoted}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {quoted}",
        f"REVOKE UPDATE, DELETE, TRUNCATE ON changes FROM {quoted}",
        _append_only(quoted),
        f"REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM {quoted}",
        f"GRANT EXECUTE ON FUNCTION sequence_changes(integer) TO {quoted}",
        f"GRANT EXECUTE ON FUNCTION {REDACT_SIGNATURE} TO {quoted}",
        f"REVOKE INSERT, UPDATE, DELETE ON subject_parts FROM {quoted}",
    ]


def _append_only(role: str) -> str:
    return f"""
DO $$ DECLARE one text; BEGIN
  FOR one IN SELECT oid::regclass::text FROM pg_class
    WHERE relkind = 'r' AND obj_description(oid, 'pg_class') = '{APPEND_ONLY}' LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM %s', one, {_literal(role)});
  END LOOP;
END $$"""


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


async def _grant(owner_url: str, role: str) -> None:
    engine = create_async_engine(asyncpg_url(owner_url), poolclass=pool.NullPool)
    async with engine.begin() as connection:
        for statement in grants(role):
            await connection.exec_driver_sql(statement)
    await engine.dispose()


def upgrade(name: str, owner_url: str, application_url: str) -> None:
    """Bring the database of `name` to the newest revision and state the grants."""
    command.upgrade(config(name, owner_url), "head")
    owner, application = (unquote(urlsplit(u).username or "") for u in (owner_url, application_url))
    if application and application != owner:
        asyncio.run(_grant(owner_url, application))


def main(arguments: list[str]) -> None:
    name, action = arguments[0], arguments[1] if len(arguments) > 1 else "upgrade"
    owner_url, application_url = urls(name)
    match action:
        case "upgrade":
            upgrade(name, owner_url, application_url)
        case "check":
            command.check(config(name, owner_url))
        case "revision":
            words, number = arguments[2], arguments[3]
            command.revision(config(name, owner_url), words, autogenerate=True, rev_id=number)
        case _:
            raise SystemExit(f"unknown action {action!r}: upgrade, check or revision")


if __name__ == "__main__":
    main(sys.argv[1:])

"""One database and two roles per service: the owner migrates, the application only works."""

import asyncio

import asyncpg

from deploy.refusal import Refusal

SERVICES = ("gateway", "registry", "aid", "events")
EXTENSIONS = ("btree_gist", "pg_trgm")

# PostgreSQL lets everyone into every database unless told otherwise.
_CLOSE = "REVOKE CONNECT, TEMPORARY ON DATABASE {database} FROM PUBLIC"

# What the application may do inside, the migrations grant: they know the tables.
_OPEN = """
GRANT CONNECT ON DATABASE {service} TO {service}_owner, {service}_app;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO {service}_owner;
GRANT USAGE ON SCHEMA public TO {service}_app;
"""


def password_name(service: str, role: str) -> str:
    return f"POSTGRES_PASSWORD_{service}_{role}".upper()


async def prepare(url: str, passwords: dict[str, str]) -> None:
    """Make what is missing; `url` is the superuser's address of database postgres."""
    try:
        superuser = await asyncpg.connect(url)
    except asyncpg.InvalidPasswordError:
        raise Refusal(
            "DATA_DIR/secrets.json does not belong to the database beside it: bring back the one "
            "that does, or begin anew with `make clean ALL=1`"
        ) from None
    try:
        databases = await superuser.fetch("SELECT datname FROM pg_database")
        present = {row["datname"] for row in databases}
        await _roles(superuser, passwords)
        for service in SERVICES:
            if service not in present:
                await superuser.execute(f"CREATE DATABASE {service} OWNER {service}_owner")
        for database in (*SERVICES, "postgres", "template1"):
            await superuser.execute(_CLOSE.format(database=database))
    finally:
        await superuser.close()
    await asyncio.gather(*(_furnish(url, service) for service in SERVICES))


async def _roles(superuser: asyncpg.Connection, passwords: dict[str, str]) -> None:
    known = {row["rolname"] for row in await superuser.fetch("SELECT rolname FROM pg_roles")}
    for service in SERVICES:
        for role in ("owner", "app"):
            verb = "ALTER" if f"{service}_{role}" in known else "CREATE"
            # A role statement takes no parameters: the server itself quotes the password.
            statement: str = await superuser.fetchval(
                "SELECT format('%s ROLE %I LOGIN PASSWORD %L', $1::text, $2::text, $3::text)",
                verb,
                f"{service}_{role}",
                passwords[password_name(service, role)],
            )
            await superuser.execute(statement)


async def _furnish(url: str, service: str) -> None:
    """Inside one database: extensions need the superuser, the schema opens to its two roles."""
    connection = await asyncpg.connect(url, database=service)
    try:
        for extension in EXTENSIONS:
            await connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
        await connection.execute(_OPEN.format(service=service))
    finally:
        await connection.close()

"""Each service has its own database, which no other service's roles can even connect to."""

import asyncio
from collections.abc import Callable

import asyncpg
import pytest

from deploy.house import own_databases
from deploy.postgres import Cluster
from deploy.postgres.roles import SERVICES, password_name, prepare
from deploy.refusal import Refusal

PASSWORDS = {
    password_name(service, role): f"{role}-{service}-password"
    for service in SERVICES
    for role in ("owner", "app")
}


@pytest.fixture
def urls(a_cluster: Callable[[], Cluster]) -> dict[str, str]:
    cluster = a_cluster()
    cluster.start()
    # The second time finds everything there and must not mind.
    for _ in range(2):
        asyncio.run(prepare(cluster.url(), PASSWORDS))
    return own_databases(cluster.url(), PASSWORDS)


def execute(url: str, *statements: str) -> None:
    async def _execute() -> None:
        connection = await asyncpg.connect(url)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    asyncio.run(_execute())


def test_every_role_enters_its_own_database_and_no_other(urls: dict[str, str]) -> None:
    for url in urls.values():
        execute(url, "SELECT 1")
        own = url.rsplit("/", 1)[1]
        for other in {*SERVICES, "postgres", "template1"} - {own}:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                execute(f"{url.rsplit('/', 1)[0]}/{other}", "SELECT 1")


def test_the_owner_may_make_tables_and_the_application_may_not(urls: dict[str, str]) -> None:
    execute(urls["DATABASE_OWNER_URL_AID"], "CREATE TABLE grants (id int)")

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        execute(urls["DATABASE_URL_AID"], "CREATE TABLE more (id int)")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        execute(urls["DATABASE_URL_AID"], "SELECT * FROM grants")


def test_both_extensions_are_there_without_the_owner_being_a_superuser(
    urls: dict[str, str],
) -> None:
    execute(
        urls["DATABASE_OWNER_URL_EVENTS"],
        "CREATE TABLE bookings (venue int, during tstzrange,"
        " EXCLUDE USING gist (venue WITH =, during WITH &&))",
        "SELECT similarity('Hữu Nghị', 'huu nghi')",
    )


def test_no_role_of_a_service_is_more_than_a_plain_login(urls: dict[str, str]) -> None:
    async def powers() -> int:
        connection = await asyncpg.connect(urls["DATABASE_URL_AID"])
        try:
            count: int = await connection.fetchval(
                "SELECT count(*) FROM pg_roles WHERE rolname ~ '_(owner|app)$'"
                " AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)"
            )
        finally:
            await connection.close()
        return count

    assert asyncio.run(powers()) == 0


def test_lost_secrets_are_explained_and_nothing_is_overwritten(
    a_cluster: Callable[[], Cluster],
) -> None:
    cluster = a_cluster()
    cluster.start()
    url = cluster.url().replace("only-for-this-test", "drawn-anew")

    with pytest.raises(Refusal, match=r"secrets\.json"):
        asyncio.run(prepare(url, PASSWORDS))

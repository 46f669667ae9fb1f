"""The containers are as closed as we say: parsed here, because not every machine has Docker."""

import asyncio
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import yaml

from deploy.compose.secrets import files
from deploy.postgres import Cluster
from deploy.secret_file import NAMES

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
CONTAINERS: dict[str, dict[str, Any]] = COMPOSE["services"]
PARTS = ("gateway", "registry", "aid", "events")
DRAWN = files({name: f"drawn-{name}" for name in NAMES})


@pytest.mark.parametrize("name", sorted(CONTAINERS))
def test_a_container_has_no_rights_it_does_not_need(name: str) -> None:
    container = CONTAINERS[name]

    assert container["read_only"] is True
    assert container["cap_drop"] == ["ALL"]
    assert "cap_add" not in container
    assert "no-new-privileges:true" in container["security_opt"]
    assert "/tmp" in container["tmpfs"]
    assert not container.get("privileged")
    assert container.get("network_mode") != "host"


@pytest.mark.parametrize("name", [*PARTS, "postgres"])
def test_a_container_that_stays_says_whether_it_is_well(name: str) -> None:
    assert CONTAINERS[name]["healthcheck"]["test"][0] == "CMD"
    assert CONTAINERS[name]["restart"] == "unless-stopped"


def test_only_the_gateway_can_be_reached_and_only_from_this_machine() -> None:
    published = {name: c["ports"] for name, c in CONTAINERS.items() if "ports" in c}

    assert set(published) == {"gateway"}
    assert all(port.startswith("127.0.0.1:") for port in published["gateway"])
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert [name for name, c in CONTAINERS.items() if "outside" in c["networks"]] == ["gateway"]


def test_no_secret_stands_in_the_file() -> None:
    for name, container in CONTAINERS.items():
        settings = " ".join(container.get("environment", {}))
        assert not re.search(r"PASSWORD|SECRET|DATABASE_", settings), name


@pytest.mark.parametrize("part", PARTS)
def test_a_part_gets_its_own_database_and_nothing_of_the_others(part: str) -> None:
    (own,) = CONTAINERS[part]["env_file"]

    settings = DRAWN[Path(own["path"]).name]

    others = [other.upper() for other in PARTS if other != part]
    assert f"DATABASE_URL_{part.upper()}" in settings
    assert not [key for key in settings if key.startswith("DATABASE_OWNER_")]
    assert not [key for key in settings for other in others if key == f"DATABASE_URL_{other}"]
    assert ("GATEWAY_SECRET" in settings) is (part == "gateway")


@pytest.mark.parametrize("part", PARTS)
def test_a_part_starts_only_after_its_owner_has_migrated(part: str) -> None:
    waits = CONTAINERS[part]["depends_on"][f"migrate-{part}"]
    migration = CONTAINERS[f"migrate-{part}"]

    assert waits["condition"] == "service_completed_successfully"
    assert migration["image"] == CONTAINERS[part]["image"]
    assert migration["command"] == ["python", "-m", "chassis.migrate", part]


def test_every_env_file_that_is_named_is_drawn() -> None:
    named = {Path(f["path"]).name for c in CONTAINERS.values() for f in c["env_file"]}

    assert named == set(DRAWN)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_built_by_the_one_recipe(part: str) -> None:
    build = CONTAINERS[part]["build"]

    assert build["dockerfile"] == "deploy/Dockerfile"
    assert build["args"]["PART"] == part
    assert (DEPLOY.parent / build["args"]["SOURCE"] / "pyproject.toml").exists()


def test_the_images_run_without_root_and_take_versions_from_a_lock() -> None:
    recipe = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")

    last_user = re.findall(r"^USER (\S+)", recipe, re.MULTILINE)[-1]

    assert last_user == "10001:10001"
    assert "--require-hashes -r runtime.lock" in recipe
    assert "npm ci --ignore-scripts" in recipe


def test_every_image_from_elsewhere_is_named_by_a_digest_that_has_no_default() -> None:
    recipe = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    stages = re.findall(r"^FROM \S+ AS (\w+)", recipe, re.MULTILINE)
    bases = {base for base in re.findall(r"^FROM (\S+)", recipe, re.MULTILINE)} - set(stages)

    assert len(bases) == 2
    for base in bases:
        (digest,) = re.findall(r"@\$\{(\w+_DIGEST)\}$", base)
        assert re.search(rf"^ARG {digest}$", recipe, re.MULTILINE)
        for part in PARTS:
            assert CONTAINERS[part]["build"]["args"][digest].startswith(f"${{{digest}:?sha256:")
    ours = {CONTAINERS[part]["image"] for part in PARTS}
    others = [c["image"] for c in CONTAINERS.values() if c["image"] not in ours]
    assert len(others) == 1
    assert all(re.search(r"@\$\{\w+_DIGEST:\?sha256:", image) for image in others)


def test_the_containers_roles_are_as_separate_as_the_embedded_ones(
    a_cluster: Callable[[], Cluster],
) -> None:
    cluster = a_cluster()
    cluster.start()
    # The wheel's binaries come without psql, which the image of PostgreSQL has.
    found = shutil.which("psql", path=f"{cluster.bin}:{os.environ['PATH']}")
    assert found, "psql is missing: apt-get install postgresql-client"
    psql = Path(found)
    passwords = {name: f"drawn-{name}" for name in NAMES if name.startswith("POSTGRES_")}
    superuser = cluster.url()
    connection = {"PGHOST": "127.0.0.1", "PGPORT": superuser.rsplit(":", 1)[1].split("/")[0]}
    account = {"PGUSER": "house", "PGPASSWORD": "only-for-this-test"}
    path = {"PATH": f"{psql.parent}:{os.defpath}"}

    subprocess.run(
        [DEPLOY / "compose/roles.sh"], env=passwords | connection | account | path, check=True
    )

    address = f"127.0.0.1:{connection['PGPORT']}"
    own = DRAWN["aid.env"]["DATABASE_URL_AID"].replace("@postgres/", f"@{address}/")
    assert asyncio.run(_answers(own))
    for other in ("registry", "events", "gateway", "postgres", "template1"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            asyncio.run(_answers(f"{own.rsplit('/', 1)[0]}/{other}"))


async def _answers(url: str) -> bool:
    connection = await asyncpg.connect(url)
    try:
        return bool(await connection.fetchval("SELECT true"))
    finally:
        await connection.close()

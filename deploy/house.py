"""Who gets which setting: each process sees its own database and secrets and no one else's."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.postgres.roles import SERVICES, password_name
from deploy.refusal import Refusal

BEHIND = ("registry", "aid", "events")
READERS = ("aid", "events")
FILE_SECRETS = ("FILES_SECRET", "FILES_SECRET_BEFORE")


@dataclass(frozen=True)
class House:
    """One running installation: its ports, its places, its secrets."""

    port: int
    data_dir: Path
    secrets: Mapping[str, str]
    databases: Mapping[str, str]
    ports: Mapping[str, int]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def readiness(self) -> list[str]:
        return [f"http://127.0.0.1:{port}/readyz" for port in (*self.ports.values(), self.port)]

    def environment(self, service: str) -> dict[str, str]:
        """What the process of one service is started with."""
        own = {
            "GATEWAY_URL": self.url,
            f"DATABASE_URL_{service.upper()}": self.databases[f"DATABASE_URL_{service.upper()}"],
        }
        if service == "gateway":
            own |= {
                f"{name.upper()}_URL": f"http://127.0.0.1:{p}" for name, p in self.ports.items()
            }
            own |= {"PORT": str(self.port), "SPA_DIR": "frontend/dist"}
            own |= self._known("GATEWAY_SECRET", "GATEWAY_SECRET_BEFORE")
        else:
            own["PORT"] = str(self.ports[service])
        own |= self._known(*FILE_SECRETS)
        for reader in READERS if service == "gateway" else {service}.intersection(READERS):
            own[f"CLIENT_ID_{reader.upper()}"] = reader
            own[f"CLIENT_SECRET_{reader.upper()}"] = self.secrets[f"CLIENT_SECRET_{reader.upper()}"]
        return _common(self.data_dir) | own

    def files_environment(self) -> dict[str, str]:
        """What seals the papers anew sees: the store, its secrets, and no database."""
        return _common(self.data_dir) | self._known(*FILE_SECRETS)

    def _known(self, *names: str) -> dict[str, str]:
        return {name: self.secrets[name] for name in names if name in self.secrets}

    def audit_environment(self) -> dict[str, str]:
        """What the process that signs the change logs sees: the databases, and no other secret."""
        wanted = {f"DATABASE_URL_{service.upper()}" for service in SERVICES}
        return _common(self.data_dir) | {name: self.databases[name] for name in sorted(wanted)}

    def owner_environment(self, service: str) -> dict[str, str]:
        """The same for migrations, which alone know the owner's password."""
        name = f"DATABASE_OWNER_URL_{service.upper()}"
        owner = {name: self.databases[name]} if name in self.databases else {}
        return self.environment(service) | owner


def _common(data_dir: Path) -> dict[str, str]:
    """The caller's environment without the settings that belong to single services."""
    private = ("DATABASE_", "CLIENT_", "GATEWAY_SECRET", "FILES_SECRET", "POSTGRES_PASSWORD")
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(private)}
    beside_us = {"PATH": f"{Path('.venv/bin').absolute()}:{os.environ.get('PATH', os.defpath)}"}
    # A person reads this output; LOG_FORMAT=json brings the machine's form back.
    defaults = {"LOG_FORMAT": "plain", "MODE": "demo", "PYTHONUNBUFFERED": "1"}
    return defaults | inherited | beside_us | {"DATA_DIR": str(data_dir.absolute())}


def given_databases() -> dict[str, str]:
    """The databases the caller names; all four or none, so that none is forgotten by mistake."""
    given = {k: v for k, v in os.environ.items() if k.startswith("DATABASE_") and v}
    missing = [f"DATABASE_URL_{service.upper()}" for service in SERVICES]
    missing = [name for name in missing if name not in given]
    if given and missing:
        raise Refusal(f"Either all four databases are named or none: missing {', '.join(missing)}")
    return given


def own_databases(superuser_url: str, secrets: Mapping[str, str]) -> dict[str, str]:
    """Addresses in the embedded cluster."""
    address = superuser_url.rsplit("@", 1)[1].split("/")[0]
    addresses = {}
    for service in SERVICES:
        for role, name in (("app", "DATABASE_URL"), ("owner", "DATABASE_OWNER_URL")):
            password = secrets[password_name(service, role)]
            addresses[f"{name}_{service.upper()}"] = (
                f"postgresql://{service}_{role}:{password}@{address}/{service}"
            )
    return addresses

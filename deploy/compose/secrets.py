"""`python3 -m deploy.compose.secrets`: draws the env files that compose.yaml gives its containers.

Each container gets its own database and secrets and no one else's. Needs nothing but Python.
"""

import os
from pathlib import Path

from deploy.secret_file import read_or_draw

FOLDER = Path(__file__).with_name("secrets")
SERVICES = ("gateway", "registry", "aid", "events")
READERS = ("aid", "events")


def files(secrets: dict[str, str]) -> dict[str, dict[str, str]]:
    """File name -> the settings in it."""
    made: dict[str, dict[str, str]] = {
        "postgres.env": {k: v for k, v in secrets.items() if k.startswith("POSTGRES_PASSWORD")}
    }
    for service in SERVICES:
        application = {f"DATABASE_URL_{service.upper()}": _url(secrets, service, "app")}
        owner = {f"DATABASE_OWNER_URL_{service.upper()}": _url(secrets, service, "owner")}
        made[f"{service}-owner.env"] = application | owner
        made[f"{service}.env"] = application | _of(secrets, service)
        made.setdefault("audit.env", {}).update(application)
    return made


def _of(secrets: dict[str, str], service: str) -> dict[str, str]:
    own = {"GATEWAY_SECRET": secrets["GATEWAY_SECRET"]} if service == "gateway" else {}
    own["FILES_SECRET"] = secrets["FILES_SECRET"]
    for reader in READERS:
        if service in ("gateway", reader):
            own[f"CLIENT_ID_{reader.upper()}"] = reader
            own[f"CLIENT_SECRET_{reader.upper()}"] = secrets[f"CLIENT_SECRET_{reader.upper()}"]
    return own


def _url(secrets: dict[str, str], service: str, role: str) -> str:
    password = secrets[f"POSTGRES_PASSWORD_{service}_{role}".upper()]
    return f"postgresql://{service}_{role}:{password}@postgres/{service}"


def main() -> None:
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    for name, settings in files(read_or_draw(FOLDER)).items():
        with open(
            os.open(FOLDER / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w"
        ) as file:
            file.writelines(f"{key}={value}\n" for key, value in settings.items())
    print(f"drawn in {FOLDER}; keep a copy where the backups are not")


if __name__ == "__main__":
    main()

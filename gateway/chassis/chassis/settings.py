"""Settings every process has, read from the environment once. No default secret anywhere."""

import os
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

# What the contract promises whoever follows a feed.
FEWEST_FEED_DAYS = 90


def asyncpg_url(url: str) -> str:
    """`postgresql://…` as SQLAlchemy 2.1 must see it; `sslmode=` becomes asyncpg's `ssl=`.

    SQLAlchemy 2.1 reads the plain scheme as psycopg 3, which is not installed here.
    """
    parts = urlsplit(url)
    query = [("ssl" if key == "sslmode" else key, value) for key, value in parse_qsl(parts.query)]
    return urlunsplit(parts._replace(scheme="postgresql+asyncpg", query=urlencode(query)))


class Settings(BaseSettings):
    """One process's settings. `name` picks the database: `DATABASE_URL_<NAME>`."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True)

    name: str
    database_url: str
    gateway_url: str = "http://127.0.0.1:8000"
    # How those outside spell the gateway's address; its own, if they do as we do.
    public_origin: str = ""
    issuer: str = "nhip-cau"
    event_prefix: str = "vn.nhipcau"
    mode: Literal["demo", "production"] = "demo"
    data_dir: Path = Path(".data")
    files_url: str = ""
    # What files are sealed with, and what they were sealed with before (`make reseal-files`).
    files_secret: SecretStr = SecretStr("")
    files_secret_before: SecretStr = SecretStr("")
    # How much each unit may keep in each service that keeps files.
    files_mib: int = Field(512, ge=1)
    client_id: str = ""
    client_secret: SecretStr = SecretStr("")
    log_level: str = "INFO"
    log_format: Literal["json", "plain"] = "json"
    write_pool: int = Field(4, ge=1, le=50)
    read_pool: int = Field(3, ge=1, le=50)
    # For how many days a feed can be resumed; 0: from its first entry, however old.
    feed_days: int = Field(0, ge=0)
    # Whether a request may name the day on which it is answered; unset: in demonstration only.
    test_clock: bool | None = None

    @property
    def origin(self) -> str:
        return (self.public_origin or self.gateway_url).rstrip("/")

    @property
    def jwks_url(self) -> str:
        """Where the signed identities of this gateway are checked against."""
        return f"{self.gateway_url}/.well-known/jwks.json"

    @property
    def demonstration(self) -> bool:
        return self.mode == "demo"

    @property
    def moves_clock(self) -> bool:
        return self.demonstration and self.test_clock is not False

    def refuse_test_switches(self) -> None:
        """Production does not start with what only a test may set, nor breaks what integrators
        were promised."""
        if self.demonstration:
            return
        if self.test_clock:
            raise SystemExit("MODE=production takes no TEST_CLOCK: its day is the day.")
        if 0 < self.feed_days < FEWEST_FEED_DAYS:
            raise SystemExit(f"MODE=production keeps feeds for {FEWEST_FEED_DAYS} days or more.")

    def refuse_unsealed_files(self) -> None:
        """Production does not start before it is told what to seal files with."""
        if not self.demonstration and not self.files_secret.get_secret_value():
            raise SystemExit("MODE=production needs FILES_SECRET: 32 random bytes, base64url.")


def load(name: str) -> Settings:
    """Settings of the process called `name`; exits readably when its database is not named."""
    key = f"DATABASE_URL_{name.upper()}"
    url = os.environ.get(key, "")
    if not url:
        raise SystemExit(f"{key} is not set: name the PostgreSQL database of {name!r}.")
    return Settings(
        name=name,
        database_url=url,
        client_id=os.environ.get(f"CLIENT_ID_{name.upper()}", ""),
        client_secret=SecretStr(os.environ.get(f"CLIENT_SECRET_{name.upper()}", "")),
    )

"""Which address belongs to whom: read once from routes.toml, looked up per request."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "routes.toml"
OWN = "gateway"
PUBLIC = "/api/public"
CONTRACT = "openapi.json"
PLAIN_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `service` answers `path`; `prefix` is what stood before it outside.

    anonymous: nobody's identity goes along, whatever the request carries.
    """

    service: str
    path: str
    prefix: str
    anonymous: bool = False


class Table:
    """The prefix table. An address that is in none of its lines does not exist."""

    def __init__(self, document: Mapping[str, Any], env: Mapping[str, str]) -> None:
        self.urls = {
            name: (env.get(line["env"], "") or line["url"]).rstrip("/")
            for name, line in document["services"].items()
        }
        self.public = [
            (prefix, *where.partition(":")[::2]) for prefix, where in document["public"].items()
        ]
        self.own: dict[str, str] = dict(document["own"]["exact"])
        self.own_under = tuple(document["own"]["under"])
        self.patience: list[tuple[str, str, float]] = [
            (*key.partition(":")[::2], float(seconds))
            for key, seconds in document["patience"].items()
        ]
        self.exports = tuple(document["exports"]["accept"])
        # a lookup per address and not per request; bounded, because strangers name addresses
        self.find = lru_cache(maxsize=4096)(self._find)
        self.export_seconds: float = float(document["exports"]["seconds"])

    def _find(self, path: str) -> Target | None:
        """The target of an API address; None when there is none."""
        if path in self.own:
            return Target(OWN, self.own[path], "", True)
        if path.startswith("/api/"):
            return self._api(path)
        if path.startswith(self.own_under):
            return Target(OWN, path, "", True)
        return None

    def _api(self, path: str) -> Target | None:
        name, _, rest = path[5:].partition("/")
        if name in self.urls or name == OWN:
            if rest.startswith("v1/"):
                return Target(name, "/" + rest, "/api/" + name)
            if rest == CONTRACT:
                return Target(OWN, f"/v1/contract/{name}", "", True)
        for prefix, service, inner in self.public:
            if path.startswith(prefix):
                return Target(service, inner + path[len(prefix) :], PUBLIC, True)
        return None

    def is_ours(self, path: str) -> bool:
        """Whether an address that `find` does not know is the API's to refuse, not the SPA's."""
        return path in ("/api", "/oauth2", "/.well-known") or path.startswith(
            ("/api/", "/oauth2/", "/.well-known/")
        )

    def seconds(self, service: str, path: str, accept: str) -> float:
        """How long this service may take to begin its answer."""
        for owner, prefix, seconds in self.patience:
            if owner == service and path.startswith(prefix):
                return seconds
        return self.export_seconds if self.is_export(accept) else PLAIN_SECONDS

    def is_export(self, accept: str) -> bool:
        """Whether a file is asked for: a whole list, and not a page of it."""
        return accept.startswith(self.exports)


def load() -> Table:
    return Table(tomllib.loads(FILE.read_text("utf-8")), os.environ)

"""The prefix table as it is committed."""

import pytest

from gateway.edge import table
from gateway.edge.table import Target

TABLE = table.load()


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/api/registry/v1/ngos", Target("registry", "/v1/ngos", "/api/registry")),
        ("/api/aid/v1/grants/1", Target("aid", "/v1/grants/1", "/api/aid")),
        ("/api/events/v1/events", Target("events", "/v1/events", "/api/events")),
        ("/api/gateway/v1/sessions", Target("gateway", "/v1/sessions", "/api/gateway")),
        (
            "/api/public/v1/calendars/HUFO.ics",
            Target("events", "/v1/calendars/HUFO.ics", "/api/public", True),
        ),
        ("/livez", Target("gateway", "/livez", "", True)),
        ("/readyz", Target("gateway", "/v1/readiness", "", True)),
        ("/oauth2/token", Target("gateway", "/oauth2/token", "", True)),
        ("/.well-known/jwks.json", Target("gateway", "/.well-known/jwks.json", "", True)),
        ("/api/openapi.json", Target("gateway", "/v1/contract", "", True)),
        ("/api/aid/openapi.json", Target("gateway", "/v1/contract/aid", "", True)),
    ],
)
def test_an_address_of_the_table(path: str, target: Target) -> None:
    assert TABLE.find(path) == target


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/",
        "/api/x",
        "/api/registry",
        "/api/registry/",
        "/api/registry/livez",
        "/api/registry/readyz",
        "/api/registry/v2/ngos",
        "/api/unknown/v1/ngos",
        "/api/public/v1/ngos",
        "/api/public/v1/calendars",
        "/api/gateway/livez",
        "/oauth2/other",
    ],
)
def test_what_no_line_names_does_not_exist_and_is_no_page_either(path: str) -> None:
    assert TABLE.find(path) is None
    assert TABLE.is_ours(path)


def test_pages_are_not_the_apis() -> None:
    assert not any(map(TABLE.is_ours, ("/", "/ngos/1", "/apis", "/index.html")))


def test_long_polls_and_exports_get_more_time() -> None:
    assert TABLE.seconds("registry", "/v1/ngos", "application/json") == 10
    assert TABLE.seconds("registry", "/v1/changes", "application/json") == 30
    assert TABLE.seconds("registry", "/v1/ngos", "text/csv") == 60

"""One word in five places: the URL's first segment names the package that answers it."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SERVICES = ("registry", "aid", "events")
# Packages that serve several small collections, and what the chassis itself serves.
SHARED = {"registry": {"places": {"regions", "countries", "provinces", "sectors"}}}
CHASSIS = {"changes", "subjects", "livez", "readyz"}


def routes(service: str) -> Iterator[tuple[str, str]]:
    """(first segment after /v1, module of the function) of every operation."""
    app = importlib.import_module(f"{service}.main").app
    for route in app.state.routes:
        # an address has hyphens where a package has underscores
        segment = route.path.removeprefix("/v1").split("/")[1].replace("-", "_")
        yield segment, route.endpoint.__module__


@pytest.mark.parametrize("service", SERVICES)
def test_every_address_is_served_by_the_package_of_its_name(service: str) -> None:
    wrong = []
    for segment, module in routes(service):
        package = module.split(".")[1]
        shared = SHARED.get(service, {}).get(package, set())
        if segment not in CHASSIS and segment != package and segment not in shared:
            wrong.append(f"/v1/{segment} is served by {module}")

    assert wrong == []


@pytest.mark.parametrize("service", SERVICES)
def test_every_package_with_routes_has_its_test_folder(service: str) -> None:
    packages = {module.split(".")[1] for _, module in routes(service) if module.startswith(service)}
    tests = Path("services") / service / "tests"

    assert {name for name in packages if not (tests / name).is_dir()} == set()


@pytest.mark.parametrize("service", SERVICES)
def test_every_address_stands_in_the_readme_of_its_service(service: str) -> None:
    told = Path("services", service, "README.md").read_text()
    segments = {segment.replace("_", "-") for segment, _ in routes(service)} - {"livez", "readyz"}

    assert {segment for segment in segments if not re.search(rf"[`/]{segment}\b", told)} == set()


@pytest.mark.parametrize("service", SERVICES)
def test_every_operation_says_who_may(service: str) -> None:
    document = importlib.import_module(f"{service}.main").app.openapi()
    operations = [op for path in document["paths"].values() for op in path.values()]

    assert operations
    assert all({"roles", "scope"} <= op["x-authz"].keys() for op in operations)


def test_every_decision_is_numbered_and_short() -> None:
    decisions = sorted(Path("docs/adr").glob("*.md"))

    assert [int(d.name[:4]) for d in decisions] == list(range(1, len(decisions) + 1))
    assert [d.name for d in decisions if len(d.read_text().splitlines()) > 50] == []

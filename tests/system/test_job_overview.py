"""Main job 4, the first page: its figures from all services, also while one of them is away."""

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.contract.callers import Callers
from tests.system.polling import until

pytestmark = pytest.mark.asyncio(loop_scope="session")
OVERVIEW = "/api/gateway/v1/overview?as_of=2021-11-11&from=2021-01-01&to=2021-12-01"


def _processes(service: str) -> list[psutil.Process]:
    """The processes of this service in the house under test, and in no other."""
    ours = Path(os.environ["DATA_DIR"]).resolve()
    found = []
    for process in psutil.process_iter(["cmdline"]):
        if f"{service}.main:app" in (process.info["cmdline"] or []):
            try:
                home = process.environ().get("DATA_DIR", "")
            except psutil.Error:
                continue
            if home and Path(process.cwd(), home).resolve() == ours:
                found.append(process)
    return found


@contextmanager
def _frozen(service: str) -> Iterator[None]:
    """Stopped, not ended: the house ends when one of its processes does."""
    processes = _processes(service)
    assert processes, f"no process of {service} found"
    for process in processes:
        process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            process.send_signal(signal.SIGCONT)


async def test_the_overview_shows_the_figures(callers: Callers) -> None:
    body = (await (await callers.as_("viewer")).get(OVERVIEW)).json()
    assert {name: part["status"] for name, part in body["parts"].items()} == {
        "registry": "ok", "aid": "ok", "events": "ok", "gateway": "ok",
    }  # fmt: skip
    assert body["parts"]["registry"]["data"]["ngos_by_region"]["total"]["count"] == 129
    by_form = body["parts"]["aid"]["data"]["grants_by_form"]["rows"]
    counted = {row["key"]["form"]: row["count"] for row in by_form}
    assert (counted["non_project"], counted["project"]) == (70, 15)
    assert body["parts"]["events"]["data"]["upcoming_events"]["items"]


async def test_a_service_away_is_named_the_rest_works_and_it_returns(callers: Callers) -> None:
    viewer = await callers.as_("viewer")
    with _frozen("aid"):
        body = (await viewer.get(OVERVIEW)).json()
        away = body["parts"]["aid"]
        assert (away["status"], away["data"]) == ("unavailable", None)
        assert away["detail"], "in words"
        assert body["parts"]["registry"]["data"]["ngos_by_region"]["total"]["count"] == 129
        assert body["parts"]["events"]["status"] == "ok"
        assert (await viewer.get("/api/registry/v1/ngos?limit=1")).status_code == 200
        assert (await viewer.get("/api/events/v1/events?limit=1")).status_code == 200
        ready = await viewer.get("/readyz")
        assert (ready.status_code, ready.json()["services"]["aid"]) == (200, "unavailable")
        # Five that wait in vain are enough for the gateway to stop asking.
        await asyncio.gather(*(viewer.get("/api/aid/v1/rates") for _ in range(5)))
        closed = await until(
            lambda: viewer.get("/api/aid/v1/rates"), lambda a: a.status_code == 503
        )
        assert int(closed.headers["Retry-After"]) >= 1
        assert closed.elapsed.total_seconds() < 1, "known to be away: answered at once"
    back = await until(
        lambda: viewer.get(OVERVIEW), lambda a: a.json()["parts"]["aid"]["status"] == "ok", 30
    )
    assert back.status_code == 200
    assert (await viewer.get("/api/aid/v1/rates")).status_code == 200

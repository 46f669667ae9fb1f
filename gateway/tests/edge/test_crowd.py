"""A service without a free place is refused at the door; the others are not."""

import httpx

from gateway.running import Running
from gateway.testing import Upstream


async def test_a_crowd_is_refused_before_anything_is_spent_on_it(
    client: httpx.AsyncClient, running: Running, upstream: Upstream
) -> None:
    gate = running.proxy.ways["registry"].gate
    gate.free, gate.queued = 0, 0
    strange = {"Authorization": "Bearer nobody's"}

    crowded = await client.get("/api/registry/v1/ngos", headers=strange)
    other = await client.get("/api/aid/v1/grants", headers=strange)

    assert (crowded.status_code, crowded.json()["code"]) == (503, "edge.crowded")
    assert {"retry-after", "ratelimit", "ratelimit-policy"} <= set(crowded.headers)
    assert other.status_code == 401, "who has places finds out who is calling"
    assert not upstream.hits

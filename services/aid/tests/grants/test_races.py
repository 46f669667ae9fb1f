"""What happens when several people act on one dossier in the same moment."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg

from chassis.testing import Caller

Making = Callable[..., Awaitable[dict[str, Any]]]


async def test_fifty_approvals_by_two_approvers_make_one_decision(
    client: Caller, a_grant: Making, db: asyncpg.Connection
) -> None:
    grant = await a_grant("appraised")
    approvers = [client.as_("approver", name=f"{n}@HUFO") for n in ("one", "two")]

    answers = await asyncio.gather(
        *(
            approvers[n % 2].act(
                f"/v1/grants/{grant['id']}/approve",
                grant["version"],
                {"decision_number": f"{n}/QĐ", "decided_on": "2021-05-04", "authority": "UBND"},
            )
            for n in range(50)
        )
    )

    seen = Counter(
        (a.status_code, "" if a.status_code == 200 else a.json()["code"]) for a in answers
    )
    assert seen.pop((200, "")) == 1
    # the rest come too late, or find the small pool busy: none of them decides
    assert set(seen) <= {(409, "aid.wrong_status"), (503, "busy")}
    decided = "SELECT count(*) FROM grant_acts WHERE act = 'decide' AND grant_id = $1"
    assert await db.fetchval(decided, grant["id"]) == 1
    logged = "SELECT count(*) FROM changes WHERE action = 'approve' AND record_id = $1"
    assert await db.fetchval(logged, grant["id"]) == 1


async def test_what_is_submitted_is_what_was_read(client: Caller, a_grant: Making) -> None:
    for _ in range(5):
        grant = await a_grant()
        url, officer = f"/v1/grants/{grant['id']}", client.as_("officer")

        submitted, edited = await asyncio.gather(
            officer.act(f"{url}/submit", 1), officer.merge(url, {"purpose": "Khác"}, 1)
        )

        now = (await officer.get(url)).json()
        if submitted.status_code == 200:
            assert (edited.status_code, edited.json()["code"]) == (409, "aid.wrong_status")
            assert (now["status"], now["purpose"]) == ("submitted", grant["purpose"])
        else:
            assert (submitted.status_code, edited.status_code) == (412, 200)
            assert (now["status"], now["purpose"]) == ("draft", "Khác")


async def test_running_numbers_have_no_gap_and_no_twin(
    client: Caller, db: asyncpg.Connection
) -> None:
    officer = client.as_("officer")
    body = {"title_vi": "Cùng lúc", "form": "project"}

    async def enter(n: int) -> int:
        # every third entry fails late: its number must go back
        fields = {"donor_id": "00000000-0000-7000-8000-000000000000"} if n % 3 == 0 else {}
        return (await officer.post("/v1/grants", json=body | fields)).status_code

    seen = Counter(await asyncio.gather(*(enter(n) for n in range(12))))

    codes = [row["code"] for row in await db.fetch("SELECT code FROM grants ORDER BY code")]
    assert seen == {201: 8, 409: 4}
    assert [int(code.split("-")[2]) for code in codes] == list(range(1, 9))

"""Members over HTTP: the 116 of the end of 2017, and one that joins and leaves."""

from collections.abc import Callable
from typing import Any

from chassis.testing import Caller
from registry.demo.load import Loaded

Staff = Callable[..., Caller]


async def test_116_members_at_the_end_of_2017_were_64_central_and_52_local(
    staff: Staff, demo: Loaded
) -> None:
    async def count(day: str) -> tuple[dict[str, int], int]:
        params = {"unit": "VUFO", "as_of": day, "by": "level"}
        found = (await staff("viewer").get("/v1/statistics/members", params=params)).json()
        return {row["key"]["level"]: row["count"] for row in found["rows"]}, found["total"]["count"]

    assert await count("2017-12-31") == ({"central": 64, "local": 52}, 116)
    # the four that were founded in 2017 were none before
    assert await count("2016-12-31") == ({"central": 64, "local": 48}, 112)


async def test_a_member_counts_from_its_month_of_joining_to_its_day_of_leaving(
    staff: Staff,
) -> None:
    own = staff("officer", "HAIPHONG")
    body: dict[str, Any] = {
        "name_vi": "Hội hữu nghị Giả Định (demo)",
        "level": "local",
        "kind": "friendship_association",
        "country": "LA",
        "joined": {"date": "2020-03-01", "precision": "month"},
    }
    made = await own.post("/v1/members", json=body)
    where = f"/v1/members/{made.json()['id']}"
    unknown = await own.merge(where, {"country": "ZZ"}, 1)
    backwards = await own.merge(where, {"left": {"date": "2019-01-01"}}, 1)
    left = await own.merge(where, {"left": {"date": "2023-06-30"}}, 1)

    async def there(day: str) -> int:
        params = {"unit": "HAIPHONG", "as_of": day}
        return len((await own.get("/v1/members", params=params)).json()["items"])

    assert made.status_code == 201, made.text
    assert unknown.json()["errors"][0]["pointer"] == "/body/country"
    assert backwards.json()["code"] == "registry.dates_out_of_order"
    assert left.status_code == 200, left.text
    days = ("2020-02-29", "2020-03-01", "2023-06-30", "2023-07-01")
    assert [await there(day) for day in days] == [0, 1, 1, 0]

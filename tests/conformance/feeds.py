"""Keeping a copy: nothing skipped, nothing forged, resumable anywhere."""

import time
from typing import Any

from .kit import RECIPIENTS, House, expect, scenario

FEED = "/api/aid/v1/changes"
LONGEST_SECONDS = 20.0


def newest(house: House) -> str:
    said: str = house.get(f"{FEED}/digest").json()["newest"]
    return said


def until(house: House, after: str, record: str, many: int = 1) -> list[dict[str, Any]]:
    """The events about one record behind a position, as soon as there are so many."""
    ends = time.monotonic() + LONGEST_SECONDS
    found: list[dict[str, Any]] = []
    while len(found) < many:
        expect(time.monotonic() < ends, f"{len(found)} of {many} events came within 20 s")
        page = house.get(FEED, after=after, wait=5).json()
        found += [one for one in page["items"] if one["subject"] == record]
        after = page["next"]
    return found


@scenario("a change comes as a CloudEvent with the record whole")
def an_event(house: House) -> None:
    start, made = newest(house), house.create().json()
    (event,) = until(house, start, made["id"])
    expect(event["specversion"] == "1.0", "it is no CloudEvent")
    expect(event["type"].endswith(".aid.recipients.create.v1"), f"its type is {event['type']}")
    expect(len(event["sequence"]) == 20, "sequence does not sort as text")
    schema = house.http.get(event["dataschema"])
    expect(schema.status_code == 200, "dataschema leads nowhere", schema)
    expect(schema.json()["properties"]["resource"] == {"const": "recipients"}, "another's schema")
    record = {name: made[name] for name in ("id", "name_vi", "version")}
    expect(record.items() <= event["data"]["record"].items(), "the record is not whole")


@scenario("a deletion is a tombstone")
def tombstone(house: House) -> None:
    start, made = newest(house), house.create().json()
    house.call("DELETE", f"{RECIPIENTS}/{made['id']}", headers={"If-Match": '"1"'})
    events = until(house, start, made["id"], 2)
    expect(events[-1]["data"]["record"] is None, "a deletion carries a record")
    expect(events[-1]["data"]["version"] == 2, "a deletion has no version of its own")


@scenario("a reader that resumes anywhere sees every event once, in order")
def resumed(house: House) -> None:
    start = newest(house)
    made = [house.create().json()["id"] for _ in range(4)]
    until(house, start, made[-1])
    whole = house.get(FEED, after=start).json()["items"]
    pieces, after = [], start
    while True:
        page = house.get(FEED, after=after, limit=1).json()
        if not page["items"]:
            break
        pieces += page["items"]
        after = page["next"]
    expect([one["id"] for one in pieces][: len(whole)] == [one["id"] for one in whole], "differ")
    order = [one["sequence"] for one in pieces]
    expect(order == sorted(set(order)), "the order is another, or an event came twice")


@scenario("an empty page waits for the next change")
def waits(house: House) -> None:
    after = house.get(FEED, after=newest(house)).json()["next"]
    began = time.monotonic()
    page = house.get(FEED, after=after, wait=1).json()
    if not page["items"]:
        expect(time.monotonic() - began >= 0.9, "it did not wait")
        expect(page["next"] == after, "the position moved without an event")


@scenario("a position that the feed has not come to is 410")
def ahead(house: House) -> None:
    house.problem(house.get(FEED, after="900000000000"), 410, "changes.ahead")


@scenario("the digest of a position stays what it was")
def digest(house: House) -> None:
    at = newest(house)
    first = house.get(f"{FEED}/digest", at=at).json()["items"]
    house.create()
    expect(house.get(f"{FEED}/digest", at=at).json()["items"] == first, "the past changed")


@scenario("nothing of another unit is in the feed")
def own_only(house: House) -> None:
    unit = house.create().json()["unit_id"]
    units = {one.get("unitid", unit) for one in house.get(FEED, limit=500).json()["items"]}
    expect(units <= {unit}, f"records of {units - {unit}} are shown")

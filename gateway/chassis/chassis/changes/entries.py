"""`GET /v1/changes/entries`: who did what, when and why, for those who look after the house.

The feed tells programs what a record is now; this list tells people who made it so. A unit's
auditor reads the entries about the unit's own records: about a record that all units share, its own
history tells.
"""

from datetime import datetime, time, timedelta
from typing import Annotated, Any, ClassVar
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field
from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.history import HistoryEntry, entry
from chassis.changes.table import ChangeRow
from chassis.days import VIETNAM
from chassis.fold import like_pattern
from chassis.identity import Actor, CurrentActor
from chassis.listing import Listing, Order, PageQuery, contains
from chassis.reader import Read
from chassis.strict import Day, Id, Search, Slug
from chassis.tenancy import by_unit, narrowed
from chassis.wire import Page


class ChangeEntry(HistoryEntry):
    """One entry of the log. `position` is its place in the signed chain, null for the first half
    second; `operation` is the one of the contract that was called; `address` the network address
    from which it was, null for what the house did itself."""

    id: str
    position: int | None
    resource: str
    record_id: UUID
    operation: str
    unit_id: UUID | None
    address: str | None


class EntryQuery(PageQuery):
    """`at_from`, `at_to`: days in Viet Nam, both included; `q`: part of the actor's name."""

    by_route: ClassVar[frozenset[str]] = frozenset({"q", "at_from", "at_to"})

    q: Search | None = None
    actor_id: Id | None = None
    actor_kind: Slug | None = None
    resource: Slug | None = None
    record_id: Id | None = None
    action: Slug | None = None
    at_from: Day | None = None
    at_to: Day | None = None
    request_id: Annotated[str, Field(pattern="^[0-9A-Za-z-]{8,64}$")] | None = None


def _listing(change: Any) -> Listing:
    earlier = aliased(change)
    before = (
        select(earlier.after)
        .where(
            earlier.resource == change.resource,
            earlier.record_id == change.record_id,
            earlier.id < change.id,
        )
        .order_by(earlier.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    shown = select(
        # a page's cursor wants a UUID called id; the entry's own number is the order
        change.record_id.label("id"), change.id.label("number"), change.pos, change.at,
        change.resource, change.version, change.action, change.operation, change.unit_id,
        change.actor_id, change.actor_kind, change.actor_name, change.acting_as, change.reason,
        change.request_id, change.address, change.after, before.label("before"),
    )  # fmt: skip
    same = ("actor_id", "actor_kind", "resource", "record_id", "action", "request_id")
    return Listing(
        shown,
        record=change.record_id,
        orders={"number": Order(change.id, int)},
        filters={
            **{name: getattr(change, name) == bindparam(name) for name in same},
            "q": contains(func.vn_fold(change.actor_name)),
            "at_from": change.at >= bindparam("at_from"),
            "at_to": change.at < bindparam("at_to"),
            **by_unit(change.unit_id),
        },
    )


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    beside = {name: row[name] for name in ("resource", "operation", "unit_id", "address")}
    numbers = {"id": str(row["number"]), "record_id": row["id"], "position": row["pos"]}
    return {**entry(row), **beside, **numbers}


def _narrow(query: EntryQuery, actor: Actor) -> dict[str, Any]:
    """The filters that are not a column's value, and the caller's unit."""
    values = narrowed(actor.reach)
    if query.q:
        values["q"] = like_pattern(query.q)
    if query.at_from:
        values["at_from"] = datetime.combine(query.at_from, time(), VIETNAM)
    if query.at_to:
        values["at_to"] = datetime.combine(query.at_to + timedelta(days=1), time(), VIETNAM)
    return values


def add(router: APIRouter, change: type[ChangeRow], auditors: tuple[str, ...]) -> None:
    """Let the feed's router show the log to people, too."""
    listing = _listing(change)

    @router.get("/entries", response_model=Page[ChangeEntry], **allow(*auditors, scope="unit"))
    async def list_entries(
        query: Annotated[EntryQuery, Query()], read: Read, actor: CurrentActor
    ) -> Response:
        """Who did what, newest first: everything for national staff, else about the own union."""
        values = _narrow(query, actor)
        return await listing.page(read, query, sort="-number", values=values, decorate=_shown)

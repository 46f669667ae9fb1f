"""Things over HTTP."""

from datetime import UTC, date, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, UploadFile
from pydantic import Field
from sqlalchemy import Text, bindparam, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import Asked, Bulk, Sheet
from chassis.changes.act import Act
from chassis.changes.history import History, RecordHistory
from chassis.db import Tx
from chassis.errors import NotFound
from chassis.fold import like_pattern
from chassis.identity import Actor, CurrentActor
from chassis.ids import new_id
from chassis.listing import Listing, Order, PageQuery
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.retiring import retired
from chassis.routing import Operation
from chassis.strict import Amount, Day, Id, Instant, Name, Paragraph, Search, Whole
from chassis.tables.columns import Column
from chassis.tenancy import by_unit, narrowed, seen_by
from chassis.wire import MERGE_PATCH, In, Page, RecordOut, answer, partial
from specimen.things.models import Thing

router = APIRouter(prefix="/v1/things", tags=["things"], route_class=Operation)
READERS = ("writer", "reader")
AUDITORS = ("auditor",)


class ThingFields(In):
    name: Name
    note: Paragraph | None = None
    day: Day
    moment: Instant | None = None
    number: Annotated[int, Whole, Field(ge=-(2**31), le=2**31 - 1)] | None = None
    amount: Amount | None = None
    twin_id: Id | None = None


class ThingIn(ThingFields):
    id: Id | None = None


@partial
class ThingPatch(ThingFields):
    """A merge patch."""


class ThingOut(RecordOut):
    unit_id: UUID
    name: str
    note: str | None
    day: date
    moment: datetime | None
    number: int | None
    allowed_actions: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, thing: Thing, actor: Actor) -> "ThingOut":
        out = cls.model_validate(thing)
        out.allowed_actions = ["update"] if "writer" in actor.roles else []
        return out


class ThingItem(RecordOut):
    name: str
    day: date
    amount: str | None


class ThingQuery(PageQuery):
    sort: Literal["day", "-day", "name", "-name"] = "day"
    q: Search = ""
    day: Day | None = None


THINGS = Listing(
    select(
        *(Thing.id, Thing.version, Thing.created_at, Thing.updated_at, Thing.name, Thing.day),
        cast(Thing.amount, Text).label("amount"),
    ),
    record=Thing.id,
    sheet=Sheet("things", (Column("name", ("Tên", "Name")),)),
    orders={"day": Order(Thing.day, date), "name": Order(Thing.name, str)},
    filters={
        "q": func.vn_fold(Thing.name).like(bindparam("q"), escape="\\"),
        "day": Thing.day == bindparam("day"),
        **by_unit(Thing.unit_id),
    },
)


async def _seen(tx: AsyncSession, thing_id: UUID, actor: Actor) -> Thing:
    thing = await tx.scalar(
        select(Thing).where(Thing.id == thing_id, seen_by(actor, Thing.unit_id))
    )
    if thing is None:
        raise NotFound
    return thing


async def _own(tx: AsyncSession, thing_id: UUID, actor: Actor) -> Thing:
    thing = await tx.get(Thing, thing_id, with_for_update=True)
    if thing is None or not actor.keeps(thing.unit_id):
        raise NotFound
    return thing


@router.get("", response_model=Page[ThingItem], **allow(*READERS, scope="unit"))
async def list_things(
    query: Annotated[ThingQuery, Query()], read: Read, actor: CurrentActor, bulk: Bulk
) -> Response:
    values = narrowed(actor.reach)
    if query.q:
        values |= {"q": like_pattern(query.q)}
    return await THINGS.page(read, query, sort=query.sort, values=values, bulk=bulk)


@router.get(
    "/old-list",
    response_model=Page[ThingItem],
    **retired(
        since=datetime(2026, 1, 1, tzinfo=UTC),
        until=datetime(2026, 7, 1, tzinfo=UTC),
        successor="/v1/things",
        **allow(*READERS, scope="unit"),
    ),
)
async def list_things_as_before(
    query: Annotated[ThingQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    return await list_things(query, read, actor, Asked())


@router.get("/{thing_id}", response_model=ThingOut, **allow(*READERS, scope="unit", obj="thing_id"))
async def get_thing(thing_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    return answer(ThingOut.of(await _seen(tx, thing_id, actor), actor))


@router.get(
    "/{thing_id}/history", response_model=History, **allow(*READERS, scope="unit", obj="thing_id")
)
async def get_thing_history(
    thing_id: UUID, tx: Tx, read: Read, actor: CurrentActor, history: RecordHistory
) -> Response:
    await _seen(tx, thing_id, actor)
    return await history.of(read, "things", thing_id)


@router.post("", status_code=201, response_model=ThingOut, **allow("writer", scope="own"))
async def create_thing(body: ThingIn, act: Act) -> Response:
    thing = Thing(id=body.id or new_id(), unit_id=act.unit_id, **body.columns("id"))
    return await act.create(thing, ThingOut.of)


@router.post("/scan", status_code=201, response_model=ThingOut, **allow("writer", scope="own"))
async def scan_thing(file: UploadFile, act: Act) -> Response:
    words = (await file.read()).decode()
    thing = Thing(id=new_id(), unit_id=act.unit_id, name=words[:300], day=date(2021, 11, 11))
    return await act.create(thing, ThingOut.of)


@router.patch(
    "/{thing_id}", response_model=ThingOut, **allow("writer", scope="own", obj="thing_id")
)
async def update_thing(
    thing_id: UUID, body: Annotated[ThingPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    thing = await _own(tx, thing_id, act.actor)
    match.require(thing.version)
    for name, value in body.changes().items():
        setattr(thing, name, value)
    return await act.update(thing, ThingOut.of)


@router.delete("/{thing_id}", status_code=204, **allow("writer", scope="own", obj="thing_id"))
async def delete_thing(thing_id: UUID, match: IfMatch, tx: Tx, act: Act) -> Response:
    thing = await _own(tx, thing_id, act.actor)
    match.require(thing.version)
    return await act.delete(thing)

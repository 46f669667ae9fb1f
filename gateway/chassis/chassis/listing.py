"""Lists: keyset pages of rows straight to bytes, each statement built and compiled once.

A list is declared, not programmed: its columns, the orders it offers, the filters it knows. The
statement for a combination of filters and an order is compiled on first use and kept.
"""

import base64
import binascii
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

import orjson
from pydantic import Field
from sqlalchemy import BindParameter, Select, SQLColumnExpression, bindparam, func, select, tuple_
from starlette.responses import Response

from chassis.bulk import Asked, Sheet, send
from chassis.errors import FieldProblem, Invalid
from chassis.reader import Reader, Statement
from chassis.wire import Params

JSON = "application/json"
PORTION = 1000  # rows of a list that is fetched whole
Decorate = Callable[[dict[str, Any]], dict[str, Any]]


class PageQuery(Params):
    """The parameters of every list. A list adds its own filters, named like the fields."""

    # parameters that a route turns into filters itself (a unit's code into its provinces)
    by_route: ClassVar[frozenset[str]] = frozenset()

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: Annotated[str, Field(pattern="^[A-Za-z0-9_-]{4,800}$")] | None = None
    count: bool = False

    def filters(self) -> dict[str, Any]:
        """The filters that were given, as bind values."""
        others = {"limit", "cursor", "count", "sort"} | self.by_route
        given = self.model_dump(exclude=others, exclude_none=True)
        return {name: value for name, value in given.items() if value != ""}


@dataclass(frozen=True, slots=True)
class Order:
    """One order of a list. `column` must be NOT NULL; ties are broken by id, same direction."""

    column: SQLColumnExpression[Any]
    kind: type[str] | type[int] | type[date] | type[datetime]
    descending: bool = False


def _cursor(sort: str, key: Any, record: UUID) -> str:
    packed = orjson.dumps([sort, key, record], option=orjson.OPT_UTC_Z)
    return base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def _read_cursor(text: str, sort: str, kind: type[Any]) -> dict[str, Any]:
    """The key and id where the next page begins; 422 for a cursor of another list or order."""
    try:
        packed = orjson.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        name, key, record = packed
        if name != sort:
            raise ValueError(name)
        if issubclass(kind, date):
            key = kind.fromisoformat(key)
        if type(key) is not kind or (kind is str and "\0" in key):
            raise TypeError(kind)
        return {"after_key": key, "after_id": UUID(record)}
    except (ValueError, TypeError, AttributeError, binascii.Error):
        problem = FieldProblem("/query/cursor", "cursor.invalid")
        raise Invalid("cursor.invalid", errors=[problem]) from None


class Listing:
    """One list.

    base: what each item shows, an `id` among them; numerics cast to text, so that money stays
    exact.
    orders: by the name a client gives in `sort` (`-name`, the reverse, is added by itself).
    filters: by parameter name, a condition over `bindparam(<name>)`; also those that a route always
    sets itself (the caller's unit).
    sheet: its columns as a file, for a list that can be fetched whole; `whole`: columns that are
    in the file alone.
    """

    def __init__(
        self,
        base: Select[*tuple[Any, ...]],
        *,
        record: SQLColumnExpression[UUID],
        orders: Mapping[str, Order],
        filters: Mapping[str, SQLColumnExpression[bool]],
        sheet: Sheet | None = None,
        whole: Sequence[SQLColumnExpression[Any]] = (),
    ) -> None:
        self.sheet, self.whole = sheet, whole
        self.base, self.record, self.filters = base, record, dict(filters)
        self.orders = dict(orders)
        for name, order in orders.items():
            self.orders[f"-{name}"] = Order(order.column, order.kind, not order.descending)
        self._pages: dict[tuple[frozenset[str], str, bool], Statement] = {}
        self._portions_of: dict[tuple[frozenset[str], str, bool], Statement] = {}
        self._counts: dict[frozenset[str], Statement] = {}

    def page_statement(self, used: frozenset[str], sort: str, resumed: bool) -> Statement:
        key = (used, sort, resumed)
        if key not in self._pages:
            self._pages[key] = Statement(self.select(used, sort, resumed))
        return self._pages[key]

    def portion_statement(self, used: frozenset[str], sort: str, resumed: bool) -> Statement:
        key = (used, sort, resumed)
        if key not in self._portions_of:
            whole = self.select(*key).add_columns(*self.whole)
            self._portions_of[key] = Statement(whole)
        return self._portions_of[key]

    def select(self, used: frozenset[str], sort: str, resumed: bool) -> Select[*tuple[Any, ...]]:
        """The statement of a page, uncompiled: what EXPLAIN in the tests looks at."""
        order = self.orders[sort]
        statement = self.base.add_columns(order.column.label("_key")).where(
            *(self.filters[name] for name in sorted(used))
        )
        if resumed:
            statement = statement.where(self._beyond(order))
        ends = [order.column, self.record]
        ordered = [end.desc() if order.descending else end.asc() for end in ends]
        return statement.order_by(*ordered).limit(bindparam("limit"))

    def _beyond(self, order: Order) -> SQLColumnExpression[bool]:
        key: BindParameter[Any] = bindparam("after_key", type_=order.column.label(None).type)
        last: BindParameter[Any] = bindparam("after_id", type_=self.record.label(None).type)
        # a row comparison is one range of the (key, id) index; the same with OR is not
        here, there = tuple_(order.column, self.record), tuple_(key, last)
        return here < there if order.descending else here > there

    def count_statement(self, used: frozenset[str]) -> Statement:
        if used not in self._counts:
            rows = self.base.where(*(self.filters[name] for name in sorted(used))).subquery()
            self._counts[used] = Statement(select(func.count()).select_from(rows))
        return self._counts[used]

    async def page(
        self,
        read: Reader,
        query: PageQuery,
        *,
        sort: str,
        values: Mapping[str, Any] | None = None,
        binds: Mapping[str, Any] | None = None,
        decorate: Decorate | None = None,
        beside: Mapping[str, Any] | None = None,
        bulk: Asked | None = None,
    ) -> Response:
        """One page as JSON. `values` are filters beside, or instead of, those of the query;
        `binds` is what an order or a filter needs besides; `beside` is said beside the items (how
        old a copy is). With `bulk`, the list whole when the caller asked for a file."""
        values = {**query.filters(), **(values or {})}
        if bulk and bulk.form != "json" and self.sheet:
            portions = self._portions(read, sort, values, binds or {})
            return await send(portions, self.sheet, bulk, decorate)
        used = frozenset(values)
        resumed = query.cursor is not None
        bound = {**values, **(binds or {}), "limit": query.limit + 1}
        if query.cursor is not None:
            bound |= _read_cursor(query.cursor, sort, self.orders[sort].kind)
        rows = await read.rows(self.page_statement(used, sort, resumed), bound)
        more = len(rows) > query.limit
        items = [dict(row) for row in rows[: query.limit]]
        body: dict[str, Any] = {"items": items, "next_cursor": None, **(beside or {})}
        if more:
            body["next_cursor"] = _cursor(sort, items[-1]["_key"], items[-1]["id"])
        for item in items:
            del item["_key"]
        if decorate:
            body["items"] = [decorate(item) for item in items]
        if query.count:
            body["total"] = await read.value(self.count_statement(used), bound)
        return Response(orjson.dumps(body, option=orjson.OPT_UTC_Z), media_type=JSON)

    async def _portions(
        self, read: Reader, sort: str, values: Mapping[str, Any], binds: Mapping[str, Any]
    ) -> AsyncIterator[list[dict[str, Any]]]:
        """All rows, a thousand at a time, no connection held in between."""
        used, bound = frozenset(values), {**values, **binds, "limit": PORTION}
        while True:
            statement = self.portion_statement(used, sort, "after_id" in bound)
            items = [dict(row) for row in await read.rows(statement, bound)]
            if items:
                bound |= {"after_key": items[-1]["_key"], "after_id": items[-1]["id"]}
            for item in items:
                del item["_key"]
            yield items
            if len(items) < PORTION:
                return


def contains(folded: SQLColumnExpression[str], name: str = "q") -> SQLColumnExpression[bool]:
    """`folded` holds the folded pattern bound to `name` (see `chassis.fold.like_pattern`)."""
    return folded.like(bindparam(name), escape="\\")

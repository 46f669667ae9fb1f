"""`GET /v1/statistics/grants`: how many, how much, in which period, by what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query
from starlette.responses import Response

from aid import roles
from aid.grants.rules import money
from aid.rates.queries import BY_ID
from aid.statistics import queries, rules
from aid.statistics.rules import Sum
from aid.statistics.schemas import GrantStatistics, GrantStatisticsQuery
from aid.units.queries import scope
from chassis.authz import allow
from chassis.identity import CurrentActor
from chassis.reader import Read, Reader, Row
from chassis.routing import Operation

router = APIRouter(prefix="/v1/statistics", tags=["statistics"], route_class=Operation)
Key = tuple[str, ...]


@router.get("/grants", response_model=GrantStatistics, **allow(*roles.STAFF, scope="unit"))
async def grant_statistics(
    query: Annotated[GrantStatisticsQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Approved grants and their commitments; the rows add up to the total."""
    units = await scope(read, actor, query.unit)
    found = await read.rows(
        queries.totals_by(query.dimensions, units is not None), _bound(query) | {"units": units}
    )
    wanted = {row[name] for row in found for name in ("rate_id", "usd_rate_id")} - {None}
    rates = {row["id"]: row for row in await read.rows(BY_ID, {"ids": sorted(wanted)})}
    sums, unconverted = _gather(found, query.dimensions, rates)
    rows = _rows(sums, query.dimensions, await _names(read, query.dimensions, sums))
    filters = query.model_dump(mode="json", by_alias=True, exclude_none=True)
    body = {
        "rows": rows,
        "total": {
            "count": sum(row["count"] for row in rows),
            "committed": {
                "VND": rules.added([row["committed"]["VND"] for row in rows], 0),
                "USD": rules.added([row["committed"]["USD"] for row in rows], 2),
            },
        },
        "rates": [dict(row) for row in rates.values()],
        "unconverted": unconverted,
        "rounding": rules.ROUNDING,
        "filters": filters | {"by": list(query.dimensions), "unit_id": units and units[0]},
    }
    return Response(orjson.dumps(body), media_type="application/json")


def _bound(query: GrantStatisticsQuery) -> dict[str, Any]:
    """The period as bind values, for the summary and for the grants themselves."""
    cut = rules.period(query.start, query.last)
    spans = {
        "head": cut.head,
        "tail": cut.tail,
        "all": (query.start or rules.BEGINNING, query.last or rules.END),
    }
    ends = {f"{name}_from": span[0] for name, span in spans.items()}
    ends |= {f"{name}_to": span[1] for name, span in spans.items()}
    return ends | {"first": cut.first, "beyond": cut.beyond}


def _gather(
    found: Sequence[Row], dimensions: Key, rates: Mapping[str, Row]
) -> tuple[dict[Key, Sum], list[dict[str, Any]]]:
    """Exact sums by key, and what could not be converted."""
    sums: dict[Key, Sum] = defaultdict(Sum)
    left: dict[tuple[str, ...], tuple[int, Decimal]] = {}
    value = {rate_id: Decimal(row["rate"]) for rate_id, row in rates.items()}
    for row in found:
        count, amount, currency = row["count"], row["amount"], row["currency"]
        if not count and not amount:
            continue  # a cell whose grants are all gone again
        one, usd = value.get(row["rate_id"]), value.get(row["usd_rate_id"])
        key = tuple(row[name] for name in dimensions)
        if into := sums[key].add(count, amount, currency, one, usd):
            before = left.get((currency, *into), (0, Decimal(0)))
            left[(currency, *into)] = (before[0] + count, before[1] + amount)
    unconverted = [
        {**(money(amount, currency) or {}), "into": into, "count": count}
        for (currency, *into), (count, amount) in sorted(left.items())
    ]
    return sums, unconverted


async def _names(
    read: Reader, dimensions: Key, sums: Mapping[Key, Sum]
) -> dict[str, Mapping[str, tuple[str, str]]]:
    """Names of keys; sectors, provinces and countries are the registry's and stay codes."""
    names = dict(rules.NAMED)
    if "donor" in dimensions:
        place = dimensions.index("donor")
        ids = sorted({key[place] for key in sums} - set(rules.REMAINDERS))
        donors = await read.rows(queries.DONOR_NAMES, {"ids": ids})
        names["donor"] = {
            row["key"]: (row["name_vi"], row["name_en"] or row["name_vi"]) for row in donors
        }
    return names


def _rows(
    sums: Mapping[Key, Sum], dimensions: Key, names: Mapping[str, Mapping[str, tuple[str, str]]]
) -> list[dict[str, Any]]:
    """The rows in the order of their keys, rounded so that they add up."""
    ordered = sorted(
        sums, key=lambda key: [rules.place(d, k) for d, k in zip(dimensions, key, strict=True)]
    )
    dong = rules.rounded([sums[key].dong for key in ordered], 0)
    dollars = rules.rounded([sums[key].dollars for key in ordered], 2)
    rows = []
    for key, vnd, usd in zip(ordered, dong, dollars, strict=True):
        keys = dict(zip(dimensions, key, strict=True))
        rows.append(
            {
                "key": keys,
                "label": rules.label(keys, names),
                "count": sums[key].count,
                "committed": {"VND": vnd, "USD": usd},
            }
        )
    return rows

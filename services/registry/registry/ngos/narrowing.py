"""What a list of NGOs is narrowed by, for the list itself and for the counts beside its filters."""

from datetime import date
from typing import Any

from chassis.days import today
from chassis.reader import Read
from registry.ngos import finding
from registry.ngos.schemas import NgoQuery
from registry.places.queries import codes_named
from registry.units.queries import area_filter


async def narrow(query: NgoQuery, read: Read) -> tuple[dict[str, Any], dict[str, Any]]:
    """The filters that mean more than one column (text, number, unit and province on a day), and
    what they and the order by relevance need besides."""
    values: dict[str, Any] = {"present": True}
    if query.merged_into:
        values = {"merged_into": query.merged_into}
    binds: dict[str, Any] = {}
    if query.q:
        asked = finding.asked(query.q)
        binds = {"q": asked.q, "spelt": asked.spelt}
        places = await codes_named(read, query.q)
        numbers = finding.numbers(query.q)
        if places:
            values["places"] = places
        else:
            values |= {"numbers": numbers} if numbers else {"q": asked.q}
    if query.identifier:
        values["identifier"] = finding.mark(query.identifier)
        binds["as_written"] = query.identifier
    on: date = query.as_of or today()
    if query.unit or query.province:
        values |= await area_filter(read, query.unit, query.province, on, query.boundaries)
        values["as_of"] = on
    return values, binds

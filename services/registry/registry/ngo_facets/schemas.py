"""Facets on the wire."""

from chassis.wire import Out


class FacetRow(Out):
    """A value of a filter, and how many NGOs it would leave."""

    key: str
    count: int


class NgoFacets(Out):
    """By filter; the most frequent first. A value that would leave none is not listed."""

    region: list[FacetRow]
    home_country: list[FacetRow]
    sector: list[FacetRow]
    province: list[FacetRow]

"""Facets: how many NGOs of the list there would be under each value of a filter."""

"""The table of countries: a copy of the registry's codes and names, released as data."""

from pathlib import Path

from events.reference import Coded

FILE = Path(__file__).parent / "data" / "countries.csv"


class Country(Coded):
    """A country or territory of ISO 3166-1."""

    __tablename__ = "countries"

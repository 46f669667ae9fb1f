"""The table of kinds."""

from pathlib import Path

from events.reference import Coded

FILE = Path(__file__).parent / "data" / "kinds.csv"


class Kind(Coded):
    """A kind of event, named as the unions name it."""

    __tablename__ = "kinds"

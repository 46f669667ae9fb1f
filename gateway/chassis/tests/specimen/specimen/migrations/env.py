"""Alembic's entry for the specimen."""

import specimen.main  # noqa: F401
from specimen.store import Base

from chassis.migrate import run

run(Base.metadata)

"""Alembic's entry for aid."""

import aid.main  # noqa: F401  every table is known once the application is assembled
from aid.store import Base
from chassis.migrate import run

run(Base.metadata)

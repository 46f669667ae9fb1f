"""Alembic's entry for events."""

import events.main  # noqa: F401  every table is known once the application is assembled
from chassis.migrate import run
from events.store import Base

run(Base.metadata)
